import type { Block } from './dialog.ts';
import { frameTexts } from './keys.ja.ts';
import { clipped, type Ambiguous } from '../text/cells.ts';
import { blank, fitLine, foldLine, wrapLines, type Line } from './line.ts';

/** A row that can be selected. */
export interface ListRow {
  readonly line: Line;
  /** Why it cannot be done now; null: it can. A blocked row stays and says why. */
  readonly blocked: string | null;
  /** So many lines it may take where it is too long for one; absent: one. */
  readonly lines?: number;
  /** Paragraphs below the row. */
  readonly detail?: readonly string[];
}

const MARKER = '> ';
const NO_MARKER = '  ';
/** What stands before every row. */
export const MARKER_COLUMNS = NO_MARKER.length;
const INDENT = 4;
/** Of a text below a row so many code units a column of the screen: enough to fill it. */
const UNITS_BELOW = 2;

/**
 * Rows below each other, the selected one with `> ` before it. `focus` is the line of the selected row. Null is a row
 * out of view: it takes the one line that it would have, so that a list may be as long as it likes.
 */
export function list(input: {
  readonly rows: readonly (ListRow | null)[];
  readonly selected: number | null;
  readonly columns: number;
  readonly ambiguous?: Ambiguous;
  /** The rows of the screen: of a longer text below a row no more than that can be read. Absent: all of it is given. */
  readonly height?: number;
}): Block {
  const { columns, ambiguous = 'narrow', height = Infinity } = input;
  const lines: Line[] = [];
  let focus: number | null = null;
  let focusEnd = 0;
  for (const [index, row] of input.rows.entries()) {
    if (row === null) {
      lines.push(blank);
      continue;
    }
    const selected = index === input.selected;
    if (selected) focus = lines.length;
    lines.push(
      ...foldLine(rowLine(row, selected), columns, {
        lines: Math.min(row.lines ?? 1, height),
        indent: INDENT,
        ambiguous,
      }),
    );
    const below = [...(row.blocked === null ? [] : [frameTexts.blocked(row.blocked)]), ...(row.detail ?? [])];
    for (const text of below)
      for (const each of wrapLines(clipped(text, columns * height, UNITS_BELOW), columns, {
        indent: INDENT,
        style: { tone: 'quiet' },
        ambiguous,
      }))
        lines.push(each);
    if (selected) focusEnd = lines.length - 1;
  }
  return focus === null ? { lines, focus } : { lines, focus, focusEnd };
}

function rowLine(row: ListRow, selected: boolean): Line {
  const content = row.blocked === null ? row.line : row.line.map((span) => ({ ...span, tone: 'quiet' as const }));
  return selected
    ? [{ text: MARKER, tone: 'accent', bold: true }, ...content.map((span) => ({ ...span, bold: true }))]
    : [{ text: NO_MARKER }, ...content];
}

const BORDER = ' | ';

/** Rows around the selected one that show before the list turns its page. */
const NEIGHBOURS = 2;

/**
 * The first line of the page that `focus` is on, of a list that is seen through `rows` lines. It turns by pages: one
 * that moved with every key would be drawn anew each time, five times as many bytes for a thin line.
 */
export function pageTop(focus: number, rows: number): number {
  const page = Math.max(1, rows - 2 * NEIGHBOURS);
  return Math.floor(Math.max(0, focus - NEIGHBOURS) / page) * page;
}

/** How many rows PageUp and PageDown move. */
const PAGE = 10;

const moves: Readonly<Record<string, number>> = {
  'select-up': -1,
  'select-down': 1,
  'page-up': -PAGE,
  'page-down': PAGE,
  top: -Infinity,
  bottom: Infinity,
};

/** How far a command moves the selection, or a page to read; null: it is none that moves. */
export function moveOf(command: string): number | null {
  return moves[command] ?? null;
}

/** The place `by` further, between 0 and `last`. */
export function moved(at: number, by: number, last: number): number {
  return Math.max(0, Math.min(at + by, last));
}

/** A detail to the right of a list; it begins at the line `from`, so that it is in view where the list is. */
export function beside(
  left: Block,
  right: readonly Line[],
  widths: { readonly left: number; readonly right: number; readonly ambiguous: Ambiguous },
): Block {
  const height = Math.max(left.lines.length, right.length);
  const lines = Array.from({ length: height }, (_, index): Line => {
    const own = fitLine(left.lines[index] ?? blank, widths.left, widths.ambiguous);
    return [...own, { text: BORDER, tone: 'quiet' }, ...fitLine(right[index] ?? blank, widths.right, widths.ambiguous)];
  });
  return { ...left, lines };
}

/** The widths of two columns side by side. */
export function besideWidths(columns: number): { readonly left: number; readonly right: number } {
  // The last column stays free: a line of open width keeps off it, and would be cut.
  const left = Math.floor((columns - BORDER.length) * 0.62) - 1;
  return { left, right: columns - BORDER.length - left - 1 };
}
