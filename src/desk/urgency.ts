import { isNear, isOver, severityOf, type Severity } from '../domain/severity.ts';
import type { Instant } from '../domain/time.ts';
import type { Entry } from './entry.ts';
import { comesTo, isDone, type DeskState, type Urgency } from './states.ts';

/** How a terminal stands, as far as its urgency goes by it. */
interface Standpoint {
  readonly state: DeskState;
  readonly entry: Pick<Entry, 'at' | 'deadline'> | null;
  readonly stale: boolean;
  readonly spare: boolean;
}

/** What follows from how a terminal stands. */
export function weighed(
  at: Standpoint,
  now: Instant,
): { readonly urgency: Urgency; readonly severity: Severity; readonly overdue: boolean } {
  return { urgency: urgencyOf(at, now), severity: severityAt(at, now), overdue: isOverdue(at, now) };
}

function urgencyOf({ state, entry, stale, spare }: Standpoint, now: Instant): Urgency {
  const { urgency } = comesTo[state];
  if (isDone(state)) return urgency;
  if (spare) return 'spare';
  if (urgency !== 'later') return urgency;
  if (isNear(entry?.deadline ?? null, now)) return 'late';
  return stale ? 'silent' : urgency;
}

/**
 * How much it matters, as the plugin and the alert rules tell it. Who is silent gets a warning from the rules, and
 * nothing from the plugin.
 */
function severityAt({ state, entry, stale }: Standpoint, now: Instant): Severity {
  if (entry === null) return 'warning';
  const deadline = state === 'simulated' ? null : entry.deadline;
  const severity = severityOf({ verdict: comesTo[state].verdict, step: state, checkedAt: entry.at, deadline }, now);
  return stale && severity !== 'critical' ? 'warning' : severity;
}

/** Whether the deadline has passed, and the version is not proven. */
function isOverdue({ state, entry }: Standpoint, now: Instant): boolean {
  return !isDone(state) && isOver(entry?.deadline ?? null, now);
}
