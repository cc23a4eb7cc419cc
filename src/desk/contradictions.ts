import {
  checkIds,
  stepIds,
  witnessStates,
  type ComponentStatus,
  type StepId,
  type Verdict,
  type WitnessSource,
} from '../domain/facts.ts';
import { compareVersions, parseVersion } from '../domain/versions/version.ts';
import { judgeWitnesses, worstOf } from '../domain/versions/component-status.ts';
import type { AnswerRead } from './document-schema.ts';

/** What of an answer does not go with the rest of it. */
export type Contradiction =
  'doubled' | 'targets' | 'components' | 'witnesses' | 'status' | 'check' | 'verdict' | 'journal';

const anything: readonly ComponentStatus[] = ['ok', 'outdated', 'disagree', 'unknown'];

/** What each step goes with, by the table of rules: its verdict, and how the worst target stands. */
const steps: Readonly<Record<StepId, { readonly verdict: Verdict; readonly of: readonly ComponentStatus[] }>> = {
  wait: { verdict: 'action-needed', of: anything },
  restart: { verdict: 'action-needed', of: anything },
  'fix-first': { verdict: 'action-needed', of: anything },
  'all-done': { verdict: 'current', of: ['ok'] },
  'send-report': { verdict: 'current', of: ['ok'] },
  'read-again': { verdict: 'unknown', of: ['unknown'] },
  'check-by-hand': { verdict: 'unknown', of: ['disagree', 'unknown'] },
  'call-support': { verdict: 'failed', of: ['outdated'] },
  'download-now': { verdict: 'action-needed', of: ['outdated'] },
  'by-hand-steps': { verdict: 'action-needed', of: ['outdated'] },
  'leave-on-overnight': { verdict: 'action-needed', of: ['outdated'] },
};

/** What the check of the versions can say when the worst target stands so. */
const versionChecks: Readonly<Record<ComponentStatus, readonly string[]>> = {
  ok: ['ok', 'warn'],
  outdated: ['warn', 'fail'],
  disagree: ['fail'],
  unknown: ['unknown'],
  'not-required': [],
};

/** Formats whose every word is known here; a later one may have steps, checks and states of its own. */
const OWN_FORMAT = /^1\.[01]$/;
/** Its witnesses did not say whether they were absent or unreadable. */
const FIRST_FORMAT = '1.0';

/**
 * What in an answer contradicts the rest, so that no terminal can have given it; null: nothing. The status of each
 * component is worked out again from its witnesses, and the verdict must be one that some journal could lead to. It
 * proves nothing of an answer that was made up without a fault.
 */
export function contradictionIn(answer: AnswerRead): Contradiction | null {
  const { notice, components, checks } = answer;
  const asked = notice === undefined ? [] : (notice.targets ?? [notice.target]);
  const first = asked[0];
  if (notice && (notice.target.component !== first?.component || notice.target.version !== first.version))
    return 'targets';
  if ([asked.map(({ component }) => component), components, checks].some(hasTwice)) return 'doubled';
  const required = new Map(asked.map(({ component, version }) => [component, version]));
  if (asked.some(({ component }) => !components.some(({ id }) => id === component))) return 'components';
  if (components.some((each) => each.required !== (required.get(each.id) ?? null))) return 'components';
  if (components.some((each) => !isClear(each, answer))) return 'witnesses';
  if (components.some((each) => !isJudged(each))) return 'status';
  const worst = worstOf(asked.flatMap(({ component }) => components.flatMap((each) => judged(each, component))));
  const status = worst?.status ?? 'unknown';
  if (!versionsChecked(answer, status)) return 'check';
  if (!isVerdictOf(answer, status)) return 'verdict';
  return hasJournalFor(answer, status) ? null : 'journal';
}

type Component = AnswerRead['components'][number];

function hasTwice(each: readonly (string | { readonly id: string })[]): boolean {
  return new Set(each.map((one) => (typeof one === 'string' ? one : one.id))).size < each.length;
}

/** The sources of every console of our formats. */
const sources: ReadonlySet<string> = new Set<WitnessSource>(['delivery-record', 'version-info', 'operator']);
const states: ReadonlySet<string> = new Set(witnessStates);

/** Each source once, and a version from those that answer and from no other. */
function isClear({ witnesses }: Component, { formatVersion }: AnswerRead): boolean {
  if (hasTwice(witnesses.map(({ source }) => source))) return false;
  if (OWN_FORMAT.test(formatVersion) && !witnesses.every(isOurs)) return false;
  return witnesses.every(({ state, version }) =>
    (state ?? null) === null ? formatVersion === FIRST_FORMAT : (state === 'answers') === ((version ?? null) !== null),
  );
}

/** Whether a console of our formats can have had it: a text that is a version and nothing else was read as that one. */
function isOurs({ source, state, raw, version }: Component['witnesses'][number]): boolean {
  return isReadAs(raw ?? '', version ?? '') && sources.has(source) && states.has(state ?? 'absent');
}

