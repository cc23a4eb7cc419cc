import { toShortText, type Instant } from '../time.ts';
import { firstNightEnd, nextNight, offsetMinutesAt, type Night } from '../notice/calendar.ts';
import { checkNames, componentNames, witnessNames } from '../names.ja.ts';
import { reasonTexts, receptionText, unknownText, type VersionTexts } from './steps.ja.ts';
import { completeCycles, lastFullBoot, lastPress } from './boots.ts';
import { blockingCheck, inReception, nightWithoutRestart, reportSentAt } from './conditions.ts';
import { answersOf } from './disagreement.ts';
import type { RuleFacts, Situation } from './facts.ts';
import { mayStillRun, underWay } from './under-way.ts';

export function somethingRuns(facts: Situation): string {
  const runs = underWay(facts);
  const since = timeText(facts, runs?.since ?? null);
  return runs?.what === 'restart'
    ? reasonTexts.restartCountsDown(since, timeText(facts, runs.dueAt))
    : reasonTexts.downloadRuns(since);
}

export function pressedNotRestarted(facts: Situation): string {
  const press = lastPress(facts);
  const pressedAt = timeText(facts, press?.at ?? null);
  const text = press !== null && mayStillRun(press) ? reasonTexts.pressedNotSeen : reasonTexts.pressedNotRestarted;
  return beforeNextPatient(facts, text(pressedAt));
}

export function pressedInFuture(facts: Situation): string {
  return reasonTexts.pressedInFuture(timeText(facts, lastPress(facts)?.at ?? null), timeText(facts, facts.now));
}

export function reportSent(facts: Situation): string {
  const sentAt = timeText(facts, reportSentAt(facts));
  return reasonTexts.reportSent(versionTexts(facts), facts.notice.report.identificationNumber, sentAt);
}

export function reportNotSent(facts: Situation): string {
  return reasonTexts.reportNotSent(versionTexts(facts), facts.notice.report.identificationNumber);
}

export function disagreesBeforeRestart(facts: Situation): string {
  const component = componentNames[facts.target.id];
  return beforeNextPatient(facts, reasonTexts.disagreesBeforeRestart(component, answersText(facts)));
}

export function undecided(facts: Situation): string {
  const component = componentNames[facts.target.id];
  return facts.target.status === 'disagree'
    ? reasonTexts.disagrees(component, answersText(facts))
    : reasonTexts.unknown(component);
}

export function notReadInTime(facts: Situation): string {
  const { id, lastKnown } = facts.target;
  const known = lastKnown === null ? '' : reasonTexts.lastKnown(lastKnown.version, timeText(facts, lastKnown.at));
  return reasonTexts.notReadInTime(componentNames[id]) + known;
}

export function triedTwice(facts: Situation): string {
  const contact = facts.notice.contacts.map(({ name, phone }) => reasonTexts.contact(name, phone))[0];
  return reasonTexts.triedTwice(versionTexts(facts), completeCycles(facts), contact ?? unknownText);
}

export function nightNotRestarted(facts: Situation): string {
  const bootedAt = timeText(facts, lastFullBoot(facts));
  const nightEnd = timeText(facts, nightWithoutRestart(facts)?.end ?? null);
  const reason = facts.bootedAt === null ? reasonTexts.noRestartOnRecord : reasonTexts.nightNotRestarted;
  return beforeNextPatient(facts, reason(versionTexts(facts), bootedAt, nightEnd));
}

export function checkFails(facts: Situation): string {
  const check = blockingCheck(facts);
  return reasonTexts.checkFails(versionTexts(facts), check === null ? unknownText : checkNames[check]);
}

export function nightPassed(facts: Situation): string {
  const passed = reasonTexts.nightPassed(versionTexts(facts), timeText(facts, firstNightEnd(facts.calendar)));
  const night = inReception(facts) ? nextNight(facts.calendar, facts.now) : null;
  return beforeNextPatient(facts, passed) + (night ? reasonTexts.orNextNight(...nightTexts(facts, night)) : '');
}

export function nightToCome(facts: Situation): string {
  const night = nextNight(facts.calendar, facts.now);
  const [from, to] = night ? nightTexts(facts, night) : [unknownText, unknownText];
  return reasonTexts.nightToCome(versionTexts(facts), from, to);
}

/** In hours of reception, a step that ends in a restart says so. */
function beforeNextPatient(facts: Situation, reason: string): string {
  return inReception(facts) ? reason + receptionText : reason;
}

function versionTexts({ target }: RuleFacts): VersionTexts {
  return {
    component: componentNames[target.id],
    installed: target.installed ?? unknownText,
    required: target.required ?? unknownText,
  };
}

function answersText(facts: RuleFacts): string {
  return answersOf(facts)
    .map(({ source, version }) => reasonTexts.answer(witnessNames[source], version))
    .join('、');
}

function nightTexts(facts: RuleFacts, { start, end }: Night): [from: string, to: string] {
  return [timeText(facts, start), timeText(facts, end)];
}

function timeText({ notice }: RuleFacts, at: Instant | null): string {
  return at === null ? unknownText : toShortText(at, offsetMinutesAt(notice.delivery.timeZone, at));
}
