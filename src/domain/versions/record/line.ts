import { excerpt } from '../../../text/text-file.ts';
import { plainForm } from '../../../text/normal-forms.ts';

/** What separates the cells of a line; empty where it is plain text. */
export type Delimiter = '\t' | '|' | ',' | ';' | '';

/** A line of the record, prepared for reading. */
export interface RecordLine {
  /** The line as it stands, for people. */
  readonly raw: string;
  readonly delimiter: Delimiter;
  /** Its cells in NFKC and small letters, trimmed, without quotes; one cell where the line is plain text. */
  readonly cells: readonly string[];
  /** False where a quote is never closed: where its cells end is then a guess. */
  readonly whole: boolean;
}

/** Prepares a line: full-width and half-width forms become one, then it is cut into cells. */
export function readRecordLine(raw: string): RecordLine {
  const text = plainForm(raw).toLowerCase();
  const delimiter = delimiterOf(text);
  const { cells, whole } = split(text, delimiter);
  return { raw: excerpt(raw), delimiter, cells, whole };
}

function delimiterOf(text: string): Delimiter {
  // Outside quotes only: a comma within a quoted cell separates nothing.
  const open = text.replace(/"[^"]*"/g, '').replaceAll('│', '|');
  return (['\t', '|', ',', ';'] as const).find((sign) => open.includes(sign)) ?? '';
}

function split(text: string, delimiter: Delimiter): { cells: readonly string[]; whole: boolean } {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] === '│' ? '|' : text.charAt(index);
    if (sign === '"') {
      // A doubled quote within quotes is one quote.
      if (quoted && text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = !quoted;
    } else if (sign === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return { cells, whole: !quoted };
}
