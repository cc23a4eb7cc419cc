import type { CheckId, ComponentReading, RuleId, StepId, Verdict } from '../facts.ts';
import { checkNames, witnessNames } from '../names.ja.ts';
import { firstNightEnd, lastEndedDeliveringNight, nextNight, zoneOf, type Night } from '../notice/calendar.ts';
import type { NoticeReport } from '../notice/notice.ts';
import { offsetMinutesAt } from '../notice/zone.ts';
import { toShortText, type Instant } from '../time.ts';
import { isTimedOut } from '../versions/component-status.ts';
import { typedVersion } from '../versions/operator-witness.ts';
import {
  answersAbout,
  blockingCheck,
  firstNightIsOver,
  inReception,
  isBlocked,
  isOk,
  isOutdated,
  isUndecided,
  mayStillRun,
  nightWithoutRestart,
  otherTerminals,
  pressAwaitsRestart,
  pressIsInFuture,
  reportSentAt,
  restartAskedFor,
  restartMaySettle,
  underWay,
} from './conditions.ts';
import { completeCycles, lastFullBoot, lastPress, type RuleFacts, type Situation } from './situation.ts';
import { outcomeTexts } from '../outcomes.ja.ts';
import { reasonTexts, receptionText, unknownText, type NumberTexts, type VersionTexts } from './steps.ja.ts';

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
    reason(facts) {
      const text = lastPress(facts)?.kind === 'hand-steps' ? reasonTexts.stepsInFuture : reasonTexts.pressedInFuture;
      return text(pressedAtText(facts), timeText(facts, facts.now));
    },
  },
  {
    id: '1',
    step: 'restart',
    verdict: 'action-needed',
    holds: pressAwaitsRestart,
    reason(facts) {
      const press = lastPress(facts);
      const { dialogNotAnswered, pressedNotSeen, pressedNotRestarted, stepsNotRestarted } = reasonTexts;
      const at = pressedAtText(facts);
      if (press?.kind === 'hand-steps') return beforeNextPatient(facts, stepsNotRestarted(at));
      if (press?.outcome === 'unknown-dialog') return beforeNextPatient(facts, dialogNotAnswered(at));
      if (press !== null && mayStillRun(press)) return beforeNextPatient(facts, pressedNotSeen(at));
      const answer = press?.outcome ? outcomeTexts[press.outcome].title : '';
      return beforeNextPatient(facts, pressedNotRestarted(at, answer));
    },
  },
  {
    id: '2',
    step: 'all-done',
    verdict: 'current',
    holds: (facts) => isOk(facts) && (facts.notice.report === null || reportSentAt(facts) !== null),
    reason(facts) {
      const { report } = facts.notice;
      if (report === null) return reasonTexts.nothingToReport(versionTexts(facts));
      const sentAt = timeText(facts, reportSentAt(facts));
      return reasonTexts.reportSent(versionTexts(facts), reportNumber(report), sentAt);
    },
  },
  {
    id: '3',
    step: 'send-report',
    verdict: 'current',
    holds: isOk,
    reason(facts) {
      const others = otherTerminals(facts);
      return others === null
        ? reasonTexts.reportNotSent(versionTexts(facts), reportNumber(facts.notice.report))
        : reasonTexts.othersNotDone(versionTexts(facts), others.done, others.count);
    },
  },
  {
    id: '4',
    step: 'restart',
    verdict: 'action-needed',
    holds: restartMaySettle,
    reason: (facts) =>
      beforeNextPatient(facts, reasonTexts.disagreesBeforeRestart(worstNames(facts), answersText(facts))),
  },
  {
    id: '5a',
    step: 'read-again',
    verdict: 'unknown',
    holds: ({ target, targets }) => target.status === 'unknown' && targets.some(isTimedOut),
    reason(facts) {
      const late = facts.targets.filter(isTimedOut);
      const known = late.flatMap(({ name, lastKnown }) => {
        if (lastKnown === null) return [];
        const at = timeText(facts, lastKnown.at);
        return [reasonTexts.lastKnown(late.length > 1 ? name : null, lastKnown.version, at)];
      });
      return reasonTexts.notReadInTime(joined(late)) + known.join('');
    },
  },
  {
    id: '5',
    step: 'check-by-hand',
    verdict: 'unknown',
    holds: isUndecided,
    reason: (facts) =>
      (facts.target.status === 'disagree'
        ? reasonTexts.disagrees(worstNames(facts), answersText(facts))
        : reasonTexts.unknown(worstNames(facts))) + typedInVain(facts),
  },
  {
    id: '6',
    step: 'call-support',
    verdict: 'failed',
    holds: (facts) => isOutdated(facts) && completeCycles(facts) >= ENOUGH_CYCLES,
    reason(facts) {
      const [contact] = facts.notice.contacts.map(({ name, phone }) => reasonTexts.contact(name, phone));
      const { triedTwice, stepsTriedTwice } = reasonTexts;
      const asked = restartAskedFor(facts);
      const askedAt = asked && timeText(facts, asked.at);
      const text = facts.notice.by === 'hand' ? stepsTriedTwice : triedTwice(facts.notice.restart, askedAt);
      return text(versionTexts(facts), completeCycles(facts), contact ?? unknownText);
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
    step: 'by-hand-steps',
    verdict: 'action-needed',
    holds: (facts) => facts.notice.by === 'hand' && isOutdated(facts),
    reason: (facts) => beforeNextPatient(facts, reasonTexts.stepsToDo(versionTexts(facts))),
  },
  {
    id: '9',
    step: 'download-now',
    verdict: 'action-needed',
    holds: (facts) => isOutdated(facts) && firstNightIsOver(facts),
    reason(facts) {
      const ended = lastEndedDeliveringNight(facts.calendar, facts.now);
      const next = nextNight(facts.calendar, facts.now);
      const passed =
        ended === null
          ? reasonTexts.toBeDownloaded(versionTexts(facts))
          : reasonTexts.nightPassed(versionTexts(facts), whichNight(facts, ended, next), timeText(facts, ended.end));
      const toCome = inReception(facts) ? next : null;
      return beforeNextPatient(facts, passed) + (toCome ? reasonTexts.orNextNight(...nightTexts(facts, toCome)) : '');
    },
  },
  lastRule,
];

