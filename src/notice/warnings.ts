import { builtInFile } from '../domain/notice/built-in.ts';
import { calendarOf, lastDeliveringNight, ownDates } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { datePlaceholders } from '../domain/notice/placeholders.ts';
import type { Instant } from '../domain/time.ts';
import { warningTexts as texts } from './preview.ja.ts';
import { hasOld } from './scenes.ts';

/** What is right by itself, but hardly meant; `format` is that of the file. */
export function warningsOf(notice: Notice, format: number, now: Instant): readonly string[] {
  const { id, components, targets, deadline, report } = notice;
  const calendar = calendarOf(notice);
  const last = lastDeliveringNight(calendar);
  const passed = (at: Instant | null | undefined): boolean => at !== null && at !== undefined && at <= now;
  const isAsked = (component: string): boolean => targets.some((target) => target.component === component);
  return [
    ...(passed(calendar.deadline) ? [texts.deadlinePassed] : []),
    ...(passed(last?.end) ? [texts.nightsPassed] : []),
    ...(last !== null && deadline !== null && deadline < last.date ? [texts.deadlineBeforeLast] : []),
    ...(hasOld(notice) ? [] : [texts.noOlder]),
    ...components.flatMap((component) => {
      if (!isAsked(component.id)) return [texts.notAsked(component.name)];
      const isBlind = component.versionInfo === null && component.recordNames.length === 0;
      return isBlind ? [texts.noWitness(component.name)] : [];
    }),
    ...(report !== null && report.number !== null && report.fields.every(({ kind }) => kind !== 'fixed')
      ? [texts.numberNowhere(report.number)]
      : []),
    ...notice.contacts.flatMap(({ name, phone }) => (/\d/.test(phone.normalize('NFKC')) ? [] : [texts.noPhone(name)])),
    ...emptyDates(notice, now).map((name) => texts.noDateThere(name)),
    ...(format !== 1 && id === builtInFile().id ? [texts.replacesBuiltIn] : []),
  ];
}

/** The dates that the questions name and the calendar does not have, ever. */
function emptyDates(notice: Notice, now: Instant): readonly string[] {
  const calendar = calendarOf(notice);
  const dates = ownDates(calendar, Math.min(now, calendar.nights[0]?.start ?? now));
  const all = notice.faq.flatMap(({ question, answer }) => [question, answer]).join('');
  return datePlaceholders.filter((name) => all.includes(`{${name}}`) && dates[name] === null);
}