function isReadAs(raw: string, version: string): boolean {
  // As nearly all are, of the thousands that are read at once.
  if (raw === version) return true;
  const [plain, said] = [parseVersion(raw), parseVersion(version)];
  return plain === null || said === null || compareVersions(plain, said) === 0;
}

/** Whether its witnesses come to what it says. */
function isJudged({ status, installed, required, witnesses }: Component): boolean {
  return ['absent', 'unreadable'].some((silent) => {
    const said = witnesses.map(({ source, state, version }) => ({
      source,
      state: state ?? ((version ?? null) === null ? silent : 'answers'),
      version: version ?? null,
    }));
    const reading = judgeWitnesses(said, required);
    return reading.status === status && reading.installed === installed;
  });
}

function judged({ id, status }: Component, target: string): readonly { readonly status: ComponentStatus }[] {
  return id === target ? anything.filter((each) => each === status).map((each) => ({ status: each })) : [];
}

function versionsChecked({ checks, verdict }: AnswerRead, status: ComponentStatus): boolean {
  const check = checks.find(({ id }) => id === 'component-versions');
  // Without it no answer is done; of others it says no more than they do.
  return check ? versionChecks[status].includes(check.status) : verdict !== 'current';
}

function isVerdictOf(answer: AnswerRead, status: ComponentStatus): boolean {
  const { formatVersion, verdict, nextStep } = answer;
  const step = stepIds.find((id) => id === nextStep.id);
  const isOwn = OWN_FORMAT.test(formatVersion);
  if (step === undefined || !Object.values(steps).some((each) => each.verdict === verdict))
    return !isOwn && (verdict !== 'current' || status === 'ok');
  const { verdict: said, of } = steps[step];
  if (verdict !== said || !of.includes(status)) return false;
  if (step === 'fix-first') return isBlocked(answer, status, isOwn);
  if (step === 'read-again')
    return answer.components.some(({ witnesses }) => witnesses.some(({ state }) => state === 'timed-out'));
  return nextStep.check === null;
}

const blocking: ReadonlySet<string> = new Set(['clock', 'delivery-task', 'network', 'disk-space', 'management-tool']);

/**
 * Whether the check to mend first stands in the way; a clock is to be mended also where it makes a press lie in the
 * future.
 */
function isBlocked({ nextStep, checks }: AnswerRead, status: ComponentStatus, isOwn: boolean): boolean {
  const { check } = nextStep;
  if (check === 'clock') return true;
  const mayBlock = blocking.has(check ?? '') || (!isOwn && !checkIds.some((id) => id === check));
  return mayBlock && status === 'outdated' && checks.some((each) => each.id === check && each.status === 'fail');
}

/** Whether a journal of so many entries can have led to it. Earlier consoles do not tell of the head. */
function hasJournalFor(answer: AnswerRead, status: ComponentStatus): boolean {
  const { journal } = answer;
  if (journal === undefined) return answer.formatVersion === FIRST_FORMAT || answer.verdict !== 'current';
  const { state, entries, head } = journal;
  if (OWN_FORMAT.test(answer.formatVersion) && !isOurJournal(journal)) return false;
  if (state === 'absent' && (entries !== 0 || (head ?? null) !== null)) return false;
  if (entries > 0 && head === null) return false;
  return entries >= entriesFor(answer, status);
}

const journalStates: ReadonlySet<string> = new Set(['intact', 'torn', 'changed', 'unsealed', 'absent']);

/**
 * Whether a console of our formats says such a thing of its journal: the lines are numbered from 1, and hashed by
 * SHA-256.
 */
function isOurJournal({ state, entries, head }: NonNullable<AnswerRead['journal']>): boolean {
  const isHead = !head || (Number.isSafeInteger(head.seq) && head.seq > 0 && /^[0-9a-f]{64}$/.test(head.sha256));
  return journalStates.has(state) && Number.isSafeInteger(entries) && entries >= 0 && isHead;
}

/** How many entries there must be at least. */
function entriesFor({ nextStep, notice, checks, components }: AnswerRead, status: ComponentStatus): number {
  const typed = components.some(({ witnesses }) => witnesses.some(({ source }) => source === 'operator'));
  switch (nextStep.id) {
    case 'call-support': // two presses
      return 2;
    case 'wait': // what was begun
      return 1;
    case 'restart': // a press, where neither a night nor a disagreement asks for it
      return status === 'ok' || status === 'unknown' || typed ? 1 : 0;
    case 'fix-first': // a press in the future, where the clock does not fail
      return typed || !checks.some(({ id, status: found }) => id === nextStep.check && found === 'fail') ? 1 : 0;
    case 'all-done': // the report; the built-in notice asks for one
      return typed || notice?.file === null ? 1 : 0;
    default:
      return typed ? 1 : 0;
  }
}
