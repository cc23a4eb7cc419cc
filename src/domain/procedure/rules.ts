import type { CheckId, RuleId, StepId, Verdict } from '../facts.ts';
import {
  blockingCheck,
  cyclesAreUsedUp,
  firstNightIsOver,
  isOk,
  isOutdated,
  isUndecided,
  mayAnswerNextTime,
  nightWithoutRestart,
  pressAwaitsRestart,
  pressIsInFuture,
  reportSentAt,
  restartMaySettle,
} from './conditions.ts';
import type { Situation } from './facts.ts';
import * as because from './reasons.ts';
import { underWay } from './under-way.ts';

export interface Rule {
  readonly id: RuleId;
  readonly step: StepId;
  readonly verdict: Verdict;
  readonly holds: (facts: Situation) => boolean;
  /** For `fix-first`: the check to mend first. */
  readonly check?: (facts: Situation) => CheckId | null;
  /** Why, in words. Asked only where the rule holds. */
  readonly reason: (facts: Situation) => string;
}

/** What is left when no other holds: the version is old, and the first night is still to come or running. */
export const lastRule: Rule = {
  id: '10',
  step: 'leave-on-overnight',
  verdict: 'action-needed',
  holds: isOutdated,
  reason: because.nightToCome,
};

/** Read from the top: the first rule that holds says what to do. */
export const rules: readonly Rule[] = [
  {
    id: '0',
    step: 'wait',
    verdict: 'action-needed',
    holds: (facts) => underWay(facts) !== null,
    reason: because.somethingRuns,
  },
  {
    id: '1',
    step: 'fix-first',
    verdict: 'action-needed',
    holds: (facts) => pressAwaitsRestart(facts) && pressIsInFuture(facts),
    check: () => 'clock',
    reason: because.pressedInFuture,
  },
  {
    id: '1',
    step: 'restart',
    verdict: 'action-needed',
    holds: pressAwaitsRestart,
    reason: because.pressedNotRestarted,
  },
  {
    id: '2',
    step: 'all-done',
    verdict: 'current',
    holds: (facts) => isOk(facts) && reportSentAt(facts) !== null,
    reason: because.reportSent,
  },
  {
    id: '3',
    step: 'send-report',
    verdict: 'current',
    holds: isOk,
    reason: because.reportNotSent,
  },
  {
    id: '4',
    step: 'restart',
    verdict: 'action-needed',
    holds: restartMaySettle,
    reason: because.disagreesBeforeRestart,
  },
  {
    id: '5a',
    step: 'read-again',
    verdict: 'unknown',
    holds: mayAnswerNextTime,
    reason: because.notReadInTime,
  },
  {
    id: '5',
    step: 'check-by-hand',
    verdict: 'unknown',
    holds: isUndecided,
    reason: because.undecided,
  },
  {
    id: '6',
    step: 'call-support',
    verdict: 'failed',
    holds: (facts) => isOutdated(facts) && cyclesAreUsedUp(facts),
    reason: because.triedTwice,
  },
  {
    id: '7',
    step: 'restart',
    verdict: 'action-needed',
    holds: (facts) => isOutdated(facts) && nightWithoutRestart(facts) !== null,
    reason: because.nightNotRestarted,
  },
  {
    id: '8',
    step: 'fix-first',
    verdict: 'action-needed',
    holds: (facts) => isOutdated(facts) && blockingCheck(facts) !== null,
    check: blockingCheck,
    reason: because.checkFails,
  },
  {
    id: '9',
    step: 'download-now',
    verdict: 'action-needed',
    holds: (facts) => isOutdated(facts) && firstNightIsOver(facts),
    reason: because.nightPassed,
  },
  lastRule,
];
