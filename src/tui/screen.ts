import type { Ambiguous } from '../text/cells.ts';
import type { Line } from './line.ts';

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

/** Where lines are drawn. */
export interface Canvas {
  readonly stdout: NodeJS.WriteStream;
  readonly ambiguous: Ambiguous;
  /** Whether colours are wanted; words and marks say all that they say. */
  readonly colours: boolean;
}

/** Puts lines on the screen by itself, without Ink: a first frame that waited for that would come six times later. */
export interface Painter {
  /** Draws the rows that are not the same as when it drew last. */
  paint(lines: readonly Line[], size: Size): void;
  /** What is on the screen is not known any more: the next time all of it is drawn. */
  forget(): void;
}

/** The terminal that a program draws on. It is taken for that already: see `onScreen`. */
export interface Screen extends Canvas {
  readonly stdin: NodeJS.ReadStream;
  /** Whether a screen reader reads what is shown: then it is text, and nothing is drawn. */
  readonly isReadOut: boolean;
  /** What draws on it without Ink. It knows what it has drawn, whoever told it to. */
  readonly painter: Painter;
  /**
   * Calls back each time that all must be drawn anew: its window was changed, even to a size that it had before. Gives
   * the function that ends it.
   */
  readonly onWindowChange: (heard: () => void) => () => void;
}
