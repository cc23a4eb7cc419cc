import type { Decision } from '../domain/facts.ts';
import type { History } from '../domain/history.ts';
import type { Notice, NoticeField } from '../domain/notice/notice.ts';
import type { Instant } from '../domain/time.ts';
import type { Clinic } from '../settings/clinic.ts';
import { completedDay } from './completed-day.ts';

/** What is known of a terminal and its clinic without typing. */
export interface Known {
  readonly notice: Notice;
  readonly history: Pick<History, 'versionsSeen' | 'operatorVersions'>;
  readonly decision: Pick<Decision, 'verdict'> | null;
  readonly clinic: Clinic;
  readonly now: Instant;
}

/** The field in which the clinic's name stands; its telephone number stands in the first of that kind. */
const CLINIC_NAME = 'clinic-name';

/**
 * What stands in a field that nobody has typed into: the day of the proof, the clinic of an earlier report; else ''.
 */
export function knownValue({ notice, history, decision, clinic, now }: Known, { id, kind }: NoticeField): string {
  if (kind === 'date') return completedDay(history, decision, notice, now);
  return (isClinicName({ id, kind }) ? clinic.name : isClinicPhone(notice, { id }) ? clinic.phone : null) ?? '';
}

export function isClinicName({ id, kind }: Pick<NoticeField, 'id' | 'kind'>): boolean {
  return kind === 'text' && id === CLINIC_NAME;
}

export function isClinicPhone({ report }: Pick<Notice, 'report'>, { id }: Pick<NoticeField, 'id'>): boolean {
  return report?.fields.find(({ kind }) => kind === 'phone')?.id === id;
}
