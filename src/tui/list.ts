import { frameTexts } from './keys.ja.ts';
import { clipped, type Ambiguous } from '../text/cells.ts';
import type { Block } from './dialog.ts';
import { blank, cutLine, wrapLines, type Line } from './line.ts';

/** A row that can be selected. */
export interface ListRow {
  readonly line: Line;
  /** Why it cannot be done now; null: it can. A blocked row stays and says why. */
  readonly blocked: string | null;
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
 * Rows below each other, the selected one with `> ` before it. `focus` is the line of the selected row. Null is a row out of view: it takes
 * the one line that it would have, so that a list may be as long as it likes.
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
    lines.push(cutLine(rowLine(row, selected), columns, ambiguous));
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
