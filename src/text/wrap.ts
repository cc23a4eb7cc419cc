import { cells, clipped, cut, CUT_MARK, plain, type Ambiguous, type Cell } from './cells.ts';

/** What must not begin a line: closing brackets and punctuation, small kana, marks that repeat or lengthen. */
const NOT_FIRST = new Set(
  '、。，．・：；？！゛゜ヽヾゝゞ々ー」』）〕］｝〉》】’”…‥,.:;?!)]}%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ',
);
/** What must not end a line: opening brackets. */
const NOT_LAST = new Set('「『（〔［｛〈《【‘“([{｢');
/** Below this code point words are written with spaces between them and are kept whole. */
const FIRST_EAST_ASIAN = 0x2e80;
/** What makes the word after it polite. */
const PREFIXES = new Set('おご');
/** How the first half of a verb of two ends: 読み取る, 書き留める. */
const STEM_ENDS = new Set('きしちみりぎび');
/** How many characters of a line may stay empty so that a Japanese word is not broken; half a short line at most. */
const PHRASE_REACH = 10;
/** Of a text so many code units a column: enough to fill it. */
const UNITS_A_COLUMN = 2;

/** What a break spares: phrases (Japanese words with what belongs to them), words with spaces between them, nothing. */
const LEVELS = ['phrases', 'words', 'none'] as const;
type Level = (typeof LEVELS)[number];

/**
 * Breaks text into lines of at most `columns` (two or more). Line ends in the text are kept; Japanese breaks before a
 * phrase where one begins near the line's end, else anywhere that its punctuation allows; words, numbers and paths only
 * where they are longer than a line. Spaces at a break go, nothing else does. Text without content gives one empty
 * line.
 */
export function wrap(text: string, columns: number, ambiguous: Ambiguous = 'narrow'): string[] {
  const limit = Math.max(2, columns);
  return text.split(/\r\n|[\n\r]/).flatMap((paragraph) => wrapParagraph(cells(plain(paragraph), ambiguous), limit));
}

/** The same on so many lines at most; where there is more, the last one ends with `..`. */
export function wrapUpTo(lines: number, text: string, columns: number, ambiguous: Ambiguous = 'narrow'): string[] {
  const whole = wrap(
    Number.isFinite(lines) ? clipped(text, columns * lines, UNITS_A_COLUMN) : text,
    columns,
    ambiguous,
  );
  if (whole.length <= lines) return whole;
  const kept = whole.slice(0, Math.max(0, lines - 1));
  return [...kept, cut(`${whole[kept.length] ?? ''}${CUT_MARK}`, columns, ambiguous)];
}

function wrapParagraph(all: readonly Cell[], columns: number): string[] {
  const lines: string[] = [];
  const ink = inkOf(all);
  let start = 0;
  for (;;) {
    const end = reach(all, start, columns);
    const at = end === all.length ? end : breakBefore(all, ink, start, end);
    lines.push(withoutSpacesAtEnd(join(all.slice(start, at))));
    start = ink.next[at] ?? all.length;
    if (start >= all.length) return lines;
  }
}

/** For each place between characters: where the last one before it is that is no space, and the next one behind it. */
interface Ink {
  readonly last: readonly number[];
  readonly next: readonly number[];
}

/** Both in one walk each, so that long runs of spaces are not searched again for every place. */
function inkOf(all: readonly Cell[]): Ink {
  const last: number[] = [-1];
  for (const [index, cell] of all.entries()) last.push(isInk(cell) ? index : (last[index] ?? -1));
  const next = Array.from({ length: all.length + 1 }, () => all.length);
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const cell = all[index];
    next[index] = cell && isInk(cell) ? index : (next[index + 1] ?? all.length);
  }
  return { last, next };
}

/** The index after the last character that still fits, at least one after `start`. */
function reach(all: readonly Cell[], start: number, columns: number): number {
  let used = 0;
  for (let index = start; index < all.length; index += 1) {
    used += all[index]?.width ?? 0;
    if (used > columns) return Math.max(index, start + 1);
  }
  return all.length;
}

/** Where to break at or before `end`: before a phrase, else between words, else in one, else where the line is full. */
function breakBefore(all: readonly Cell[], ink: Ink, start: number, end: number): number {
  for (const level of LEVELS) {
    const first = level === 'phrases' ? end - Math.min(PHRASE_REACH, Math.floor((end - start) / 2)) : start + 1;
    for (let at = end; at >= first; at -= 1) {
      if (mayBreak(all, ink, start, at, level)) return at;
    }
  }
  return end;
}

function mayBreak(all: readonly Cell[], ink: Ink, start: number, at: number, level: Level): boolean {
  const before = ink.last[at] ?? -1;
  const behind = ink.next[at] ?? all.length;
  const last = all[before]?.text;
  const first = all[behind]?.text;
  if (before < start || last === undefined) return false;
  if (first === undefined) return true;
  if (NOT_LAST.has(last) || NOT_FIRST.has(first)) return false;
  if (level === 'none') return true;
  const isTouching = before === at - 1 && behind === at;
  if (level === 'words') return !isTouching || !isWord(last) || !isWord(first);
  return isTouching ? !isInPhrase(last, first) : !isCounted(last, first);
}

/** A pattern for it would be tried at every space of a long run. */
function withoutSpacesAtEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}

function isInk(cell: Cell): boolean {
  return cell.text !== ' ';
}

function isWord(char: string): boolean {
  return (char.codePointAt(0) ?? 0) < FIRST_EAST_ASIAN;
}

/**
 * Whether a phrase goes on between the two: a run of one script, what is written in hiragana behind a word (its ending,
 * a particle), a polite お or ご before it, the halves of a verb, a number and what it counts.
 */
function isInPhrase(last: string, first: string): boolean {
  const [before, behind] = [scriptOf(last), scriptOf(first)];
  if (before === 'other' || behind === 'other') return false;
  if (before === behind || behind === 'hiragana' || isCounted(last, first)) return true;
  return PREFIXES.has(last) || (behind === 'kanji' && STEM_ENDS.has(last));
}

function isCounted(last: string, first: string): boolean {
  return /[0-9０-９]/.test(last) && scriptOf(first) === 'kanji';
}

function scriptOf(char: string): 'word' | 'hiragana' | 'katakana' | 'kanji' | 'other' {
  if (isWord(char)) return 'word';
  if (/[ぁ-ゖ]/.test(char)) return 'hiragana';
  if (/[ァ-ヺーｦ-ﾟ]/.test(char)) return 'katakana';
  return /[一-鿿々〇]/.test(char) ? 'kanji' : 'other';
}

function join(part: readonly Cell[]): string {
  return part.map((cell) => cell.text).join('');
}
