import type { Instant } from '../core/time.ts';
import type { Press } from '../journal/history.ts';
import { deliveryBegan } from '../notice/calendar.ts';
import type { RuleFacts, Situation } from './facts.ts';

/** The full boots that are known of: the journaled ones, and the machine's present one. */
function fullBoots({ history, bootedAt }: RuleFacts): readonly Instant[] {
  return bootedAt === null ? history.fullBoots : [...history.fullBoots, bootedAt];
}

/** The newest full boot; null while none is known. */
export function lastFullBoot(facts: RuleFacts): Instant | null {
  return newest(fullBoots(facts));
}

/** Whether a full boot is known at or after that time. */
export function bootedSince(facts: RuleFacts, at: Instant): boolean {
  return fullBoots(facts).some((boot) => boot >= at);
}

/** The newest press of 「今すぐダウンロード」; null when there was none. */
export function lastPress({ history }: Pick<RuleFacts, 'history'>): Press | null {
  return inOrder(history.presses).at(-1) ?? null;
}

/**
 * The cycles that are complete since delivery began and since the last call to support. A cycle is a press followed,
 * before the next press, by a full boot; it counts where all of it lies in that time.
 */
export function completeCycles(situation: Situation): number {
  const since = Math.max(deliveryBegan(situation.calendar), ...situation.history.supportCalls);
  const boots = fullBoots(situation);
  const presses = inOrder(situation.history.presses);
  return presses.filter((press, index) => {
    const next = presses[index + 1]?.at ?? Infinity;
    return press.at >= since && boots.some((boot) => boot >= press.at && boot < next);
  }).length;
}

/** The newest of some times; null when there are none. */
export function newest(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : Math.max(...times);
}

/** A clock that was set back leaves the journal's times out of order. */
function inOrder(presses: readonly Press[]): readonly Press[] {
  return presses.toSorted((a, b) => a.at - b.at);
}
