import { deskTexts } from './desk.ja.ts';
import type { Row } from './rows.ts';

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