/** In hours of reception, a step that ends in a restart says so. */
function beforeNextPatient(facts: Situation, reason: string): string {
  return facts.notice.restart && inReception(facts) ? reason + receptionText : reason;
}

/** What tells the night that is over from the others. */
function whichNight({ calendar }: Situation, ended: Night, next: Night | null): 'first' | 'one' | 'last' {
  if (next === null) return 'last';
  return ended.end === firstNightEnd(calendar) ? 'first' : 'one';
}

/** The targets that are as bad as the worst. */
function worst({ target, targets }: Situation): readonly ComponentReading[] {
  return targets.filter(({ status }) => status === target.status);
}

function joined(targets: readonly ComponentReading[]): string {
  return targets.map(({ name }) => name).join('と');
}

function worstNames(facts: Situation): string {
  return joined(worst(facts));
}

function versionTexts(facts: Situation): readonly VersionTexts[] {
  return worst(facts).map(({ name, installed, required }) => ({
    component: name,
    installed: installed ?? unknownText,
    required: required ?? unknownText,
  }));
}

function answersText(facts: Situation): string {
  const components = worst(facts);
  return components
    .flatMap(answersAbout)
    .map(({ component, source, version }) =>
      reasonTexts.answer(components.length > 1 ? component.name : null, witnessNames[source], version),
    )
    .join('、');
}

/** Why what the operator typed of these does not count; '' where nothing was typed. */
function typedInVain(facts: Situation): string {
  const components = worst(facts);
  return components
    .map(({ id, name }) => {
      const typed = typedVersion(id, facts.history, facts);
      if (typed === null || typed.doubt === null) return '';
      const named = components.length > 1 ? name : null;
      return reasonTexts.typedInVain(named, typed.version, timeText(facts, typed.at), typed.doubt);
    })
    .join('');
}

/** What the form calls the notice, with the name of the field that it stands in; null: it has no number. */
function reportNumber(report: NoticeReport | null): NumberTexts | null {
  if (report === null || report.number === null) return null;
  const label = report.fields.find(({ kind }) => kind === 'fixed')?.label ?? null;
  return { label, number: report.number };
}

function pressedAtText(facts: RuleFacts): string {
  return timeText(facts, lastPress(facts)?.at ?? null);
}

function nightTexts(facts: RuleFacts, { start, end }: Night): [from: string, to: string] {
  return [timeText(facts, start), timeText(facts, end)];
}

export function timeText({ notice }: RuleFacts, at: Instant | null): string {
  return at === null ? unknownText : toShortText(at, offsetMinutesAt(zoneOf(notice), at));
}
