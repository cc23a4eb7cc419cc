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

/** Private addresses of a network look like versions of four parts. */
const ADDRESS = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+$/;

/** Finds the numbers of a cell (NFKC, small letters) that may be versions, dates left out. */
export function numbersIn(cell: string): readonly CellNumber[] {
  const { rest } = takeDates(cell);
  return [...dottedNumbers(rest)].map(({ start, end, parts }) => {
    const address = parts?.length === 4 && ADDRESS.test(parts.join('.'));
    return { start, end, version: parts && !address ? normalised(parts) : null };
  });
}

/** The version that all of them are; null where there is none, they differ or one of them is not clear. */
export function agreedVersion(numbers: readonly { readonly version: string | null }[]): string | null {
  const version = numbers[0]?.version ?? null;
  if (version === null) return null;
  const agreed = numbers.every((each) => each.version !== null && compareVersions(each.version, version) === 0);
  return agreed ? version : null;
}
