import type { Canvas } from './canvas.ts';
import type { Painter } from './painter.ts';

/** The terminal that a program draws on. It is taken for that already: see `onTerminal`. */
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
