import type { Line, Span } from './line.ts';
import { colourless, cursorIn, looks, screenRows } from './look.ts';
import { HOME_AND_ERASE, type Canvas, type Size } from './canvas.ts';

/** Puts lines on the screen by itself, without Ink: a first frame that waited for that would come six times later. */
export interface Painter {
  /** Draws the rows that are not the same as when it drew last. */
  paint(lines: readonly Line[], size: Size): void;
  /** What is on the screen is not known any more: the next time all of it is drawn. */
  forget(): void;
}

export function createPainter(canvas: Canvas): Painter {
  const { stdout, ambiguous, colours } = canvas;
  let shown: readonly string[] = [];
  let shownColumns = 0;
  let shownCursor = '';
  return {
    paint(lines, size) {
      const rows = screenRows(lines, size, ambiguous);
      const texts = (colours ? rows : colourless(rows)).map(rowText);
      const isNew = shown.length !== texts.length || shownColumns !== size.columns;
      const drawn = texts.map((text, row) => (isNew || text !== shown[row] ? `${to(row)}${ERASE_ROW}${text}` : ''));
      const at = cursorIn(rows, ambiguous);
      const cursor = at === undefined ? '' : `${to(at.y, at.x)}${SHOW_CURSOR}`;
      // Hidden first: on its way it would flash in every row.
      const output = [isNew ? HOME_AND_ERASE : '', ...drawn].join('');
      if (output !== '' || cursor !== shownCursor) stdout.write(`${BEGIN}${HIDE_CURSOR}${output}${cursor}${END}`);
      shown = texts;
      shownColumns = size.columns;
      shownCursor = cursor;
    },
    forget() {
      shown = [];
    },
  };
}

/** A terminal that knows these shows nothing of a frame before its end (mode 2026), as Ink has it. */
const BEGIN = '\u001B[?2026h';
const END = '\u001B[?2026l';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';

/** A row is written no further than it has something to show. */
const ERASE_ROW = '\u001B[2K';

function to(row: number, column = 0): string {
  return `\u001B[${String(row + 1)};${String(column + 1)}H`;
}

/** The numbers of SGR (ECMA-48). */
const colourNumbers = { red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36 } as const;

function rowText(row: Line): string {
  return row.map(spanText).join('').trimEnd();
}

function spanText({ text, tone = 'plain', bold = false, inverse = false }: Span): string {
  const { color, dimColor } = looks[tone];
  const numbers = [
    ...(bold ? [1] : []),
    ...(dimColor ? [2] : []),
    ...(inverse ? [7] : []),
    ...(color ? [colourNumbers[color]] : []),
  ];
  return numbers.length === 0 ? text : `\u001B[${numbers.join(';')}m${text}\u001B[0m`;
}
