import { clipped, CUT_MARK } from '../text/cells.ts';

/**
 * What came from outside is shown as far as a person reads it: one name of a hundred thousand letters must not push
 * every other terminal off the page. What programs read keeps it whole.
 */

/** No clinic, terminal, person or check is called by so many characters. */
const LONGEST_NAME = 100;
/** No answer of ours says so much in one paragraph. */
const LONGEST_PARAGRAPH = 2_000;
/** More than a path of Windows has as a rule, and than the name of a file may have. */
const LONGEST_PATH = 300;

/** The beginning of a name that is longer than any, with a mark behind it. */
export function shownName(name: string): string {
  return clipped(name, LONGEST_NAME, 1);
}

/** The same of a paragraph. */
export function shownParagraph(text: string): string {
  return clipped(text, LONGEST_PARAGRAPH, 1);
}

/** The end of a path that is longer than any, which tells it from others, with a mark before it. */
export function shownPath(path: string): string {
  return path.length <= LONGEST_PATH ? path : `${CUT_MARK}${path.slice(-LONGEST_PATH).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
