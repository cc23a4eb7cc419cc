import type { CheckId, RuleId, StepId, Verdict } from '../domain/facts.ts';

/** What a code says on the phone. */
export interface CodeFacts {
  readonly verdict: Verdict;
  readonly step: StepId;
  /** For `fix-first`: the check to mend first. */
  readonly check: CheckId | null;
  readonly rule: RuleId;
  /** The component that the notice is about, by its place (`componentPlaces`), from 0. */
  readonly component: number;
  readonly installed: CodeVersion;
  /** The first five hex digits of the hash of the journal's last line, zeros without one; null: not told (format 1). */
  readonly head: string | null;
}

/** An installed version as a code tells it. `other`: there is one, but it has more parts or larger numbers than fit. */
export type CodeVersion =
  { readonly type: 'version'; readonly version: string } | { readonly type: 'unknown' } | { readonly type: 'other' };

/**
 * Why a text is no code. `unlike`: the check character, or what the code would say, does not fit: it was misheard or
 * mistyped. `format`: a later console may have made it.
 */
export type CodeProblem = 'length' | 'character' | 'unlike' | 'format';

/** What the number in a code says. */
export type ReadNumber =
  { readonly ok: true; readonly facts: CodeFacts } | { readonly ok: false; readonly problem: 'unlike' | 'format' };

/** How many values each of a version's three parts has. Behind the versions come two numbers: unknown, and other. */
export type VersionSizes = readonly [number, number, number];

/** How many numbers a version takes. */
export function versionCount(sizes: VersionSizes): number {
  return otherVersion(sizes) + 1;
}

/** The number of an installed version (null: not known). A fourth part that is 0 says nothing: `2.0.0.0` is `2.0.0`. */
export function versionNumber(installed: string | null, sizes: VersionSizes): number {
  if (installed === null) return unknownVersion(sizes);
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\.0)?$/.exec(installed)?.slice(1).map(Number);
  if (!parts || parts.some((part, index) => part >= (sizes[index] ?? 0))) return otherVersion(sizes);
  return join(parts, sizes);
}

/** The version that a number stands for. */
export function versionOf(number: number, sizes: VersionSizes): CodeVersion {
  if (number === unknownVersion(sizes)) return { type: 'unknown' };
  if (number === otherVersion(sizes)) return { type: 'other' };
  return { type: 'version', version: split(number, sizes).map(String).join('.') };
}

function unknownVersion([majors, minors, patches]: VersionSizes): number {
  return majors * minors * patches;
}

function otherVersion(sizes: VersionSizes): number {
  return unknownVersion(sizes) + 1;
}

/**
 * The characters of a code, worth 0 to 18. Left out is what looks like another (0 O D Q, 1 I L, 2 Z, 5 S, 8 B, U V; G
 * beside 6) and what sounds like one on the phone in Japanese (N beside M, D beside T, Q beside 9). Nineteen is prime:
 * the check needs that.
 */
export const ALPHABET = '34679ACEFHJKMPRTWXY';

/** The number of characters, and the modulus of the check. */
export const MODULUS = ALPHABET.length;
const RADIX = 2;

/**
 * The check character behind these values, by the pure system of ISO 7064 with modulus 19 and radix 2 (as MOD 11-2 and
 * MOD 37-2 of the standard, clause 7): the sum of value times 2 to the power of its place from the right is 1. The
 * modulus is prime and the powers of 2 differ at up to eighteen places, so every wrong character is found, and every
 * swap of two, near or far.
 */
export function checkValue(values: readonly number[]): number {
  const product = values.reduce((sum, value) => ((sum + value) * RADIX) % MODULUS, 0);
  return (1 + MODULUS - product) % MODULUS;
}

/** What the characters are worth; null where one is none of the alphabet. */
export function valuesOf(text: string): readonly number[] | null {
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  return values.includes(-1) ? null : values;
}

/** The characters of these values. */
export function charactersOf(values: readonly number[]): string {
  return values.map((value) => ALPHABET.charAt(value)).join('');
}

/** Several small numbers as one, the most significant first; each is at least 0 and below the size of its place. */
export function join(values: readonly number[], sizes: readonly number[]): number {
  return values.reduce((sum, value, index) => sum * (sizes[index] ?? 1) + value, 0);
}

/** The numbers that `number` was joined from. What is beyond the first place is dropped. */
export function split(number: number, sizes: readonly number[]): readonly number[] {
  return sizes.reduceRight<{ readonly rest: number; readonly digits: readonly number[] }>(
    ({ rest, digits }, size) => ({ rest: Math.floor(rest / size), digits: [rest % size, ...digits] }),
    { rest: number, digits: [] },
  ).digits;
}
