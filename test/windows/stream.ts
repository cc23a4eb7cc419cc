import { width } from '../../src/text/cells.ts';

/** A piece of text that a program wrote to its console, and the column behind it, counted as MS Gothic draws it. */
export interface Written {
  readonly text: string;
  readonly end: number;
}

const ESC = '\u001B';
/** Escape sequences (CSI; ESC with one letter or digit), line ends, and what is between them. */
const PIECES = new RegExp(`${ESC}\\[([<?]?[\\d;]*)([A-Za-z])|${ESC}.|\\r?\\n|\\r|[^${ESC}\\r\\n]+`, 'g');

/**
 * Every piece of text in the order in which it was written. Knows of the sequences what Ink uses: the column is set by
 * G, E and H.
 */
export function textsWritten(stream: string): readonly Written[] {
  const texts: Written[] = [];
  let column = 0;
  for (const [piece, parameters = '', command] of stream.matchAll(PIECES)) {
    if (command !== undefined) column = columnAfter(command, parameters, column);
    else if (/^[\r\n]/.test(piece)) column = 0;
    else if (!piece.startsWith(ESC)) {
      column += width(piece, 'wide');
      texts.push({ text: piece, end: column });
    }
  }
  return texts;
}

function columnAfter(command: string, parameters: string, column: number): number {
  switch (command) {
    case 'G':
      return Math.max(1, Number(parameters || 1)) - 1;
    case 'E':
    case 'F':
    case 'H':
      return Math.max(1, Number(parameters.split(';')[1] ?? 1)) - 1;
    default:
      return column;
  }
}
