import type { Instant } from '../domain/time.ts';
import type { Entry } from './entry.ts';
import { isAhead, type Clinic, type Row } from './rows.ts';
import { badness, isDone } from './states.ts';
import { urgencyRank } from './urgency.ts';

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
    opensAt(one) - opensAt(other) ||
    badness(one.state) - badness(other.state) ||
    Number(other.stale) - Number(one.stale)
  );
}

/** When the first patient may come does not matter any more where the terminal is done. Who does not say comes last. */
function opensAt({ contact: { opens }, state }: Row): number {
  return (isDone(state) ? null : opens?.minutes) ?? 24 * 60;
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
export function compareNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
