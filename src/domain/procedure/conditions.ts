import { bootSince, CLOCK_SLACK, isBoot, isSince, type Placed } from '../boots.ts';
import type { CheckId, ComponentReading, Decision, UnderWay, Witness } from '../facts.ts';
import { isAfterItsBoot, lastReport, terminalsDone, timeNow, timesNow, type Press } from '../history.ts';
import { firstNightEnd, isOpen, lastEndedDeliveringNight, zoneOf, type Night } from '../notice/calendar.ts';
import type { Instant } from '../time.ts';
import { compareVersions, parseVersion } from '../versions/version.ts';
import { bootedSince, lastFullBoot, lastPress, newest, type RuleFacts, type Situation } from './situation.ts';

export function isOk({ target }: Situation): boolean {
  return target.status === 'ok';
}

export function isOutdated({ target }: Situation): boolean {
  return target.status === 'outdated';
}

/** Whatever is neither shown to be reached nor shown to be old. */
export function isUndecided(facts: Situation): boolean {
  return !isOk(facts) && !isOutdated(facts);
}

/** Rule 0: what runs on the terminal now; null: nothing known of. A restart comes first: it ends a download, too. */
export function underWay(facts: RuleFacts): UnderWay | null {
  return restartUnderWay(facts) ?? downloadUnderWay(facts);
}

/**
 * A request to restart whose countdown runs, and that no boot has answered. The clock must stand in it: a request that
 * lies in the future, and of which the uptime does not tell how long ago it was, says nothing of when it ends.
 */
function restartUnderWay({ now, history, present, restartGraceMs = 0 }: RuleFacts): UnderWay | null {
  const { restart } = history.begun;
  if (restart === null || isAfterItsBoot(restart, present?.boot)) return null;
  const { at, dueAt } = timesNow(restart, present);
  return dueAt !== null && at <= now && now < dueAt + restartGraceMs ? { what: 'restart', since: at, dueAt } : null;
}

/** A press that a console watches: where that console is gone, nobody knows whether the tool still works. */
function downloadUnderWay({ history, livingLock, present }: RuleFacts): UnderWay | null {
  const { download } = history.begun;
  if (download === null || download.lock === null || download.lock !== livingLock) return null;
  return { what: 'download', since: timeNow(download, present), dueAt: null };
}

/**
 * Rule 1: a press is waiting for its restart. A press that found nothing newer, on a terminal that is up to date, waits
 * for none; nor does one where no restart completes the notice. That it found nothing is what the tool's words were
 * taken for, which may have been a dialog that nobody knows: a version that has changed since the press says otherwise.
 */
export function pressAwaitsRestart(facts: Situation): boolean {
  const press = lastPress(facts);
  if (!facts.notice.restart || press === null || bootedSince(facts, press)) return false;
  return !(isOk(facts) && press.outcome === 'already-latest' && !hasChangedSince(facts, press.at));
}

/**
 * The last press whose end was that the tool asks for a restart, where none completes the notice and none is known
 * since: the rules go on without one, but what the tool said stands, whatever it said later. null: there is none.
 */
export function restartAskedFor(facts: Pick<RuleFacts, 'notice' | 'history' | 'bootedAt' | 'present'>): Press | null {
  const press = facts.history.presses.findLast(({ outcome }) => outcome === 'restart-required');
  if (facts.notice.restart || press === undefined) return null;
  return isBoot(bootSince(facts, press)) ? null : press;
}

function hasChangedSince({ targets }: RuleFacts, time: Instant): boolean {
  const witnesses = targets.flatMap((target) => target.witnesses.filter(({ source }) => source === 'version-info'));
  return witnesses.some(({ changedAt }) => changedAt !== null && changedAt > time);
}

/** Rule 1: that press lies in the future. The clock was set back since, or is wrong now: it proves nothing. */
export function pressIsInFuture(facts: RuleFacts): boolean {
  const press = lastPress(facts);
  return press !== null && press.at - facts.now > CLOCK_SLACK;
}

/**
 * Whether the tool may still be at work after this press: nobody saw its end, the wait for it was given up, or it asked
 * something that nobody knows and that has not been answered from here.
 */
export function mayStillRun({ outcome, kind }: Pick<Press, 'outcome' | 'kind'>): boolean {
  return kind === 'press' && (outcome === null || outcome === 'hang' || outcome === 'unknown-dialog');
}

/** Rule 2: when the completion report of this notice was last sent; null when it was not. */
export function reportSentAt({ history, notice }: RuleFacts): Instant | null {
  return notice.report === null ? null : (lastReport(history, notice.report)?.at ?? null);
}

/** Rule 3: how many of the clinic's terminals in use are done, of how many; null: all of them, or not counted. */
export function otherTerminals({ history: { terminals } }: RuleFacts): Required<Decision>['terminals'] | null {
  if (terminals === null) return null;
  const done = terminalsDone(terminals);
  return done < terminals.count ? { done, count: terminals.count } : null;
}

