import type { CheckId, RuleId, StepId, Verdict } from '../domain/facts.ts';
import { join, split } from './code-digits.ts';

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
  /**
   * The first five hex digits of the hash of the journal's last line, zeros without a journal; null: format 1 does not
   * tell.
   */
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

/**
 * How many values each of a version's three parts has. Behind the versions come two numbers more: unknown, and other.
 */
export type VersionSizes = readonly [number, number, number];

/** How many numbers a version takes. */
export function versionCount(sizes: VersionSizes): number {
  return otherVersion(sizes) + 1;
}

/**
 * The number of an installed version in plain digits; null: it is not known. A fourth part that is 0 says nothing:
 * `2.0.0.0` is `2.0.0`.
 */
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
