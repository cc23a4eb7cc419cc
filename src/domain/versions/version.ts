import compare from 'semver/functions/compare.js';
import { halfWidth } from '../../text/normal-forms.ts';

/** A version as it was found. */
export interface FoundVersion {
  /** As it stands in the text. */
  readonly raw: string;
  /** In plain digits, three parts or four: `5.1.0`, `5.1.0.12`. */
  readonly version: string;
}

/**
 * Finds the first dotted number of a text: 2 to 4 parts, full-width digits allowed, leading zeros dropped. Gives null
 * where there is none, and where it may be something else than a version: a calendar date (see `readsAsDate`), five
 * parts and more, a number beyond safe integers, a preview (`5.1.0-rc1`), half of a range. What follows later in the
 * text is never taken in its place.
 */
export function findVersion(text: string): FoundVersion | null {
  const [first] = dottedNumbers(halfWidth(text));
  return first?.parts ? { raw: text.slice(first.start, first.end), version: normalised(first.parts) } : null;
}

/** Reads a text that is one version and nothing else, also behind `v`, `Ver.`, `バージョン`. Gives `5.1.0`, or null. */
export function parseVersion(text: string): string | null {
  const bare = halfWidth(text)
    .trim()
    .replace(/^(?:version|ver|v|バージョン)[.:]? {0,8}(?=\d)/i, '');
  const parts = partsOf(bare);
  return parts && normalised(parts);
}

/**
 * Compares two versions in plain digits, part by part as numbers; parts that are missing count as 0.
 * Throws RangeError for anything else: texts from outside go through `parseVersion` or `findVersion` first.
 */
export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [fourParts(a), fourParts(b)];
  if (a === b) return 0;
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

/** A number with dots in a text that is half-width already. */
export interface DottedNumber {
  readonly start: number;
  readonly end: number;
  /** Its parts without leading zeros, 2 to 4 of them; null where it cannot be told that it is a version. */
  readonly parts: readonly string[] | null;
}

/** How much of the text before and behind a number can change its meaning. */
const NEIGHBOURHOOD = 12;

/** Finds every number with dots, in order. Linear in the length of the text. */
export function* dottedNumbers(text: string): Generator<DottedNumber> {
  if (!text.includes('.')) return;
  for (const run of text.matchAll(/[\d.]+/g)) {
    let start = run.index;
    let end = start + run[0].length;
    // Dots around a number are leaders (`....5.1.0`), an abbreviation's (`Ver.5.1.0`) or a sentence's end.
    while (start < end && text[start] === '.') start += 1;
    while (end > start && text[end - 1] === '.') end -= 1;
    const token = text.slice(start, end);
    if (token.includes('.')) yield { start, end, parts: isClear(text, start, end) ? partsOf(token) : null };
  }
}

/** The parts of a whole text that is one dotted number of 2 to 4 parts, each within safe integers; else null. */
export function splitParts(token: string): readonly string[] | null {
  // Nothing that long is a version; it keeps the work small on any input.
  if (token.length > 256 || !/^\d+(?:\.\d+){1,3}$/.test(token)) return null;
  const parts = token.split('.').map((part) => part.replace(/^0+(?=\d)/, ''));
  return parts.every((part) => Number.isSafeInteger(Number(part))) ? parts : null;
}

function partsOf(token: string): readonly string[] | null {
  const parts = splitParts(token);
  return parts === null || readsAsDate(token) ? null : parts;
}

/**
 * Whether a dotted number may be a calendar date: led by a year, a year and month, or a whole date (`2026.01.20`,
 * `20260120.0501`), with the year last (`20.01.2026`), or with a year of two digits (`26.1.20`). Read as a version,
 * such a number would stand above every version there is and make an old component look new, so it is left unknown.
 */
function readsAsDate(token: string): boolean {
  const parts = token.split('.').map((part) => part.replace(/^0+/, ''));
  const [first = '', second = '', third] = parts;
  if (/^(?:19|20)\d\d(?:\d\d){0,5}$/.test(first)) return true;
  if (third === undefined) return false;
  if (/^(?:19|20)\d\d$/.test(third)) {
    return isMonthAndDay(first, second) || isMonthAndDay(second, first);
  }
  return /^[23]\d$/.test(first) && isMonthAndDay(second, third);
}

function isMonthAndDay(month: string, day: string): boolean {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

/** False where the surroundings make it no plain version: half of a date or range, a build or a preview, an amount. */
function isClear(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEIGHBOURHOOD), start);
  const after = text.slice(end, end + NEIGHBOURHOOD);
  if (/\d[-/:+_]$/.test(before)) return false;
  if (/^\.?[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}_%]/u.test(after)) return false;
  if (/^[-/:+]\w/.test(after)) return false;
  if (/^[ (（[-]{0,3}(?:alpha|beta|preview|rc\d*\b|アルファ|ベータ|α|β)/i.test(after)) return false;
  return !(/(?:令和|平成|昭和|(?:^|[^a-z])[rhs])\.?$/i.test(before) && isEraDate(text.slice(start, end)));
}

/** `R8.1.20`: a year of a Japanese era, month and day. */
function isEraDate(token: string): boolean {
  const [, month = '', day = '', more] = token.split('.');
  return more === undefined && isMonthAndDay(month, day);
}
