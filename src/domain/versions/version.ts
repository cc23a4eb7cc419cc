import compare from 'semver/functions/compare.js';
import { dottedNumbers, readsAsDate, splitParts } from './dotted-number.ts';
import { halfWidth } from '../../text/normal-forms.ts';

/** A version as it was found. */
export interface FoundVersion {
  /** As it stands in the text. */
  readonly raw: string;
  /** In plain digits, three parts or four: `5.1.0`, `5.1.0.12`. */
  readonly version: string;
}

/**
 * Finds the first dotted number of a text: 2 to 4 parts, full-width digits allowed, leading zeros dropped. Gives null where there is
 * none, and where it may be something else than a version: a calendar date (see `readsAsDate`), five parts and more, a number
 * beyond safe integers, a preview (`5.1.0-rc1`), half of a range. What follows later in the text is never taken in its place.
 */
export function findVersion(text: string): FoundVersion | null {
  for (const { start, end, parts } of dottedNumbers(halfWidth(text))) {
    return parts && { raw: text.slice(start, end), version: normalised(parts) };
  }
  return null;
}

/** Reads a text that is one version and nothing else, `v`, `Ver.` and `バージョン` before it allowed. Gives `5.1.0`, or null. */
export function parseVersion(text: string): string | null {
  const bare = halfWidth(text)
    .trim()
    .replace(/^(?:version|ver|v|バージョン)[.:]? {0,8}(?=\d)/i, '');
  const parts = readsAsDate(bare) ? null : splitParts(bare);
  return parts && normalised(parts);
}

/**
 * Compares two versions in plain digits, part by part as numbers; parts that are missing count as 0.
 * Throws RangeError for anything else: texts from outside go through `parseVersion` or `findVersion` first.
 */
export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [fourParts(a), fourParts(b)];
  const first = compare(left.slice(0, 3).join('.'), right.slice(0, 3).join('.'));
  if (first !== 0) return first;
  const [x, y] = [Number(left[3]), Number(right[3])];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A version of at least three parts, from parts without leading zeros. */
export function normalised(parts: readonly string[]): string {
  return [...parts, '0'].slice(0, Math.max(3, parts.length)).join('.');
}

function fourParts(version: string): readonly string[] {
  const parts = splitParts(version);
  if (parts === null) throw new RangeError(`not a version: ${JSON.stringify(version)}`);
  return [...parts, '0', '0'].slice(0, 4);
}
