import { normalise } from './guide.ts';
import { manners } from './synonyms.ja.ts';

// The longest first, so that none is left in part.
const words = manners.map(normalise).toSorted((a, b) => b.length - a.length);
const MANNERS = new RegExp(words.join('|'), 'g');

/** A question without how it is put, where words that mean the same are one already: 確認の仕方 is a word. */
export function withoutManners(query: string): string {
  return query.replaceAll(MANNERS, ' ');
}
