import { DAY, type Instant } from '../time.ts';
import { compareVersions } from '../versions/version.ts';
import { calendarOf } from './calendar.ts';
import type { Notice } from './notice.ts';

/** A notice, and how far the terminal is with it. */
export interface Candidate {
  readonly notice: Notice;
  /** Whether its targets are reached. */
  readonly isReached: boolean;
  /** Whether nothing is left to do. */
  readonly isDone: boolean;
}

/** A reached notice is closed so long after its deadline, whatever else is left of it. */
const CLOSED_AFTER = 30 * DAY;

/**
 * Of several notices the one under which a terminal is looked at: the open one that is due first, of equals the first;
 * else the latest. `others` are open too. At least one candidate.
 */
export function inForce<Some extends Candidate>(
  candidates: readonly Some[],
  now: Instant,
): { readonly chosen: Some; readonly others: readonly Some[] } {
  const byDeadline = candidates.toSorted((one, other) => dueAt(one) - dueAt(other));
  const [chosen, ...others] = byDeadline.filter((each) => !isClosed(each, candidates, now));
  if (chosen !== undefined) return { chosen, others };
  const latest = byDeadline.at(-1);
  if (latest === undefined) throw new Error('no notice');
  return { chosen: latest, others: [] };
}

function isClosed(candidate: Candidate, all: readonly Candidate[], now: Instant): boolean {
  if (candidate.isDone || all.some((other) => isInPlaceOf(other, candidate))) return true;
  return candidate.isReached && now - dueAt(candidate) > CLOSED_AFTER;
}

/** Whether a later notice asks for all that another asks for: the same components at the same or higher versions. */
function isInPlaceOf(later: Candidate, candidate: Candidate): boolean {
  if (dueAt(later) <= dueAt(candidate)) return false;
  return candidate.notice.targets.every(({ component, version }) =>
    later.notice.targets.some((other) => other.component === component && compareVersions(other.version, version) >= 0),
  );
}

/** When its last day is over; without one it is the latest of all. */
function dueAt({ notice }: Pick<Candidate, 'notice'>): number {
  return calendarOf(notice).deadline ?? Infinity;
}
