import { checkIds, ruleIds, stepIds, type Decision, type RuleId, type StepId, type Verdict } from '../domain/facts.ts';
import {
  versionCount,
  versionNumber,
  versionOf,
  type ReadNumber,
  type VersionSizes,
  join,
  split,
} from './code-numbers.ts';

/**
 * Format 2, twelve characters. The numbers here are a contract: a desk reads codes of consoles older and newer than its
 * own. What is new takes the next free number; a number never changes and is never used again. An id without one is a
 * type error.
 */
export const FORMAT_2_LENGTH = 12;

/** Up to 31. */
const stepNumbers: Readonly<Record<StepId, number>> = {
  restart: 0,
  'all-done': 1,
  'send-report': 2,
  'check-by-hand': 3,
  'call-support': 4,
  'fix-first': 5,
  'download-now': 6,
  'leave-on-overnight': 7,
  wait: 8,
  'read-again': 9,
  'by-hand-steps': 10,
};

/** Up to 15: the place in the list of `componentsOf`, the built-in ones first; all behind share the last number. */
export const LAST_PLACE = 15;

/** What each rule says, and its number, up to 31. It tells the verdict; a step that it cannot say was misheard. */
const rules: Readonly<
  Record<RuleId, { readonly number: number; readonly verdict: Verdict; readonly steps: readonly StepId[] }>
> = {
  '0': { number: 0, verdict: 'action-needed', steps: ['wait'] },
  '1': { number: 1, verdict: 'action-needed', steps: ['restart', 'fix-first'] },
  '2': { number: 2, verdict: 'current', steps: ['all-done'] },
  '3': { number: 3, verdict: 'current', steps: ['send-report'] },
  '4': { number: 4, verdict: 'action-needed', steps: ['restart'] },
  '5': { number: 5, verdict: 'unknown', steps: ['check-by-hand'] },
  '5a': { number: 11, verdict: 'unknown', steps: ['read-again'] },
  '6': { number: 6, verdict: 'failed', steps: ['call-support'] },
  '7': { number: 7, verdict: 'action-needed', steps: ['restart'] },
  '8': { number: 8, verdict: 'action-needed', steps: ['fix-first'] },
  '9': { number: 9, verdict: 'action-needed', steps: ['download-now', 'by-hand-steps'] },
  '10': { number: 10, verdict: 'action-needed', steps: ['leave-on-overnight'] },
};

const ROOM = 32;
/** Of the journal's head the first hex digits. */
const HEAD_DIGITS = 5;
const HEADS = 16 ** HEAD_DIGITS;
/** `10.13.21` is the largest version that fits. */
const versionSizes: VersionSizes = [11, 14, 22];

/**
 * How many values each field has: rule, step or check, component, journal head, version. Their product is just below
 * what eleven characters of nineteen hold: 116,479,513,067,520 of 116,490,258,898,219.
 */
const fieldSizes = [ROOM, 2 * ROOM, 16, HEADS, versionCount(versionSizes)] as const;

/** The facts as one number. `head`: the hash of the journal's last line, in hex; null without a journal. */
export function numberOf(
  { step, check, rule }: Pick<Decision, 'step' | 'check' | 'rule'>,
  target: { readonly place: number; readonly installed: string | null },
  head: string | null,
): number {
  const fields = [
    rules[rule].number,
    step === 'fix-first' && check !== null ? ROOM + checkIds.indexOf(check) : stepNumbers[step],
    Math.min(target.place, LAST_PLACE),
    head === null ? 0 : Number.parseInt(head.slice(0, HEAD_DIGITS), 16),
    versionNumber(target.installed, versionSizes),
  ];
  return join(fields, fieldSizes);
}

/** What the number of a code of format 2 says. */
export function readFormat2(number: number): ReadNumber {
  const [ruleNumber, said = 0, component = 0, head = 0, version = 0] = split(number, fieldSizes);
  const rule = ruleIds.find((id) => rules[id].number === ruleNumber);
  const check = said < ROOM ? null : checkIds[said - ROOM];
  const step = said < ROOM ? stepIds.find((id) => stepNumbers[id] === said) : 'fix-first';
  if (rule === undefined || check === undefined || step === undefined) return { ok: false, problem: 'format' };
  const { verdict, steps } = rules[rule];
  if (!steps.includes(step)) return { ok: false, problem: 'unlike' };
  return {
    ok: true,
    facts: {
      verdict,
      step,
      check,
      rule,
      component,
      installed: versionOf(version, versionSizes),
      head: head.toString(16).padStart(HEAD_DIGITS, '0'),
    },
  };
}
