import type { Instant } from '../domain/time.ts';
import type { Entry } from './entry.ts';
import type { Clinic, Row } from './row.ts';
import { badness } from './states.ts';
import { isAhead } from './times.ts';

/** Answers from the future come last. Of the same time the worst comes first, then the order of the files: whatever order they were read in. */
export function newestFirst(now: Instant): (one: Entry, other: Entry) => number {
  return (one, other) =>
    Number(isAhead(one.at, now)) - Number(isAhead(other.at, now)) ||
    other.at - one.at ||
    badness(one.state) - badness(other.state) ||
    compare(one.source.path, other.source.path) ||
    (one.source.line ?? 0) - (other.source.line ?? 0);
}

/** By state; in the same state the stale ones first, then by name. */
export function worseFirst(one: Row, other: Row): number {
  return (
    badness(one.state) - badness(other.state) ||
    Number(other.stale) - Number(one.stale) ||
    compareNames(one.clinic, other.clinic) ||
    compareNames(one.terminal, other.terminal) ||
    compare(one.id, other.id)
  );
}

/** By the worst terminal, then by the share that is not done, then by name. */
export function worseClinicFirst(one: Clinic, other: Clinic): number {
  return (
    badness(one.worst.state) - badness(other.worst.state) ||
    Number(other.worst.stale) - Number(one.worst.stale) ||
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
