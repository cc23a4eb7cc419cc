import type { Decision } from '../domain/facts.ts';
import type { History } from '../domain/history.ts';
import { zoneOf } from '../domain/notice/calendar.ts';
import type { Notice, NoticeField, Target } from '../domain/notice/notice.ts';
import { zoned } from '../domain/notice/zone.ts';
import type { Instant } from '../domain/time.ts';
import { compareVersions, parseVersion } from '../domain/versions/version.ts';
import type { Clinic } from '../settings/clinic.ts';

/** What is known of a terminal and its clinic without typing. */
export interface Known {
  readonly notice: Notice;
  readonly history: Pick<History, 'versionsSeen' | 'operatorVersions'>;
  readonly decision: Pick<Decision, 'verdict'> | null;
  readonly clinic: Clinic;
  readonly now: Instant;
}

/** What the fields are called whose values are known; a notice of another hand may call its own otherwise. */
const CLINIC_NAME = 'clinic-name';
const PHONE = 'phone';
const COMPLETED_ON = 'completed-on';

/** What stands in a field that nobody typed into: the day of the proof, the clinic of an earlier report; else ''. */
export function knownValue({ notice, history, decision, clinic, now }: Known, { id, kind }: NoticeField): string {
  if (isProofDay(notice, { id })) return completedDay(history, decision, notice, now);
  return (isClinicName({ id, kind }) ? clinic.name : isClinicPhone(notice, { id }) ? clinic.phone : null) ?? '';
}

export function isClinicName({ id, kind }: Pick<NoticeField, 'id' | 'kind'>): boolean {
  return kind === 'text' && id === CLINIC_NAME;
}

/** No label of a fax alone, once its width is normal: `電話番号(FAX不可)` is a telephone's. */
export const notOfFax = /電話|TEL|^(?!.*(?:FAX|ファ(?:ッ|ク)))/i;

/** What no label of a day to come is. */
const notOfLater = /^(?!.*(?:予定|次回))/;

/**
 * Whether the clinic's telephone number stands there: in the one of that name, else in the only one that is required,
 * else in the only one; never where the label says fax. Of several that are required it is the first.
 */
export function isClinicPhone({ report }: Pick<Notice, 'report'>, { id }: Pick<NoticeField, 'id'>): boolean {
  const phones = (report?.fields ?? []).filter(
    ({ kind, label }) => kind === 'phone' && notOfFax.test(label.normalize('NFKC')),
  );
  const required = phones.filter((field) => field.required);
  const named = required.length > 1 ? undefined : phones.find((field) => field.id === PHONE);
  const found = named ?? required[0] ?? (phones.length === 1 ? phones[0] : undefined);
  return found?.id === id;
}

/** What of the clinic the form of a notice asks for, and so can be typed. */
export function clinicAskedFor({ report }: Pick<Notice, 'report'>): {
  readonly name: boolean;
  readonly phone: boolean;
} {
  const fields = report?.fields ?? [];
  return { name: fields.some(isClinicName), phone: fields.some((field) => isClinicPhone({ report }, field)) };
}

/**
 * Whether the day of the proof stands there: in the one of that name, else in the only day that is required and not of
 * something to come. Any other day is of something that nobody but the operator knows.
 */
export function isProofDay({ report }: Pick<Notice, 'report'>, { id }: Pick<NoticeField, 'id'>): boolean {
  const days = (report?.fields ?? []).filter(({ kind }) => kind === 'date');
  const required = days.filter((field) => field.required);
  const only = required.length === 1 ? required.find(({ label }) => notOfLater.test(label)) : undefined;
  const found = days.find((field) => field.id === COMPLETED_ON) ?? only;
  return found?.id === id;
}

/** A day as the form wants it, `20260120`, by the calendar of the zone. */
export function compactDate(timeZone: string, at: Instant): string {
  return zoned(timeZone, at).date.replaceAll('-', '');
}

/**
 * The day on which the required version was proven, `20260120` in the notice's zone: the first moment from which on the
 * newest word of every source that had spoken was that version or a later one; or of a version seen by eye, which
 * decides alone. An unchanged word is not journaled again, so each source is remembered. Of several targets the last
 * one counts. Where the journal holds no such moment it is today; empty while nothing is proven.
 */
export function completedDay(
  history: Pick<History, 'versionsSeen' | 'operatorVersions'>,
  decision: Pick<Decision, 'verdict'> | null,
  notice: Pick<Notice, 'targets' | 'delivery'>,
  now: Instant,
): string {
  if (decision?.verdict !== 'current') return '';
  const proven = notice.targets.map((target) => provenSince(history, target));
  const known = proven.filter((at) => at !== null);
  return compactDate(zoneOf(notice), known.length === proven.length ? Math.max(...known) : now);
}

/** Since when every source says so, by the journal; null: it does not say. */
function provenSince(
  { versionsSeen, operatorVersions }: Pick<History, 'versionsSeen' | 'operatorVersions'>,
  { component, version: required }: Target,
): Instant | null {
  const byEye = operatorVersions.map((each) => ({ ...each, source: 'operator' as const }));
  const words = [...versionsSeen, ...byEye]
    .filter((each) => each.component === component)
    .toSorted((a, b) => a.at - b.at);
  const latest = new Map<string, boolean>();
  let since: Instant | null = null;
  for (const { at, source, version } of words) {
    const read = parseVersion(version);
    if (read === null) continue;
    latest.set(source, compareVersions(read, required) >= 0);
    const proven = latest.get('operator') === true || [...latest.values()].every(Boolean);
    since = proven ? (since ?? at) : null;
  }
  return since;
}
