import type { Ambiguous, Cell } from './cells.ts';
import { cells, plain } from './cells.ts';

/** What must not begin a line: closing brackets and punctuation, small kana, marks that repeat or lengthen. */
const NOT_FIRST = new Set(
  '、。，．・：；？！゛゜ヽヾゝゞ々ー」』）〕］｝〉》】’”…‥,.:;?!)]}%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ',
);
/** What must not end a line: opening brackets. */
const NOT_LAST = new Set('「『（〔［｛〈《【‘“([{｢');
/** Below this code point words are written with spaces between them and are kept whole. */
const FIRST_EAST_ASIAN = 0x2e80;

/**
 * Breaks text into lines of at most `columns` (two or more). Line ends in the text are kept; Japanese breaks anywhere that
 * its punctuation allows, words, numbers and paths only where they are longer than a line. Spaces at a break go, nothing
 * else does. Text without content gives one empty line.
 */
export function wrap(text: string, columns: number, ambiguous: Ambiguous = 'narrow'): string[] {
  const limit = Math.max(2, columns);
  return text
    .split(/\r\n|[\n\r]/)
    .flatMap((paragraph) => wrapParagraph(cells(plain(paragraph), ambiguous), limit));
}

function wrapParagraph(all: readonly Cell[], columns: number): string[] {
  const lines: string[] = [];
  let start = 0;
  for (;;) {
    const end = reach(all, start, columns);
    const at = end === all.length ? end : breakBefore(all, start, end);
    lines.push(join(all.slice(start, at)).replace(/ +$/, ''));
    start = at;
    while (all[start]?.text === ' ') start += 1;
    if (start >= all.length) return lines;
  }
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

/** Where to break at or before `end`: between words, else inside one, else wherever the line is full. */
function breakBefore(all: readonly Cell[], start: number, end: number): number {
  for (const insideWords of [false, true]) {
    for (let at = end; at > start; at -= 1) {
      if (mayBreak(all, start, at, insideWords)) return at;
    }
  }
  return end;
}

function mayBreak(all: readonly Cell[], start: number, at: number, insideWords: boolean): boolean {
  const last = all.slice(start, at).findLast(isInk)?.text;
  const first = all.slice(at).find(isInk)?.text;
  if (last === undefined) return false;
  if (first === undefined) return true;
  if (NOT_LAST.has(last) || NOT_FIRST.has(first)) return false;
  const touching = all[at - 1]?.text === last && all[at]?.text === first;
  return insideWords || !touching || !isWord(last) || !isWord(first);
}

function isInk(cell: Cell): boolean {
  return cell.text !== ' ';
}

function isWord(char: string): boolean {
  return (char.codePointAt(0) ?? 0) < FIRST_EAST_ASIAN;
}

function join(part: readonly Cell[]): string {
  return part.map((cell) => cell.text).join('');
}
