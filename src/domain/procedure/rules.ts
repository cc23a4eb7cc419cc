import type { CheckId, RuleId, StepId, Verdict } from '../facts.ts';
import { checkNames, componentNames, witnessNames } from '../names.ja.ts';
import { firstNightEnd, nextNight, type Night } from '../notice/calendar.ts';
import { offsetMinutesAt } from '../notice/zone.ts';
import { toShortText, type Instant } from '../time.ts';
import { isTimedOut } from '../versions/component-status.ts';
import {
  answersOf,
  blockingCheck,
  firstNightIsOver,
  inReception,
  isBlocked,
  isOk,
  isOutdated,
  isUndecided,
  mayStillRun,
  nightWithoutRestart,
  pressAwaitsRestart,
  pressIsInFuture,
  reportSentAt,
  restartMaySettle,
  underWay,
} from './conditions.ts';
import { completeCycles, lastFullBoot, lastPress, type RuleFacts, type Situation } from './situation.ts';
import { reasonTexts, receptionText, unknownText, type VersionTexts } from './steps.ja.ts';

/** Pressing and restarting has then been tried often enough. */
const ENOUGH_CYCLES = 2;

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
  reason(facts) {
    const night = nextNight(facts.calendar, facts.now);
    const [from, to] = night ? nightTexts(facts, night) : [unknownText, unknownText];
    return reasonTexts.nightToCome(versionTexts(facts), from, to);
  },
};

/** Read from the top: the first rule that holds says what to do. */
export const rules: readonly Rule[] = [
  {
    id: '0',
    step: 'wait',
    verdict: 'action-needed',
    holds: (facts) => underWay(facts) !== null,
    reason(facts) {
      const runs = underWay(facts);
      const since = timeText(facts, runs?.since ?? null);
      return runs?.what === 'restart'
        ? reasonTexts.restartCountsDown(since, timeText(facts, runs.dueAt))
        : reasonTexts.downloadRuns(since);
    },
  },
  {
    id: '1',
    step: 'fix-first',
    verdict: 'action-needed',
    holds: (facts) => pressAwaitsRestart(facts) && pressIsInFuture(facts),
    check: () => 'clock',
    reason: (facts) => reasonTexts.pressedInFuture(pressedAtText(facts), timeText(facts, facts.now)),
  },
  {
    id: '1',
    step: 'restart',
    verdict: 'action-needed',
    holds: pressAwaitsRestart,
    reason(facts) {
      const press = lastPress(facts);
      const { pressedNotSeen, pressedNotRestarted } = reasonTexts;
      const text = press !== null && mayStillRun(press) ? pressedNotSeen : pressedNotRestarted;
      return beforeNextPatient(facts, text(pressedAtText(facts)));
    },
  },
  {
    id: '2',
    step: 'all-done',
    verdict: 'current',
    holds: (facts) => isOk(facts) && reportSentAt(facts) !== null,
    reason(facts) {
      const sentAt = timeText(facts, reportSentAt(facts));
      return reasonTexts.reportSent(versionTexts(facts), facts.notice.report.identificationNumber, sentAt);
    },
  },
  {
    id: '3',
    step: 'send-report',
    verdict: 'current',
    holds: isOk,
    reason: (facts) => reasonTexts.reportNotSent(versionTexts(facts), facts.notice.report.identificationNumber),
  },
  {
    id: '4',
    step: 'restart',
    verdict: 'action-needed',
    holds: restartMaySettle,
    reason: (facts) =>
      beforeNextPatient(facts, reasonTexts.disagreesBeforeRestart(targetName(facts), answersText(facts))),
  },
  {
    id: '5a',
    step: 'read-again',
    verdict: 'unknown',
    holds: ({ target }) => isTimedOut(target),
    reason(facts) {
      const { lastKnown } = facts.target;
      const known = lastKnown === null ? '' : reasonTexts.lastKnown(lastKnown.version, timeText(facts, lastKnown.at));
      return reasonTexts.notReadInTime(targetName(facts)) + known;
    },
  },
  {
    id: '5',
    step: 'check-by-hand',
    verdict: 'unknown',
    holds: isUndecided,
    reason: (facts) =>
      facts.target.status === 'disagree'
        ? reasonTexts.disagrees(targetName(facts), answersText(facts))
        : reasonTexts.unknown(targetName(facts)),
  },
  {
    id: '6',
    step: 'call-support',
    verdict: 'failed',
    holds: (facts) => isOutdated(facts) && completeCycles(facts) >= ENOUGH_CYCLES,
    reason(facts) {
      const [contact] = facts.notice.contacts.map(({ name, phone }) => reasonTexts.contact(name, phone));
      return reasonTexts.triedTwice(versionTexts(facts), completeCycles(facts), contact ?? unknownText);
    },
  },
  {
    id: '7',
    step: 'restart',
    verdict: 'action-needed',
    holds: (facts) => isOutdated(facts) && nightWithoutRestart(facts) !== null,
    reason(facts) {
      const bootedAt = timeText(facts, lastFullBoot(facts));
      const nightEnd = timeText(facts, nightWithoutRestart(facts)?.end ?? null);
      const text = facts.bootedAt === null ? reasonTexts.noRestartOnRecord : reasonTexts.nightNotRestarted;
      return beforeNextPatient(facts, text(versionTexts(facts), bootedAt, nightEnd));
    },
  },
  {
    id: '8',
    step: 'fix-first',
    verdict: 'action-needed',
    holds: (facts) => isOutdated(facts) && isBlocked(facts),
    check: blockingCheck,
    reason(facts) {
      const check = blockingCheck(facts);
      return reasonTexts.checkFails(versionTexts(facts), check === null ? unknownText : checkNames[check]);
    },
  },
  {
    id: '9',
    step: 'download-now',
    verdict: 'action-needed',
    holds: (facts) => isOutdated(facts) && firstNightIsOver(facts),
    reason(facts) {
      const passed = reasonTexts.nightPassed(versionTexts(facts), timeText(facts, firstNightEnd(facts.calendar)));
      const night = inReception(facts) ? nextNight(facts.calendar, facts.now) : null;
      return beforeNextPatient(facts, passed) + (night ? reasonTexts.orNextNight(...nightTexts(facts, night)) : '');
    },
  },
  lastRule,
];

/** In hours of reception, a step that ends in a restart says so. */
function beforeNextPatient(facts: Situation, reason: string): string {
  return inReception(facts) ? reason + receptionText : reason;
}

function targetName({ target }: RuleFacts): string {
  return componentNames[target.id];
}

function versionTexts(facts: RuleFacts): VersionTexts {
  const { installed, required } = facts.target;
  return { component: targetName(facts), installed: installed ?? unknownText, required: required ?? unknownText };
}

function answersText(facts: RuleFacts): string {
  return answersOf(facts)
    .map(({ source, version }) => reasonTexts.answer(witnessNames[source], version))
    .join('、');
}

function pressedAtText(facts: RuleFacts): string {
  return timeText(facts, lastPress(facts)?.at ?? null);
}

function nightTexts(facts: RuleFacts, { start, end }: Night): [from: string, to: string] {
  return [timeText(facts, start), timeText(facts, end)];
}

function timeText({ notice }: RuleFacts, at: Instant | null): string {
  return at === null ? unknownText : toShortText(at, offsetMinutesAt(notice.delivery.timeZone, at));
}
