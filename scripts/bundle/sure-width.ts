import { hasAmbiguous, width } from '../../src/text/cells.ts';

/**
 * The columns of a text where every console agrees on them; Infinity where one may count two for a character and
 * another one. In place of `string-width` for the part of Ink that redraws a line from where it begins to differ: it
 * redraws a line as a whole where that would be beyond the screen.
 */
export default function sureWidth(text: string): number {
  return hasAmbiguous(text) ? Infinity : width(text);
}
