import type { CheckId } from '../facts.ts';
import { MINUTE, type Instant } from '../time.ts';
import { firstNightEnd, lastEndedDeliveringNight, type Night } from '../notice/calendar.ts';
import { isOpen } from '../notice/hours.ts';
import { isTimedOut } from '../versions/component-status.ts';
import { bootedSince, completeCycles, lastFullBoot, lastPress } from './boots.ts';
import { bootedSinceChange, restartAskedSinceSeen } from './disagreement.ts';
import type { RuleFacts, Situation } from './facts.ts';

export function isOk({ target }: RuleFacts): boolean {
  return target.status === 'ok';
}

export function isOutdated({ target }: RuleFacts): boolean {
  return target.status === 'outdated';
}

/** Whatever is neither shown to be reached nor shown to be old. */
export function isUndecided(facts: RuleFacts): boolean {
  return !isOk(facts) && !isOutdated(facts);
}

/** Rule 1: a press is waiting for its restart. A press that found nothing newer, on a terminal that is up to date, waits for none. */
export function pressAwaitsRestart(facts: RuleFacts): boolean {
  const press = lastPress(facts);
  if (press === null || bootedSince(facts, press)) return false;
  return !(isOk(facts) && press.outcome === 'already-latest');
}

/** What the clock may be corrected by without a word; by default the check of the clock allows as much. */
const CLOCK_SLACK = 5 * MINUTE;

/** Rule 1: that press lies in the future. The clock was set back since, or is wrong now; what it says of the press is no evidence. */
export function pressIsInFuture(facts: RuleFacts): boolean {
  const press = lastPress(facts);
  return press !== null && press.at - facts.now > CLOCK_SLACK;
}

/** Rule 2: when the completion report of this notice was last sent; null when it was not. */
export function reportSentAt({ history, notice }: RuleFacts): Instant | null {
  const { identificationNumber } = notice.report;
  return history.reportsSent.findLast((report) => report.identificationNumber === identificationNumber)?.at ?? null;
}

/** Rule 4: the witnesses disagree, and a restart has neither happened nor been asked for since. */
export function restartMaySettle(facts: RuleFacts): boolean {
  return facts.target.status === 'disagree' && !bootedSinceChange(facts) && !restartAskedSinceSeen(facts);
}

/** Rule 5a: nobody knows, because a witness was not read in time. */
export function mayAnswerNextTime({ target }: RuleFacts): boolean {
  return isTimedOut(target);
}

/** Rule 6: pressing and restarting has been tried often enough. */
export function cyclesAreUsedUp(situation: Situation): boolean {
  return completeCycles(situation) >= 2;
}

/**
 * Rule 7: the delivering night that ended last, where the last full boot was before its end; else null.
 * Where no full boot is known, it cannot be said that there was none since: then this does not hold.
 */
export function nightWithoutRestart(situation: Situation): Night | null {
  const night = lastEndedDeliveringNight(situation.calendar, situation.now);
  const boot = lastFullBoot(situation);
  return night !== null && boot !== null && boot < night.end ? night : null;
}

/** The checks that stand in the way, in the order in which they are mended. */
const blockingChecks = ['clock', 'delivery-task', 'network', 'disk-space', 'management-tool'] as const;

/** Rule 8: the first check that fails and stands in the way; null when none does. The tool is needed only after the first night. */
export function blockingCheck(situation: Situation): CheckId | null {
  const failing = (id: CheckId): boolean =>
    situation.checks.some((check) => check.id === id && check.status === 'fail');
  const needed = (id: CheckId): boolean => id !== 'management-tool' || firstNightIsOver(situation);
  return blockingChecks.find((id) => failing(id) && needed(id)) ?? null;
}

/** Rule 9. */
export function firstNightIsOver({ calendar, now }: Situation): boolean {
  return now >= firstNightEnd(calendar);
}

/** Whether patients are being received now. */
export function inReception({ receptionHours, notice, now }: RuleFacts): boolean {
  return isOpen(receptionHours, notice.delivery.timeZone, now);
}
