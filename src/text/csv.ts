/** A row of a CSV text and the line that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Where a quoted cell ends. `doubled`: at the first quotation mark that is not doubled (RFC 4180). `loose`: at one before a comma or a
 * line end; any other stands for itself, as the tools of Windows write it.
 */
export type CsvQuotes = 'doubled' | 'loose';

/** Control-Z, where `copy` of Windows ended one file and began the next. */
const END_OF_FILE = '\u001A';

/** Reads the rows of a CSV text, with any line end. A quotation mark that is never closed ends with the text. */
export function readCsv(text: string, quotes: CsvQuotes = 'doubled'): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const end = (): void => {
    rows.push({ line: begun, cells: [...cells, cell] });
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
      } else if (quotes === 'loose' && !/^[,\r\n]?$/.test(text.charAt(at + 1))) cell += sign;
      else quoted = false;
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
