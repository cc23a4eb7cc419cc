import {
  bootBetween,
  bootSince,
  isBoot,
  isMarked,
  isSince,
  presentBoot,
  type KnownBoots,
  type Moment,
  type Placed,
} from '../boots.ts';
import type { CheckResult, ComponentReading, Survey } from '../facts.ts';
import type { History, Press } from '../history.ts';
import { deliveryBegan, type Calendar } from '../notice/calendar.ts';
import type { OpeningHours } from '../notice/parts.ts';
import type { Notice } from '../notice/notice.ts';
import type { Instant } from '../time.ts';
import { targetsIn, worstOf } from '../versions/component-status.ts';

/** All that the verdict is made of. */
export interface RuleFacts {
  readonly now: Instant;
  /** When the targets were read. */
  readonly readAt: Instant;
  readonly notice: Notice;
  /** The notice's nights where they are at hand: to lay them out again for each key takes time. */
  readonly calendar?: Calendar;
  /** Hours of reception, by the clock of the notice's zone. */
  readonly receptionHours: OpeningHours;
  /** The readings of the components that the notice asks for, at least one. */
  readonly targets: readonly ComponentReading[];
  readonly checks: readonly Pick<CheckResult, 'id' | 'status'>[];
  /** The machine's last full boot; null where it cannot be told. */
  readonly bootedAt: Instant | null;
  /** The clock and the boot, read after every line of the journal; absent: only their times tell boots apart. */
  readonly present?: Moment | undefined;
  /**
   * How long after its time a restart still counts as under way, in milliseconds; absent: not at all, as rule 0 has it.
   * On a screen that is read meanwhile, what has begun is not to be asked for once more.
   */
  readonly restartGraceMs?: number;
  /** The token of the lock whose owner is at work; null: no console acts on this terminal. */
  readonly livingLock: string | null;
  /** What the journal holds of this notice. */
  readonly history: History;
}

/** The facts as the rules read them: the notice's nights laid out as points in time, and the target that decides. */
export interface Situation extends RuleFacts {
  readonly calendar: Calendar;
  /** The worst of `targets`. */
  readonly target: ComponentReading;
}

/** The target that decides, as the survey read it; null: none of them was read. */
export function targetReading(
  survey: Pick<Survey, 'components'>,
  notice: Pick<Notice, 'targets'>,
): ComponentReading | null {
  return worstOf(targetsIn(survey.components, notice)) ?? null;
}

/** When the last full boot was; null: none is known. In a journal whose lines carry no marks, the newest time known. */
export function lastFullBoot(facts: KnownBoots): Instant | null {
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
 * before the next press, by a full boot; where no restart completes the notice, by a reading. It counts where all of it
 * lies in that time.
 */
export function completeCycles(situation: Situation): number {
  const { calendar, history, notice, readAt } = situation;
  const began = deliveryBegan(calendar) ?? -Infinity;
  const called = history.supportCalls.at(-1);
  return history.presses.filter((press, index) => {
    const next = history.presses[index + 1];
    const counts = press.at >= began && (called === undefined || isSince(press, called));
    if (!notice.restart) return counts && (next !== undefined || readAt >= press.at);
    return counts && isBoot(next ? bootBetween(situation, press, next) : bootSince(situation, press));
  }).length;
}

/** The newest of some times; null when there are none. */
export function newest(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : Math.max(...times);
}
