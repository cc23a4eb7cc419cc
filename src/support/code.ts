import type { ComponentId } from '../domain/facts.ts';
import { charactersOf, checkValue, isChecked, MODULUS, valuesOf } from './alphabet.ts';
import type { CodeFacts, CodeProblem } from './code-facts.ts';
import { FORMAT_1_LENGTH, readFormat1 } from './code-format-1.ts';
import { FORMAT_2_LENGTH, numberOf, readFormat2, type Said } from './code-format.ts';
import { join, split } from './places.ts';

export type ReadCode =
  { readonly ok: true; readonly facts: CodeFacts } | { readonly ok: false; readonly problem: CodeProblem };

const GROUP = /.{4}(?=.)/g;

/** The places of a number written in `length` characters, the check character among them. */
const places = (length: number): readonly number[] => Array.from({ length: length - 1 }, () => MODULUS);

/**
 * The code of a decision, as three groups of four characters: `ABCD-EFGH-JKMP`. Its facts as one number, written in eleven characters
 * of the alphabet, the most significant first; behind them the check character. `head`: the hash of the journal's last line, in hex;
 * null without a journal.
 */
export function encodeCode(
  said: Said,
  target: { readonly id: ComponentId; readonly installed: string | null },
  head: string | null,
): string {
  const digits = split(numberOf(said, target, head), places(FORMAT_2_LENGTH));
  return charactersOf([...digits, checkValue(digits)]).replace(GROUP, '$&-');
}

/**
 * Reads a code as it was typed: lower case, full width, spaces and hyphens of any kind make no difference. Its length tells the
 * format. One that cannot be right is refused with the reason; nothing is ever put right by guessing.
 */
export function decodeCode(text: string): ReadCode {
  // The Japanese input method types a long vowel mark where a hyphen is meant.
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}ー]/gu, '');
  const { length } = Array.from(bare);
  if (length !== FORMAT_1_LENGTH && length !== FORMAT_2_LENGTH) return { ok: false, problem: 'length' };
  const values = valuesOf(bare);
  if (values === null) return { ok: false, problem: 'character' };
  if (!isChecked(values)) return { ok: false, problem: 'unlike' };
  const number = join(values.slice(0, -1), places(length));
  return length === FORMAT_1_LENGTH ? readFormat1(number) : readFormat2(number);
}
