import type { GuideEntry } from '../domain/notice/schema.ts';

/**
 * Text as the search compares it: widths made equal (NFKC), katakana as hiragana, lower case, no spaces. It makes a query typed
 * with the Japanese IME on find the same as one typed with it off.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u30A1-\u30F6]/g, toHiragana)
    .replaceAll(/ゔ[ぁぃぇぉ]?/g, (sound) => vSounds[sound] ?? sound)
    .replaceAll(/\s/g, '');
}

/** `ヴァージョン` is `バージョン`. */
const vSounds: Readonly<Record<string, string>> = {
  ゔ: 'ぶ',
  ゔぁ: 'ば',
  ゔぃ: 'び',
  ゔぇ: 'べ',
  ゔぉ: 'ぼ',
};

/**
 * The entries in which every word of the query occurs, best first: found in the title, then in the words, then in what is seen,
 * then in the rest; equals stay in reading order. An empty query gives all of them in reading order.
 */
export function searchGuide(entries: readonly GuideEntry[], query: string): readonly GuideEntry[] {
  const words = query.normalize('NFKC').split(/\s+/).map(normalise).filter(isFilled);
  if (words.length === 0) return entries;
  const found: { readonly entry: GuideEntry; readonly distance: number }[] = [];
  for (const entry of entries) {
    const distance = distanceOf(entry, words);
    if (distance !== null) found.push({ entry, distance });
  }
  return found.toSorted((a, b) => a.distance - b.distance).map((hit) => hit.entry);
}

/** How far from the title the words stand, all together; null when one of them is not there. */
function distanceOf(entry: GuideEntry, words: readonly string[]): number | null {
  const places = placesOf(entry);
  let total = 0;
  for (const word of words) {
    const place = places.findIndex((texts) => texts.some((text) => text.includes(word)));
    if (place < 0) return null;
    total += place;
  }
  return total;
}

/** The entry's texts, nearest place first. */
function placesOf(entry: GuideEntry): readonly (readonly string[])[] {
  return [[entry.title], entry.words, entry.see, [entry.why, ...entry.do, entry.call]].map((texts) =>
    texts.map(normalise),
  );
}

function toHiragana(katakana: string): string {
  return String.fromCodePoint((katakana.codePointAt(0) ?? 0) - 0x60);
}

function isFilled(text: string): boolean {
  return text !== '';
}
