import { guarded, unguarded } from './spreadsheet.ts';

/** A row of a CSV text and the line that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const END_OF_FILE = '\u001A';

/**
 * Reads CSV as RFC 4180 has it, with any line end, and without the guards of `csvLine`. A quotation mark that is never closed ends with the text.
 * A Control-Z between rows is where `copy` of Windows ended one file and began the next.
 */
export function csvRows(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const end = (): void => {
    rows.push({ line: begun, cells: [...cells, cell].map(unguarded) });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const lineEnd = sign === '\n' || (sign === '\r' && text[at + 1] !== '\n');
    if (lineEnd) line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else if (lineEnd || sign === END_OF_FILE) {
      end();
      begun = line;
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) end();
  return rows;
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