/** Rule 4: the witnesses disagree, and a restart has neither happened nor been asked for since. */
export function restartMaySettle(facts: Situation): boolean {
  const { notice, target } = facts;
  return notice.restart && target.status === 'disagree' && !bootedSinceChange(facts) && !restartAskedSinceSeen(facts);
}

/** A witness that gives a version. */
interface Answer {
  readonly component: ComponentReading;
  readonly source: Witness['source'];
  readonly version: string;
  readonly changedAt: Instant | null;
}

/** What is said by the witnesses that disagree: of a target that is reached, one may be new, or the operator. */
function answersOf({ targets }: Situation): readonly Answer[] {
  return targets.filter(({ status }) => status === 'disagree').flatMap(answersAbout);
}

/** The witnesses of one target that give a version. */
export function answersAbout(component: ComponentReading): readonly Answer[] {
  return component.witnesses.flatMap(({ state, source, version, changedAt }) =>
    state === 'answers' && version !== null ? [{ component, source, version, changedAt }] : [],
  );
}

/** Whether a full boot is known since the newest answering witness changed. Where no change is dated, none can be. */
function bootedSinceChange(facts: Situation): boolean {
  const changes = answersOf(facts).flatMap(({ changedAt }) => (changedAt === null ? [] : [changedAt]));
  const changedAt = newest(changes);
  const bootedAt = lastFullBoot(facts);
  return changedAt !== null && bootedAt !== null && bootedAt >= changedAt;
}

/**
 * Whether a restart was asked for since the journal first held every one of the versions that the witnesses now answer.
 * One that was called off or refused settles nothing, unless the machine was restarted otherwise: what the record calls
 * new may only have been delivered, and whoever reads it there would type it as proof.
 */
function restartAskedSinceSeen(facts: Situation): boolean {
  const seen = answersOf(facts).map((answer) => firstSeen(facts, answer));
  return facts.history.restartRequests.some(
    (request) =>
      seen.every((first) => first !== null && isSince(request, first)) &&
      (request.isOff !== true || bootedSince(facts, request)),
  );
}

function firstSeen({ history }: RuleFacts, answer: Answer): Placed | null {
  const seen = history.versionsSeen
    .filter(({ component, source }) => component === answer.component.id && source === answer.source)
    .find(({ version }) => sameVersion(version, answer.version));
  return seen ?? null;
}

/** Part by part as numbers; a text that is not a version is the same as none. */
function sameVersion(left: string, right: string): boolean {
  const [a, b] = [parseVersion(left), parseVersion(right)];
  return a !== null && b !== null && compareVersions(a, b) === 0;
}

/**
 * Rule 7: the delivering night that ended last, where the last full boot was before its end; else null.
 * Where no full boot is known, it cannot be said that there was none since: then this does not hold.
 */
export function nightWithoutRestart(situation: Situation): Night | null {
  const night = lastEndedDeliveringNight(situation.calendar, situation.now);
  const boot = situation.notice.restart ? lastFullBoot(situation) : null;
  return night !== null && boot !== null && boot < night.end ? night : null;
}

/** The checks that stand in the way, in the order in which they are mended. */
const blockingChecks = ['clock', 'delivery-task', 'network', 'disk-space', 'management-tool'] as const;

/** Rule 8: whether a check that stands in the way fails, whichever it is. */
export function isBlocked(situation: Situation): boolean {
  return situation.checks.some((check) => standsInTheWay(situation, check.id) && check.status === 'fail');
}

/** Rule 8: the first check that fails and stands in the way; null when none does. */
export function blockingCheck(situation: Situation): CheckId | null {
  const failing = (id: CheckId): boolean =>
    situation.checks.some((check) => check.id === id && check.status === 'fail');
  return blockingChecks.find((id) => standsInTheWay(situation, id) && failing(id)) ?? null;
}

/** Of these, what stands in the way of a person who does the steps. */
const blockingByHand: ReadonlySet<CheckId> = new Set<CheckId>(['clock', 'disk-space']);

/** The tool is needed only after the first night, and never by hand. */
function standsInTheWay(situation: Situation, id: CheckId): boolean {
  if (situation.notice.by === 'hand') return blockingByHand.has(id);
  return blockingChecks.some((each) => each === id) && (id !== 'management-tool' || firstNightIsOver(situation));
}

/** Rule 9. Where nothing is delivered at night there is nothing to wait for. */
export function firstNightIsOver({ calendar, now }: Situation): boolean {
  return now >= (firstNightEnd(calendar) ?? -Infinity);
}

/** Whether patients are being received now. */
export function inReception({ receptionHours, notice, now }: RuleFacts): boolean {
  return isOpen(receptionHours, zoneOf(notice), now);
}
