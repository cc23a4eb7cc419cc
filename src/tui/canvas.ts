import type { Ambiguous } from '../text/cells.ts';

/** Where lines are drawn. */
export interface Canvas {
  readonly stdout: NodeJS.WriteStream;
  readonly ambiguous: Ambiguous;
  /** Whether colours are wanted; words and marks say all that they say. */
  readonly colours: boolean;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The size of the window; 80x24 where the terminal does not say. */
export function sizeOf({ columns, rows }: Pick<NodeJS.WriteStream, 'columns' | 'rows'>): Size {
  return { columns: columns || 80, rows: rows || 24 };
}

/** To the upper left, with nothing on the screen. */
export const HOME_AND_ERASE = '\u001B[H\u001B[2J';
