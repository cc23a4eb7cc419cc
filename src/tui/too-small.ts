import { frameTexts } from './keys.ja.ts';
import { line, type Line } from './line.ts';

/** The smallest screen that shows everything. */
const LEAST_SIZE = { columns: 60, rows: 16 } as const;

/** The line that says how large the screen must be; null where it is large enough. */
export function tooSmall(size: { readonly columns: number; readonly rows: number }): Line | null {
  if (size.columns >= LEAST_SIZE.columns && size.rows >= LEAST_SIZE.rows) return null;
  return line(frameTexts.tooSmall(LEAST_SIZE.columns, LEAST_SIZE.rows), { tone: 'attention' });
}
