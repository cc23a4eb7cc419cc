import type { Model } from './model.ts';
import type { Ambiguous } from '../text/cells.ts';
import type { Block } from '../tui/dialog.ts';
import type { Line } from '../tui/line.ts';

/** The room that a screen's body has. It may be longer than the screen: the frame scrolls it. */
export interface Area {
  readonly columns: number;
  readonly ambiguous: Ambiguous;
  /** The rows of the screen: what is farther from the selected row is out of view and need not be made. Absent: all is in view. */
  readonly rows?: number;
}

/** A screen's body, the line that must be in view, and where the text cursor stands. */
export interface Body extends Block {
  readonly cursor?: { readonly line: number; readonly column: number } | null;
}

/** A screen is a function of the model. */
export type Screen = (model: Model, area: Area) => Body;

/** Blocks below each other; the focus is that of the last block that has one. */
export function stack(...blocks: readonly (Block | readonly Line[])[]): Block {
  const lines: Line[] = [];
  let focus: number | null = null;
  let focusEnd = 0;
  for (const block of blocks) {
    const own: Block = 'lines' in block ? block : { lines: block, focus: null };
    if (own.focus !== null) {
      focus = lines.length + own.focus;
      focusEnd = lines.length + (own.focusEnd ?? own.focus);
    }
    for (const each of own.lines) lines.push(each);
  }
  return focus === null ? { lines, focus } : { lines, focus, focusEnd };
}

/** From this width on, a list has its detail beside it. */
export const WIDE = 110;
