import { cells, plain, width, type Ambiguous } from './cells.ts';

export type { Ambiguous } from './cells.ts';
export { hasAmbiguous, plain, width } from './cells.ts';
export { wrap } from './wrap.ts';

/** What stands at the end of a text that was cut. (`…` has no certain width.) */
export const CUT_MARK = '..';

/** The text in at most `columns`; where it was cut it ends with `..`. What it gives is harmless (see `plain`). */
export function cut(text: string, columns: number, ambiguous: Ambiguous = 'narrow'): string {
  const whole = plain(clipped(text, columns));
  if (width(whole, ambiguous) <= columns) return whole;
  const room = columns - CUT_MARK.length;
  if (room <= 0) return CUT_MARK.slice(0, Math.max(0, columns));
  let used = 0;
  let kept = '';
  for (const cell of cells(whole, ambiguous)) {
    used += cell.width;
    if (used > room) break;
    kept += cell.text;
  }
  return kept + CUT_MARK;
}

/** A character may be made of several code units; more than this a column are never needed. */
const UNITS_A_COLUMN = 32;

/**
 * The beginning of a text, where it is so long that no more than that can be shown in `columns`; it then ends with `..`. Whoever draws a row
 * need not look at the rest: a text from outside may be a million characters long.
 */
export function clipped(text: string, columns: number, unitsAColumn = UNITS_A_COLUMN): string {
  const most = Math.max(1, columns) * unitsAColumn;
  return text.length <= most ? text : text.slice(0, most) + CUT_MARK;
}

/** The text in exactly `columns`: cut, or filled with spaces on the right (on the left where `align` is `right`). */
export function fit(
  text: string,
  columns: number,
  ambiguous: Ambiguous = 'narrow',
  align: 'left' | 'right' = 'left',
): string {
  const short = cut(text, columns, ambiguous);
  const filling = ' '.repeat(Math.max(0, columns - width(short, ambiguous)));
  return align === 'left' ? short + filling : filling + short;
}
