import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { peopleColumns, tableOf } from './columns.ts';
import { deskColumnTitles as titles } from './columns.ja.ts';
import type { Row } from './rows.ts';
import { width } from '../text/cells.ts';
import { harmless } from '../text/harmless.ts';

/**
 * Of one cell: Excel does not open a file with a longer one ("Excel specifications and limits", support.microsoft.com).
 */
const MOST_CHARACTERS = 32_767;
const WIDEST = 48;

/**
 * The terminals as a workbook of Excel (.xlsx), one a row, for people. Every cell is text and is formatted as text, so
 * that no spreadsheet makes a number, a date or a formula of an id, however often it is opened, edited and saved. Times
 * are in the given zone.
 */
export async function workbookFile(rows: readonly Row[], offsetMinutes: number): Promise<Uint8Array> {
  const table = tableOf(rows, peopleColumns, offsetMinutes).map((cells) => cells.map(plain));
  const sheet: SheetData = table.map((cells, row) =>
    cells.map((value) =>
      value === '' ? null : { value, type: String, format: '@', ...(row === 0 ? { fontWeight: 'bold' } : {}) },
    ),
  );
  const columns = peopleColumns.map((_, at) => ({ width: Math.min(WIDEST, widest(table, at) + 2) }));
  return writeExcelFile(sheet, { sheet: titles.terminal, columns, stickyRowsCount: 1 }).toBuffer();
}

/** Cleaned, on one line, and no longer than a cell may be. */
function plain(cell: string): string {
  return harmless(cell)
    .replaceAll(/[\n\t]/g, ' ')
    .slice(0, MOST_CHARACTERS);
}

function widest(table: readonly (readonly string[])[], at: number): number {
  return table.reduce((most, cells) => Math.max(most, width(cells[at] ?? '')), 0);
}
