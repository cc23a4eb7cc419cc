import type { Ambiguous } from '../text/cells.ts';
import type { Block } from '../tui/dialog.ts';
import { foldLine, spans, wrapLines, type Line, type Span, type Style } from '../tui/line.ts';
import { MARK_COLUMNS } from '../tui/marks.ts';

/** The room that a screen's body has. It may be longer than the screen: the frame scrolls it. */
export interface Area {
  readonly columns: number;
  readonly ambiguous: Ambiguous;
  /** The rows of the screen: what is farther from the selected row need not be made. Absent: all is in view. */
  readonly rows?: number;
  /** So many lines may a row take that is too long for one: there are rows to spare. Absent: one. */
  readonly linesARow?: number;
}

/** From this width on, a list has its detail beside it. */
export const WIDE = 110;

/** Blocks below each other; the focus is that of the last block that has one. */
export function stack(...blocks: readonly (Block | readonly Line[])[]): Block {
  let lines: readonly Line[] = [];
  let focus: number | null = null;
  let focusEnd = 0;
  for (const block of blocks) {
    const own: Block = 'lines' in block ? block : { lines: block, focus: null };
    if (own.focus !== null) {
      focus = lines.length + own.focus;
      focusEnd = lines.length + (own.focusEnd ?? own.focus);
    }
    // A list may be as long as the journal: none of its lines is copied by hand, nor for nothing.
    if (own.lines.length > 0) lines = lines.concat(own.lines);
  }
  return focus === null ? { lines, focus } : { lines, focus, focusEnd };
}

/** Texts below each other, broken at the area's edge. */
export function paragraphs(
  texts: string | readonly string[],
  { columns, ambiguous }: Area,
  look: { readonly style?: Style; readonly indent?: number; readonly first?: string } = {},
): readonly Line[] {
  return [texts].flat().flatMap((text) => wrapLines(text, columns, { ...look, ambiguous }));
}

/** A text beside a mark; where it goes on below, it stands as far in. */
export function marked(mark: Span, text: string, area: Area, indent = 0): readonly Line[] {
  const margin = indent + MARK_COLUMNS;
  const [first = [], ...rest] = paragraphs(text, { ...area, columns: area.columns - margin });
  return [spans(' '.repeat(indent), mark, ...first), ...rest.map((each) => spans(' '.repeat(margin), ...each))];
}

/** A mark, a name of any length and what is said of it: below the name where it would be cut. */
export function namedLines(named: Line, { columns, ambiguous }: Area): readonly Line[] {
  return foldLine(named, columns, { lines: 2, indent: MARK_COLUMNS, ambiguous });
}

/** Looks of paragraphs. */
export const quiet = { style: { tone: 'quiet' } } as const;
export const attention = { style: { tone: 'attention' } } as const;
export const bad = { style: { tone: 'bad' } } as const;
