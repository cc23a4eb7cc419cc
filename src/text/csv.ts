/** A row of a CSV text and the line that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Its last cell begins with a quotation mark that is never closed: it is the rest of its line, as it stands. */
  readonly unclosed: boolean;
  /** The first cell with a quotation mark in its middle, or with text behind its closing one; null: there is none. */
  readonly odd: number | null;
}

/**
 * Where a quoted cell ends. `doubled`: at the first quotation mark that is not doubled (RFC 4180). `loose`: at one
 * before a comma or a line end; any other stands for itself, as the tools of Windows write it.
 */
export type CsvQuotes = 'doubled' | 'loose';

/** Control-Z, where `copy` of Windows ended one file and began the next. */
const END_OF_FILE = '\u001A';

const rowEnds: ReadonlySet<string> = new Set(['', '\r', '\n', END_OF_FILE]);

/**
 * Reads the rows of a CSV text, with any line end. A quotation mark that is never closed, or over a line end by one
 * that something else follows, ends with its line in `doubled`, so that it takes no other line in; in `loose` with the
 * text.
 */
export function readCsv(text: string, quotes: CsvQuotes = 'doubled'): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let opened = { at: 0, line: 1 };
  let unclosed = false;
  let odd: number | null = null;
  let line = 1;
  let begun = 1;
  const end = (): void => {
    rows.push({ line: begun, cells: [...cells, cell], unclosed, odd });
    unclosed = false;
    odd = null;
    cells = [];
    cell = '';
  };
  const isLost = (at: number): boolean => {
    const next = text.charAt(at + 1);
    return (
      at === text.length ||
      (text[at] === '"' && next !== '"' && next !== ',' && !rowEnds.has(next) && /[\r\n]/.test(cell))
    );
  };
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted && quotes === 'doubled' && isLost(at)) {
      let lost = opened.at;
      while (!rowEnds.has(text.charAt(lost))) lost += 1;
      cell = text.slice(opened.at, lost);
      at = lost - 1;
      line = opened.line;
      quoted = false;
      unclosed = true;
      continue;
    }
    const lineEnd = sign === '\n' || (sign === '\r' && text[at + 1] !== '\n');
    if (lineEnd) line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (quotes === 'loose' && !/^[,\r\n]?$/.test(text.charAt(at + 1))) cell += sign;
      else {
        quoted = false;
        const next = text.charAt(at + 1);
        if (next !== ',' && !rowEnds.has(next)) odd ??= cells.length;
      }
    } else if (sign === '"' && cell === '') {
      quoted = true;
      opened = { at, line };
    } else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else if (lineEnd || sign === END_OF_FILE) {
      end();
      begun = line;
    } else if (sign !== '\r') {
      if (sign === '"') odd ??= cells.length;
      cell += sign;
    }
  }
  if (cell !== '' || cells.length > 0) end();
  return rows;
}
