import type { Decision } from '../../src/domain/facts.ts';
import type { Instant } from '../../src/domain/time.ts';
import { emptyHistory, type History } from '../../src/domain/history.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import type { Notice, NoticeField } from '../../src/domain/notice/notice.ts';
import type { TypedValues } from '../../src/report/fields.ts';
import { buildReport, type Report } from '../../src/report/report.ts';
import { january } from '../domain/notice/builders.ts';

/** A time of January 2026 in Japan: `20 08:10`. */
export function at(text: string): Instant {
  const [day, time] = text.split(' ');
  return Date.parse(`2026-01-${String(day)}T${String(time)}+09:00`);
}

export const notice = january;

/** The notice's field with these changes. */
export function field(id: NoticeField['id'], changes: Partial<NoticeField> = {}): NoticeField {
  const found = notice.report.fields.find((each) => each.id === id);
  if (!found) throw new Error(`no field ${id}`);
  return { ...found, ...changes };
}

export const proven: Decision = {
  rule: '3',
  verdict: 'current',
  step: 'send-report',
  reason: '顔認証ライブラリは 5.1.0 で、必要な 5.1.0 以上になっています。',
  check: null,
  night: null,
  alternative: null,
  prepared: false,
  progress: null,
};

export const values: TypedValues = {
  'completed-on': '20260120',
  'clinic-name': 'サンプルクリニック',
  phone: '0312345678',
};

export const counted = { at: at('20 09:00'), count: 2, allDone: true, done: 2, spare: 0 } as const;

/** A report that is ready, with these changes. */
export function report(
  changes: {
    readonly notice?: Notice;
    readonly history?: Partial<History>;
    readonly decision?: Decision | null;
    readonly values?: TypedValues;
    readonly now?: Instant;
  } = {},
): Report {
  const built = buildReport({
    notice: changes.notice ?? notice,
    calendar: calendarOf(changes.notice ?? notice),
    history: { ...emptyHistory, terminals: counted, ...changes.history },
    decision: changes.decision === undefined ? proven : changes.decision,
    values: { ...values, ...changes.values },
    now: changes.now ?? at('20 09:10'),
  });
  if (built === null) throw new Error('nothing is reported');
  return built;
}
