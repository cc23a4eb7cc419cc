import { MINUTE, toShortText, type Instant } from '../domain/time.ts';
import type { Called } from './called.ts';
import type { Counts } from './counts.ts';
import { deskTexts } from './desk.ja.ts';
import { clinicKey } from './identity.ts';
import { isAhead, type Row } from './rows.ts';

/** What a terminal is shown among. */
export interface Shown {
  readonly standing: { readonly counts: Pick<Counts, 'notices'> };
  /** The clinics that were called today. */
  readonly called: Called;
  readonly offsetMinutes: number;
}

/** What is to be told of a terminal behind its state, in a few words each. */
export function notes(row: Row): readonly string[] {
  const { change, unchangedDays } = row;
  return [
    ...(row.overdue ? [deskTexts.overdue] : row.urgency === 'late' ? [deskTexts.nearDeadline] : []),
    ...(row.contact.spare ? [deskTexts.spare] : []),
    ...(change === null
      ? []
      : [unchangedDays === null ? deskTexts.changes[change] : deskTexts.unchangedFor(unchangedDays)]),
  ];
}

/** Everything that is to be told of a terminal besides its state, in a few words each. */
export function remarks(row: Row): readonly string[] {
  return [
    ...(row.stale ? [deskTexts.stale] : []),
    ...(row.ahead ? [deskTexts.ahead] : []),
    ...(row.outdated ? [deskTexts.outdated] : []),
    ...(row.entry?.simulated === true && row.state !== 'simulated' ? [deskTexts.simulated] : []),
    ...(row.twins.length === 0 ? [] : [deskTexts.sameTime]),
    ...(row.wentBack === null ? [] : [deskTexts.journalWentBack]),
    ...notes(row),
  ];
}

/** What tells a terminal from those of its name, in a few columns: the end of its place. */
export function placeName({ entry }: Row): string {
  if (entry === null) return '';
  const { path, line } = entry.source;
  const end = path.split(/[/\\]/).slice(-2).join('/');
  return line === null ? end : `${end}:${String(line)}`;
}

/** Before the state, where it cannot be cut off: when the clinic was called today. */
export function calledText({ clinic }: Row, { called, offsetMinutes }: Shown): readonly string[] {
  const mark = called.get(clinicKey(clinic));
  return mark === undefined ? [] : [deskTexts.calledAt(toShortText(mark.at, offsetMinutes).split(' ')[1] ?? '')];
}

/** How long ago, in words of at most 8 columns. What is as little ahead as clocks may differ is of now. */
export function ageText(at: Instant | null, now: Instant): string {
  return at === null
    ? deskTexts.noAge
    : deskTexts.age(isAhead(at, now) ? null : Math.max(0, Math.floor((now - at) / MINUTE)));
}

/** The state, and the check to mend first; where there are several notices, which one. */
export function whyText(row: Row, model: Shown): string {
  const { counts } = model.standing;
  const { state, entry, twins, outdated, wentBack } = row;
  const check = entry?.check ?? null;
  const code = state === 'check-failed' ? (entry?.step ?? null) : null;
  return [
    ...calledText(row, model),
    deskTexts.states[state],
    ...(check === null ? [] : [check]),
    ...(code === null ? [] : [code]),
    ...(counts.notices.length < 2 || !entry?.notice?.id ? [] : [entry.notice.id]),
    ...(outdated ? [deskTexts.outdated] : []),
    ...(entry?.simulated === true && state !== 'simulated' ? [deskTexts.simulated] : []),
    ...(twins.length === 0 ? [] : [deskTexts.sameTime]),
    ...(wentBack === null ? [] : [deskTexts.journalWentBack]),
    ...notes(row),
  ].join(': ');
}
