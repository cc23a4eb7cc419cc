import { isNear, isOver, severityOf, type Severity } from '../domain/severity.ts';
import type { Instant } from '../domain/time.ts';
import type { Entry } from './entry.ts';
import { isDone, verdictOf, type DeskState } from './states.ts';

/** Whom to call first, by what must happen before the clinic opens: the order of every list of the desk. */
export const urgencies = [
  'restart', // it has arrived, and works only after a restart
  'failed', // only the call centre helps
  'late', // not done, with the deadline near or over
  'contradictory', // the answer contradicts itself
  'unknown', // what the terminal stands at cannot be told
  'silent', // no answer, or an old one
  'later', // there is work to do, and time for it
  'spare', // a spare machine: no patient is received with it today
  'report', // done but for the report
  'done',
] as const;
export type Urgency = (typeof urgencies)[number];

/** How urgent it is: 0 comes first. */
export function urgencyRank(urgency: Urgency): number {
  return urgencies.indexOf(urgency);
}

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

const byState: Readonly<Record<DeskState, Urgency>> = {
  restart: 'restart',
  failed: 'failed',
  contradictory: 'contradictory',
  unknown: 'unknown',
  'check-failed': 'unknown',
  'no-answer': 'silent',
  simulated: 'silent',
  'fix-first': 'later',
  'download-now': 'later',
  'by-hand-steps': 'later',
  'leave-on-overnight': 'later',
  'other-step': 'later',
  'send-report': 'report',
  'all-done': 'done',
};

function urgencyOf({ state, entry, stale, spare }: Standpoint, now: Instant): Urgency {
  const urgency = byState[state];
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
  const severity = severityOf({ verdict: verdictOf[state], step: state, checkedAt: entry.at, deadline }, now);
  return stale && severity !== 'critical' ? 'warning' : severity;
}

/** Whether the deadline has passed, and the version is not proven. */
function isOverdue({ state, entry }: Standpoint, now: Instant): boolean {
  return !isDone(state) && isOver(entry?.deadline ?? null, now);
}
