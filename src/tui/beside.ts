import type { Ambiguous } from '../text/cells.ts';
import type { Block } from './dialog.ts';
import { blank, fitLine, type Line } from './line.ts';

const BORDER = ' | ';

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
  const left = Math.floor((columns - BORDER.length) * 0.62);
  return { left, right: columns - BORDER.length - left };
}
