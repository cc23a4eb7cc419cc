import type { Instant } from '../time.ts';
import { bootBetween, bootSince, isBoot, isMarked, isSince, presentBoot, type Placed } from '../boots.ts';
import type { Press } from '../history.ts';
import { deliveryBegan } from '../notice/calendar.ts';
import type { RuleFacts, Situation } from './facts.ts';

/** When the last full boot was; null while none is known. In a journal whose lines carry no marks, the newest time that is known. */
export function lastFullBoot(facts: RuleFacts): Instant | null {
  const { history } = facts;
  const present = presentBoot(facts);
  if (history.trail.some(isMarked)) return present ?? history.fullBoots.at(-1) ?? null;
  return newest(present === null ? history.fullBoots : [...history.fullBoots, present]);
}

/** Whether a full boot is known since that event: what only the clock speaks for counts too. */
export function bootedSince(facts: RuleFacts, event: Placed): boolean {
  return isBoot(bootSince(facts, event));
}

/** The last press of 「今すぐダウンロード」 in the journal; null when there was none. */
export function lastPress({ history }: Pick<RuleFacts, 'history'>): Press | null {
  return history.presses.at(-1) ?? null;
}

/**
 * The cycles that are complete since delivery began and since the last call to support. A cycle is a press followed,
 * before the next press, by a full boot; it counts where all of it lies in that time.
 */
export function completeCycles(situation: Situation): number {
  const { calendar, history } = situation;
  const began = deliveryBegan(calendar);
  const called = history.supportCalls.at(-1);
  return history.presses.filter((press, index) => {
    const next = history.presses[index + 1];
    const counts = press.at >= began && (called === undefined || isSince(press, called));
    return counts && isBoot(next ? bootBetween(situation, press, next) : bootSince(situation, press));
  }).length;
}

/** The newest of some times; null when there are none. */
export function newest(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : Math.max(...times);
}
