import type { Ambiguous } from '../text/cells.ts';
import { blank, fitLine, lineWidth, type Line, type Span, type Tone } from './line.ts';
import { HOME_AND_ERASE, type Canvas, type Painter, type Size } from './screen.ts';

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

/** The lines as rows of exactly the window's width; the last row of the window stays free. */
export function screenRows(lines: readonly Line[], { columns, rows }: Size, ambiguous: Ambiguous): readonly Line[] {
  const height = Math.max(1, rows - 1);
  return Array.from({ length: height }, (_, index) => fitLine(lines[index] ?? blank, columns, ambiguous));
}

/** Where the cursor stands, in cells from the upper left; undefined where no line says so. */
export function cursorIn(
  rows: readonly Line[],
  ambiguous: Ambiguous,
): { readonly x: number; readonly y: number } | undefined {
  const y = rows.findIndex((row) => row.some((span) => span.cursor === true));
  const row = rows[y];
  if (!row) return undefined;
  const before = row.slice(
    0,
    row.findIndex((span) => span.cursor === true),
  );
  return { x: lineWidth(before, ambiguous), y };
}

/** The same without colours, for an operator who wants none; what is dim, bold or inverse stays so. */
export function colourless(lines: readonly Line[]): readonly Line[] {
  return lines.map((row) => row.map(({ tone, ...span }) => (tone === 'quiet' ? { ...span, tone } : span)));
}

/** How a tone is shown. Only the eight basic colours: every console has them, on black and on white. */
interface Look {
  readonly color?: 'green' | 'yellow' | 'red' | 'cyan' | 'magenta';
  readonly dimColor?: true;
}

export const looks: Readonly<Record<Tone, Look>> = {
  plain: {},
  good: { color: 'green' },
  attention: { color: 'yellow' },
  bad: { color: 'red' },
  quiet: { dimColor: true },
  unknown: { color: 'magenta' },
  accent: { color: 'cyan' },
};
