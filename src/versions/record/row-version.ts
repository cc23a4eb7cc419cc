import { compareVersions } from '../version.ts';
import { takeDates } from './dates.ts';
import type { Header } from './header.ts';
import type { RecordLine } from './line.ts';
import type { Mention } from './names.ts';
import type { CellNumber } from './numbers.ts';
import { foreignWords } from './words.ts';

/** A line that names one component. Numbers and mentions are listed by cell. */
export interface Row {
  readonly line: RecordLine;
  readonly header: Header | null;
  readonly numbers: readonly (readonly CellNumber[])[];
  readonly mentions: readonly (readonly Mention[])[];
}

/**
 * The version of the component that the row names; null where it is not clear. The header decides where it stands over the row;
 * without one there must be a single version on the line, and nothing before it that labels it as something else.
 */
export function versionInRow(row: Row): string | null {
  const { line, header, numbers } = row;
  const versions = header?.kinds.filter((kind) => kind === 'version' || kind === 'other-version') ?? [];
  if (line.delimiter !== '' && !isNameClear(row)) return null;
  if (header === null || header.delimiter !== line.delimiter) return versionByPlace(row);
  if (line.delimiter === '') {
    // In plain text the words of a header and the columns under it agree in their order, not in their place.
    const inOrder = numbers.flat();
    if (inOrder.length !== versions.length || !isLabelClear(row, 0, inOrder[0])) return null;
    return agreedVersion(inOrder.filter((_, index) => versions[index] === 'version'));
  }
  if (header.kinds.length === line.cells.length) return versionByColumn(row, header);
  // The row is broken, or belongs to another table: the columns cannot tell one version from another.
  return versions.every((kind) => kind === 'version') && versions.length === 1 ? versionByPlace(row) : null;
}

/** The version that all the numbers are; null where there is none, they differ or one of them is not clear. */
export function agreedVersion(numbers: readonly CellNumber[]): string | null {
  const version = numbers[0]?.version ?? null;
  if (version === null) return null;
  const agreed = numbers.every((number) => {
    if (number.version === null) return false;
    return number.version === version || compareVersions(number.version, version) === 0;
  });
  return agreed ? version : null;
}

function versionByPlace(row: Row): string | null {
  const labelled = row.numbers.every((list, cell) => list.every((number) => isLabelClear(row, cell, number)));
  return labelled ? agreedVersion(row.numbers.flat()) : null;
}

function versionByColumn(row: Row, header: Header): string | null {
  const columns = header.kinds.flatMap((kind, cell) => (kind === 'version' ? [cell] : []));
  const clear = columns.every((cell) => {
    const list = row.numbers[cell] ?? [];
    return list.length > 0 && list.every((number) => isLabelClear(row, cell, number));
  });
  return clear ? agreedVersion(columns.flatMap((cell) => row.numbers[cell] ?? [])) : null;
}

/** Whether the cells that hold the name, and no version beside it, hold the name alone. */
function isNameClear(row: Row): boolean {
  return row.line.cells.every((cell, index) => {
    const mentions = row.mentions[index] ?? [];
    if (mentions.length === 0 || (row.numbers[index] ?? []).length > 0) return true;
    return foreignWords(blank(cell, mentions)) === '';
  });
}

/** Whether what stands between the name and the number, or before the number in its cell, labels it as a plain version. */
function isLabelClear(row: Row, index: number, number: CellNumber | undefined): boolean {
  if (number === undefined) return false;
  const mentions = row.mentions[index] ?? [];
  const cell = blank(row.line.cells[index] ?? '', mentions);
  const [first] = mentions;
  if (first === undefined) return foreignWords(cell.slice(0, number.start)) === '';
  if (first.end <= number.start) return foreignWords(cell.slice(first.end, number.start)) === '';
  return foreignWords(cell.slice(0, number.start) + cell.slice(number.end, first.start)) === '';
}

/** The cell with its names and dates left blank, every other character in its place. */
function blank(cell: string, mentions: readonly Mention[]): string {
  const named = mentions.reduce(
    (text, { start, end }) => `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`,
    cell,
  );
  return takeDates(named).rest;
}
