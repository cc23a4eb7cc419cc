import type { CheckId, ComponentId, Decision, RuleId, StepId, Verdict } from '../core/facts.ts';
import { ruleIds } from '../core/facts.ts';
import { rules } from '../procedure/rules.ts';
import { MODULUS, charactersOf, checkValue, isChecked, valuesOf } from './alphabet.ts';
import type { CodeVersion } from './code-format.ts';
import {
  FORMAT,
  checks,
  components,
  fieldSizes,
  steps,
  verdicts,
  versionNumber,
  versionOf,
} from './code-format.ts';

/** What a code says on the phone. */
export interface CodeFacts {
  readonly verdict: Verdict;
  readonly step: StepId;
  /** For `fix-first`: the check to mend first. */
  readonly check: CheckId | null;
  readonly rule: RuleId;
  /** The component that the notice is about, and its version. */
  readonly component: ComponentId;
  readonly installed: CodeVersion;
}

/**
 * Why a text is no code. `unlike`: the check character, or what the code would say, does not fit: it was misheard or mistyped.
 * `format`: a later console may have made it.
 */
export type CodeProblem = 'length' | 'character' | 'unlike' | 'format';

export type ReadCode =
  { readonly ok: true; readonly facts: CodeFacts } | { readonly ok: false; readonly problem: CodeProblem };

const LENGTH = 8;

/**
 * The code of a decision, as two groups of four characters: `ABCD-EFGH`. Format 1: the fields of `fieldSizes` as one number,
 * written in seven characters of the alphabet, the most significant first; behind them the check character.
 */
export function encodeCode(
  { verdict, step, check, rule }: Pick<Decision, 'verdict' | 'step' | 'check' | 'rule'>,
  target: { readonly id: ComponentId; readonly installed: string | null },
): string {
  const fields = [
    FORMAT,
    verdicts.indexOf(verdict),
    step === 'fix-first' && check !== null
      ? steps.length + checks.indexOf(check)
      : steps.findIndex((each) => each === step),
    Number(rule),
    components.indexOf(target.id),
    versionNumber(target.installed),
  ];
  const number = fields.reduce((sum, field, index) => sum * (fieldSizes[index] ?? 1) + field, 0);
  const digits = split(
    number,
    Array.from({ length: LENGTH - 1 }, () => MODULUS),
  );
  const characters = charactersOf([...digits, checkValue(digits)]);
  return `${characters.slice(0, LENGTH / 2)}-${characters.slice(LENGTH / 2)}`;
}

/**
 * Reads a code as it was typed: lower case, full width, spaces and hyphens of any kind make no difference. One that cannot be right
 * is refused with the reason; nothing is ever put right by guessing.
 */
export function decodeCode(text: string): ReadCode {
  // The Japanese input method types a long vowel mark where a hyphen is meant.
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}ー]/gu, '');
  if (Array.from(bare).length !== LENGTH) return { ok: false, problem: 'length' };
  const values = valuesOf(bare);
  if (values === null) return { ok: false, problem: 'character' };
  if (!isChecked(values)) return { ok: false, problem: 'unlike' };
  return read(values.slice(0, -1).reduce((sum, value) => sum * MODULUS + value, 0));
}

function read(number: number): ReadCode {
  const [format, verdictAt = -1, stepAt = -1, ruleNumber = -1, componentAt = -1, version = -1] = split(
    number,
    fieldSizes,
  );
  if (format !== FORMAT) return { ok: false, problem: 'format' };
  const verdict = verdicts[verdictAt];
  const check = checks[stepAt - steps.length] ?? null;
  const step = check === null ? steps[stepAt] : 'fix-first';
  const component = components[componentAt];
  const rule = ruleIds.find((id) => id === String(ruleNumber));
  // Several wrong characters can pass the check character; hardly ever do they say what a rule says.
  const isSaid = rules.some((each) => each.id === rule && each.verdict === verdict && each.step === step);
  if (!isSaid || rule === undefined || verdict === undefined || step === undefined || component === undefined)
    return { ok: false, problem: 'unlike' };
  return { ok: true, facts: { verdict, step, check, rule, component, installed: versionOf(version) } };
}

/** A number as digits, the most significant first, each place with a size of its own. What is beyond the first place is dropped. */
function split(number: number, sizes: readonly number[]): readonly number[] {
  return sizes.reduceRight<{ readonly rest: number; readonly digits: readonly number[] }>(
    ({ rest, digits }, size) => ({ rest: Math.floor(rest / size), digits: [rest % size, ...digits] }),
    { rest: number, digits: [] },
  ).digits;
}
