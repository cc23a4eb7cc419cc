import type { Format2 } from '../../domain/notice/format-2.ts';
import { dayAfter } from '../../domain/time.ts';
import { templateTexts as texts } from './template.ja.ts';

const DAYS_AHEAD = 30;
const NIGHTS = 7;

/** A notice of obvious samples, right as it stands: one of everything that a notice may have. `today`: `2026-01-20`. */
export function template(today: string): Format2 {
  const firstNight = later(today, DAYS_AHEAD);
  const lastNight = later(firstNight, NIGHTS);
  const holeNight = dayAfter(firstNight);
  return {
    formatVersion: 2,
    id: 'sample-notice',
    title: texts.title,
    components: [{ id: 'sample-part', name: texts.part, versionInfo: texts.path, recordNames: [texts.recordName] }],
    targets: [
      { component: 'face-library', version: '9.9.9' },
      { component: 'sample-part', version: '9.9.9.9' },
    ],
    delivery: {
      timeZone: 'Asia/Tokyo',
      firstNight,
      lastNight,
      excludedNights: [later(firstNight, 2)],
      from: '20:00',
      to: '05:00',
      holes: [{ from: `${dayAfter(holeNight)}T03:00`, to: `${dayAfter(holeNight)}T04:00` }],
      allDayFrom: dayAfter(lastNight),
    },
    by: 'tool',
    steps: [],
    restart: true,
    deadline: lastNight,
    report: {
      number: '999',
      formPath: [...texts.formPath],
      fields: [
        { id: 'identification-number', label: texts.number, kind: 'fixed', ...plainField },
        { id: 'completed-on', label: texts.date, kind: 'date', ...plainField },
        { id: 'clinic-name', label: texts.name, kind: 'text', ...plainField },
        { id: 'clinic-code', label: texts.code, kind: 'digits', ...plainField, length: 10, required: false },
        { id: 'phone', label: texts.phone, kind: 'phone', ...plainField, hint: texts.hint, sample: texts.sample },
      ],
    },
    contacts: [
      {
        name: texts.contact,
        phone: '0000-000-000',
        hours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
        hoursNote: texts.hoursNote,
      },
    ],
    faq: [{ question: texts.question, answer: texts.answer }],
    guide: [],
  };
}

const plainField = { length: null, required: true, hint: null, sample: null };

function later(date: string, days: number): string {
  return Array.from({ length: days }).reduce<string>(dayAfter, date);
}
