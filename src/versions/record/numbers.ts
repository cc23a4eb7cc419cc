import { dottedNumbers } from '../dotted-number.ts';
import { compareVersions, normalised } from '../version.ts';
import { takeDates } from './dates.ts';

/** A dotted number in a cell that is no date. */
export interface CellNumber {
  readonly start: number;
  readonly end: number;
  /** null: it may be something else than a version. */
  readonly version: string | null;
}

/** Behind a number these make it a bound (`5.1.0以上`), which says what is asked for, not what is there. */
const BOUND = /^ *(?:以上|以降|以下|以前|未満)/;

/** Finds the numbers of a cell (NFKC, small letters) that may be versions, dates left out. */
export function numbersIn(cell: string): readonly CellNumber[] {
  const { rest } = takeDates(cell);
  return [...dottedNumbers(rest)]
    .filter(({ end }) => !BOUND.test(rest.slice(end, end + 8)))
    .map(({ start, end, parts }) => ({ start, end, version: parts && normalised(parts) }));
}

/** The version that all of them are; null where there is none, they differ or one of them is not clear. */
export function agreedVersion(numbers: readonly { readonly version: string | null }[]): string | null {
  const version = numbers[0]?.version ?? null;
  if (version === null) return null;
  const agreed = numbers.every(
    (each) => each.version !== null && compareVersions(each.version, version) === 0,
  );
  return agreed ? version : null;
}
