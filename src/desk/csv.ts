import { readCsv, type CsvRow } from '../text/csv.ts';
import { guarded, unguarded } from './spreadsheet.ts';

/** Reads the rows of a CSV text, which a spreadsheet may have saved, without the guards of `csvLine`. */
export function csvRows(text: string): readonly CsvRow[] {
  return readCsv(text).map(({ line, cells }) => ({ line, cells: cells.map(unguarded) }));
}

/** What would break the row, or what a terminal would obey. */
const CONTROL = /\r\n|[\p{Cc}\u2028\u2029]/gu;

/**
 * One line of CSV for a spreadsheet, without its end. Control characters become spaces; a cell that would be taken for anything but text is guarded;
 * what holds a comma or a quotation mark is quoted. `csvRows` gives the cells back as they were.
 */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => guarded(cell.replace(CONTROL, ' ')))
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
