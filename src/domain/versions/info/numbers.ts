import { dottedNumbers, splitParts } from '../dotted-number.ts';
import { takeDates } from '../record/dates.ts';
import type { CellNumber } from '../record/numbers.ts';
import { normalised } from '../version.ts';

const TIME = /(?<![\d.])\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?![\d:])/g;
/** As resources of Windows programs write a version: `5, 0, 3, 0`. */
const COMMAS = /(?<![\d.,] ?)\d{1,5}(?: ?, ?\d{1,5}){2,3}(?! ?[.,]? ?\d)/g;
const CALLED = /(?:version|ver\.?|バージョン|版数?)["' :=,]{0,6}$/;

/** A date with dots that is called a version stays: nobody can compare it. */
const CALLED_DATE = /(?:version|ver\.?|バージョン|版数?)["' :=]{0,6}(?:19|20)\d\d\.\d/;

/** `V5.1.0_20260120`: the day of the build. */
const BUILD_DAY = /(?<=\d\.\d{1,5})_(?=20\d{6}(?![\d.]))/;

/** The numbers of a statement that may be versions, and the text with them, its dates and its times left blank. */
export function infoNumbers(text: string): {
  readonly numbers: readonly CellNumber[];
  readonly rest: string;
} {
  if (!/\d/.test(text)) return { numbers: [], rest: text };
  const apart = text.replace(BUILD_DAY, ' ');
  const dateless = CALLED_DATE.test(apart) ? apart : takeDates(apart).rest;
  const undated = dateless.replace(TIME, (time) => ' '.repeat(time.length));
  const listed = Array.from(undated.matchAll(COMMAS), ({ 0: list, index }) => {
    const parts = splitParts(list.replace(/ ?, ?/g, '.'));
    const called = CALLED.test(undated.slice(Math.max(0, index - 20), index));
    return { start: index, end: index + list.length, version: called && parts ? normalised(parts) : null };
  });
  const dotted = Array.from(dottedNumbers(undated), ({ start, end, parts }) => {
    const isVersion =
      parts !== null && !isAddress(parts.map(Number)) && !isWindows(parts.map(Number)) && !isBound(undated, start, end);
    return { start, end, version: isVersion ? normalised(parts) : null };
  });
  const numbers = [...listed, ...dotted].toSorted((one, other) => one.start - other.start);
  return { numbers, rest: blanked(undated, numbers) };
}

function blanked(text: string, numbers: readonly CellNumber[]): string {
  let rest = '';
  for (const { start, end } of numbers)
    rest += text.slice(rest.length, start) + ' '.repeat(Math.max(0, end - Math.max(start, rest.length)));
  return rest + text.slice(rest.length);
}

/** Four parts that stand for a machine on a clinic's own network, or for none. */
function isAddress(parts: readonly number[]): boolean {
  const [first = 0, second = 0] = parts;
  if (parts.length !== 4 || parts.some((part) => part > 255)) return false;
  if (first === 10 || first === 127 || first === 0 || first >= 224) return true;
  return (first === 192 && second === 168) || (first === 172 && second >= 16 && second <= 31);
}

/** Builds of Windows 10 and 11. */
function isWindows([first = 0, second = 0, build = 0]: readonly number[]): boolean {
  return first === 10 && second === 0 && build >= 10_240;
}

/** One end of a range: `[5.1.0,)`, `(,5.1.0]`. */
function isBound(text: string, start: number, end: number): boolean {
  return (
    /[[(] *,? *$/.test(text.slice(0, start)) &&
    /^ *,? *[)\]]/.test(text.slice(end)) &&
    /,/.test(text.slice(Math.max(0, start - 2), end + 2))
  );
}
