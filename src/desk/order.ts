import type { Instant } from '../domain/time.ts';
import type { Entry } from './entry.ts';
import { isAhead, type Clinic, type Row } from './rows.ts';
import { badness, isDone, urgencyRank } from './states.ts';

/** The orders that a list may stand in. */
export const sortings = ['urgency', 'clinic', 'opens', 'answered'] as const;
export type Sorting = (typeof sortings)[number];

/** What comes first; null: what must be done first, as the rows come. Of equals that one does too. */
const comparisons: Readonly<Record<Sorting, ((one: Row, other: Row) => number) | null>> = {
  urgency: null,
  clinic: (one, other) => compareNames(one.contact.name ?? one.clinic, other.contact.name ?? other.clinic),
  opens: (one, other) => opensAt(one) - opensAt(other),
  answered: (one, other) => (one.entry?.at ?? 0) - (other.entry?.at ?? 0),
};

export function sortedRows(rows: readonly Row[], sorting: Sorting): readonly Row[] {
  const compare = comparisons[sorting];
  return compare === null ? rows : rows.toSorted(compare);
}

/** A clinic stands where its worst terminal does. */
export function sortedClinics(clinics: readonly Clinic[], sorting: Sorting): readonly Clinic[] {
  const compare = comparisons[sorting];
  return compare === null ? clinics : clinics.toSorted((one, other) => compare(one.worst, other.worst));
}

/**
 * Answers from the future come last. Of the same time the worst comes first, then the order of the files: whatever
 * order they were read in.
 */
export function newestFirst(now: Instant): (one: Entry, other: Entry) => number {
  return (one, other) =>
    Number(isAhead(one.at, now)) - Number(isAhead(other.at, now)) ||
    other.at - one.at ||
    badness(one.state) - badness(other.state) ||
    compare(one.source.path, other.source.path) ||
    (one.source.line ?? 0) - (other.source.line ?? 0);
}

/**
 * What must be done first comes first: by urgency, the overdue ones first, then who opens first, then the worst state,
 * the stale ones first.
 */
function urgentFirst(one: Row, other: Row): number {
  return (
    urgencyRank(one.urgency) - urgencyRank(other.urgency) ||
    Number(other.overdue) - Number(one.overdue) ||
    neededAt(one) - neededAt(other) ||
    badness(one.state) - badness(other.state) ||
    Number(other.stale) - Number(one.stale)
  );
}

const MIDNIGHT = 24 * 60;

/** Who does not say, and what cannot be read as a time, comes last. */
function opensAt({ contact: { opens } }: Row): number {
  return opens?.minutes ?? MIDNIGHT;
}

/** When the first patient may come does not matter any more where the terminal is done. */
function neededAt(row: Row): number {
  return isDone(row.state) ? MIDNIGHT : opensAt(row);
}

/** What must be done first comes first, then by name. */
export function worseFirst(one: Row, other: Row): number {
  return (
    urgentFirst(one, other) ||
    compareNames(one.clinic, other.clinic) ||
    compareNames(one.terminal, other.terminal) ||
    compare(one.id, other.id)
  );
}

/** By the worst terminal, then by the share that is not done, then by name. */
export function worseClinicFirst(one: Clinic, other: Clinic): number {
  return (
    urgentFirst(one.worst, other.worst) ||
    openShare(other) - openShare(one) ||
    compareNames(one.name, other.name) ||
    compare(one.worst.id, other.worst.id)
  );
}

function openShare({ rows, done }: Clinic): number {
  return (rows.length - done) / rows.length;
}

/** What has no name comes last. */
function compareNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
