import { cut } from '../text/cells.ts';
import { harmless } from '../text/harmless.ts';

/** The longest that words of the system may be, in columns: enough for a message with its error code. */
const COLUMNS = 300;
/** Stands where a name stood, or a number long enough to be somebody's. */
const HIDDEN = '(*)';

/**
 * The system's own words, for whoever reads them elsewhere: on one line, cut, and without the names of people and
 * terminals, the folders of users and long numbers. null where nothing is left.
 */
export function toldWords(words: string, names: readonly string[]): string | null {
  const line = harmless(words).replaceAll(/\s+/g, ' ').trim();
  const told = names
    .filter((name) => name.trim() !== '')
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, name) => text.replaceAll(wholeWord(name), HIDDEN), line)
    .replaceAll(/([\\/](?:Users|home)[\\/])[^\\/'"]+/gi, `$1${HIDDEN}`)
    .replaceAll(/(?<![\dA-Fa-fx.])\d[\d-]{8,}\d/g, HIDDEN);
  return told === '' ? null : cut(told, COLUMNS);
}

/** The name wherever it is not a part of a longer word, in whatever letter case. */
function wholeWord(name: string): RegExp {
  const literally = name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${literally}(?![A-Za-z0-9])`, 'gi');
}
