import { harmless } from './harmless.ts';
import stringWidth, { isSimple, simpleColumns, simpleWidth } from './string-width.ts';

/**
 * How many columns a character takes whose width Unicode leaves open (`→`, `○`, `①`): Ink counts one, the console of
 * Windows with MS Gothic draws two.
 */
export type Ambiguous = 'narrow' | 'wide';

/** What the terminal draws as one character, and its columns: 1 or 2, in rare scripts more. */
export interface Cell {
  readonly text: string;
  readonly width: number;
}

/** Line ends, tabs, and spaces of other widths than the two that Japanese uses. */
const BLANKS = /[\n\t\u00A0\u1680\u2000-\u200A\u202F\u205F]/g;
/** What `harmless` leaves of them: how a kanji is written. */
const VARIATIONS = /\p{Default_Ignorable_Code_Point}/gu;
/** No language sets more marks on a letter; to put a long run of them in order takes time that grows by the square. */
const MARKED = /[^\p{M}][\p{Mn}\p{Me}]{1,8}/gu;
const LOOSE_MARKS = /[\p{Mn}\p{Me}]/gu;
const HANGUL = /[\u1100-\u11FF\uA960-\uA97F\uAC00-\uD7FF]+/g;
/** Letters that Unicode joins to the one before or after them, while terminals give each cells of its own. */
const JOINING = /[\u0D4E\u0E33\u0EB3\u1160-\u11FF\u1B44\uA9C0\uD7B0-\uD7FF]/g;
/** Emoji and other characters beyond the first plane, kanji (planes 2 and 3) aside. */
const BEYOND = /[\u{10000}-\u{1FFFF}\u{E0000}-\u{10FFFF}]/gu;
/** Emoji of the first plane, and what one version of Unicode counts as one column, another as two, or does not know. */
const UNSURE =
  /[\p{Cn}\p{Emoji_Presentation}\u06DE\u1734\u2630-\u2637\u268A-\u268F\u302E\u302F\u3248-\u324F\uA960-\uA97C]/gu;
/** The mark that Japanese print sets where a character is missing. */
const GETA = '\u3013';

/**
 * Text from outside as one line that cannot disturb the screen: no escape sequences, no control, bidi or invisible
 * characters; tabs, line ends and odd spaces become spaces. Characters that the Windows console cannot draw in known
 * columns (emoji, marks that do not combine into one character) become 〓 or go; what is left has one width everywhere,
 * `ambiguous` aside.
 */
export function plain(text: string): string {
  if (isSimple(text)) return text;
  return harmless(text)
    .replace(BLANKS, ' ')
    .replace(VARIATIONS, '')
    .replace(MARKED, (marked) => marked.normalize('NFC'))
    .replace(LOOSE_MARKS, '')
    .replace(HANGUL, (letters) => letters.normalize('NFC'))
    .replace(JOINING, GETA)
    .replace(BEYOND, GETA)
    .replace(UNSURE, GETA);
}

/** Splits harmless text (see `plain`) into what is drawn as one character each. */
export function cells(text: string, ambiguous: Ambiguous = 'narrow'): readonly Cell[] {
  if (isSimple(text)) return Array.from(text, (char) => ({ text: char, width: simpleWidth(char) }));
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => ({
    text: segment,
    width: measure(segment, ambiguous),
  })).flatMap((cell) =>
    cell.width <= 2 ? [cell] : Array.from(cell.text, (char) => ({ text: char, width: measure(char, ambiguous) })),
  );
}

/** The columns that a text takes, as Ink counts them where `ambiguous` is narrow. */
export function width(text: string, ambiguous: Ambiguous = 'narrow'): number {
  if (isSimple(text)) return simpleColumns(text);
  if (text.length <= LONGEST_KEPT || CONTROLS.test(text)) return measure(text, ambiguous);
  return cells(text, ambiguous).reduce((columns, cell) => columns + cell.width, 0);
}

/** Text that is not harmless (see `plain`): what belongs together there is not one character. */
const CONTROLS = /\p{Cc}/u;

/** Whether the text holds a character that takes one column in one console and two in another. */
export function hasAmbiguous(text: string): boolean {
  return !isSimple(text) && width(text, 'wide') !== width(text, 'narrow');
}

/** The widths of characters that were measured: they stay the same, and to measure one takes twenty times as long. */
const measured: Readonly<Record<Ambiguous, Map<string, number>>> = { narrow: new Map(), wide: new Map() };
const MOST_MEASURED = 5_000;

function measure(text: string, ambiguous: Ambiguous): number {
  const known = measured[ambiguous].get(text);
  if (known !== undefined) return known;
  const columns = stringWidth(text, { ambiguousIsNarrow: ambiguous === 'narrow' });
  if (text.length <= LONGEST_KEPT && measured[ambiguous].size < MOST_MEASURED) measured[ambiguous].set(text, columns);
  return columns;
}

/** One character and its marks. */
const LONGEST_KEPT = 16;

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
  return kept.trimEnd() + CUT_MARK;
}

/** A character may be made of several code units; more than this a column are never needed. */
const UNITS_A_COLUMN = 32;

/**
 * The beginning of a text, where it is so long that no more than that can be shown in `columns`; it then ends with
 * `..`. Whoever draws a row need not look at the rest: a text from outside may be a million characters long.
 */
export function clipped(text: string, columns: number, unitsAColumn = UNITS_A_COLUMN): string {
  const most = Math.max(1, columns) * unitsAColumn;
  // Half a character is none.
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') + CUT_MARK;
}

/** Text with spaces up to so many columns; longer text stays whole. */
export function filledUp(text: string, columns: number): string {
  return width(text) > columns ? text : fit(text, columns);
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
