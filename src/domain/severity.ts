import { DAY, HOUR, MINUTE, type Instant } from './time.ts';
import type { Verdict } from './facts.ts';

/** How much it matters, worst first: for the plugin, the desk and the alerts (deploy/prometheus/oqs-alerts.yml). */
export const severities = ['critical', 'warning', 'unknown', 'ok'] as const;
export type Severity = (typeof severities)[number];

/** What a severity is told from. */
interface Situation {
  readonly verdict: Verdict;
  readonly step: string;
  /** When the terminal was looked at. */
  readonly checkedAt: Instant;
  /** When the notice's last day is over; null: there is none, or it is not known. */
  readonly deadline: Instant | null;
}

/**
 * How much a terminal matters now. Critical: nothing but a call helps; the deadline is over and the version is not
 * proven; or the restart is still to come once the morning has begun, because it must come before the first patient.
 */
export function severityOf({ verdict, step, checkedAt, deadline }: Situation, now: Instant): Severity {
  if (verdict === 'current') return 'ok';
  if (verdict === 'failed' || isOver(deadline, now) || (step === 'restart' && isMorning(checkedAt))) return 'critical';
  return verdict === 'unknown' ? 'unknown' : 'warning';
}

/** Whether the deadline has passed. */
export function isOver(deadline: Instant | null, now: Instant): boolean {
  return deadline !== null && deadline <= now;
}

/** From the morning three days before the last night on, whatever is not done is late. */
const NEAR = 4 * DAY;

/** Whether the deadline is near, or over. */
export function isNear(deadline: Instant | null, now: Instant): boolean {
  return deadline !== null && deadline - now <= NEAR;
}

/** The terminals are in Japan, which has no daylight saving time. */
const JAPAN = 9 * HOUR;
const MORNING = 7 * HOUR + 30 * MINUTE;

/** From 07:30 in Japan until midnight. */
function isMorning(at: Instant): boolean {
  return (at + JAPAN) % DAY >= MORNING;
}
