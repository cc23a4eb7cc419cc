import type { GuideEntry } from '../domain/notice/parts.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { findGuideEntry, guideIdOf } from './situations.ts';
import { normalise } from './guide.ts';
import { withoutManners } from './manners.ts';
import { synonyms } from './synonyms.ja.ts';

/**
 * What the search finds: an entry of the guide, or one of the notice's questions (`answer` is its place among them).
 */
interface Hit {
  readonly id: string;
  readonly title: string;
  /** From 0 to 1: how much of what was asked stands there, and how near the title. */
  readonly score: number;
  readonly answer: number | null;
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What to do with what the guide does not hold, where nothing fits well. */
  readonly fallback: GuideEntry | null;
}

/**
 * The guide and the questions as the search reads them. Making it takes longer than a key press may: it is made once.
 */
export interface GuideIndex {
  readonly pages: readonly Page[];
  readonly fallback: GuideEntry | null;
  /** How much it says that a pair of characters is there: the fewer pages have it, the more. */
  readonly rarity: ReadonlyMap<string, number>;
  readonly inOneWord: InOneWord;
}

/** A text with one word in the place of all that mean the same. */
type InOneWord = (text: string) => string;

interface Page extends Omit<Hit, 'score'> {
  /** The weight of the place nearest the title that has the pair. */
  readonly weights: ReadonlyMap<string, number>;
  readonly places: readonly Place[];
}

interface Place {
  readonly weight: number;
  readonly texts: readonly string[];
}

const WEIGHT = { title: 5, words: 4, see: 2.5, rest: 1 } as const;
/**
 * What a whole word of the query counts, letter by letter, in the title, among the words, or else where it stands
 * first.
 */
const WHOLE = 0.5;
/** A page that has everything in its title and among its words. */
const MOST = WEIGHT.title + WHOLE * (WEIGHT.title + WEIGHT.words);
/** What has less of the query's pairs than this, or a lower score, does not fit well. */
const FITS = { share: 0.5, score: 0.15 } as const;
const SOME = 6;
/** What has less than this of the best one's score is left out. */
const NEAR = 0.3;

/** Reads the guide and the notice's questions for the search. */
export function guideIndex(entries: readonly GuideEntry[], faq: Notice['faq']): GuideIndex {
  const inOneWord = oneWord();
  const page = pageMaker(inOneWord);
  const pages = [
    ...entries.map(({ id, title, words, see, why, do: rows, call }) =>
      page({ id, title, answer: null }, [
        [WEIGHT.title, [title]],
        [WEIGHT.words, words],
        [WEIGHT.see, see],
        [WEIGHT.rest, [why, ...rows, call]],
      ]),
    ),
    ...faq.map(({ question, answer }, index) =>
      page({ id: `faq:${String(index)}`, title: question, answer: index }, [
        [WEIGHT.words, [question]],
        [WEIGHT.see, [answer]],
      ]),
    ),
  ];
  const counts = new Map<string, number>();
  for (const { weights } of pages) for (const pair of weights.keys()) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const rarity = new Map([...counts].map(([pair, count]) => [pair, rarityOf(count, pages.length)]));
  return { pages, rarity, inOneWord, fallback: findGuideEntry(entries, guideIdOf('moment:unlisted-message')) };
}

/**
 * What holds any of the query, best first: pairs of characters, the rare ones and those near the title first. Never
 * nothing: where nothing fits well there is the fallback. An empty query finds everything in reading order.
 */
export function searchGuide({ pages, rarity, inOneWord, fallback }: GuideIndex, query: string): Found {
  const idle = idlePairs(query, rarity);
  const words = runsOf(withoutManners(inOneWord(folded(query)))).map((run) => wordOf(run, idle, rarity, pages.length));
  const most = sum(words, ({ most }) => most);
  if (most === 0 && query.trim() === '')
    return { hits: pages.map(({ id, title, answer }) => ({ id, title, answer, score: 1 })), fallback: null };
  const rated = pages
    .map((page) => ({ page, ...rating(page, words, most) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const best = rated[0]?.score ?? 0;
  const hits = rated
    .filter(({ score }) => score >= best * NEAR)
    .map(({ page: { id, title, answer }, score }) => ({ id, title, answer, score: Math.round(score * 1000) / 1000 }));
  const fits = rated.some(({ share, score }) => share >= FITS.share && score >= FITS.score);
  return { hits, fallback: fits ? null : fallback };
}

interface Word {
  readonly text: string;
  readonly pairs: readonly { readonly variants: readonly string[]; readonly rarity: number }[];
  readonly most: number;
}

/**
 * What was typed in hiragana beside other characters and no page has: particles and endings, which ask for nothing.
 * Where all is hiragana, words are among it that the guide may not know.
 */
function idlePairs(query: string, rarity: GuideIndex['rarity']): ReadonlySet<string> {
  const runs = runsOf(query.normalize('NFKC'));
  if (/^[ぁ-ん]*$/.test(runs.join(''))) return new Set();
  const typed = runs.flatMap((run) => pairsOf(unitsOf(run)));
  return new Set(typed.filter((pair) => /^[ぁ-ん] [ぁ-ん]$/.test(pair) && !rarity.has(pair)));
}

function wordOf(run: string, idle: ReadonlySet<string>, rarity: GuideIndex['rarity'], pages: number): Word {
  const units = unitsOf(run);
  const asked = askedOf(units).filter((pair) => !idle.has(pair));
  const pairs = asked.map((pair) => ({
    variants: variantsOf(pair, rarity),
    // Nobody says it: a code of its own, or how two words happen to be joined.
    rarity: rarity.get(pair) ?? rarityOf(/^[0-9a-z ]+$/.test(pair) ? 1 : SOME, pages),
  }));
  return { text: units.join(''), pairs, most: sum(pairs, ({ rarity }) => rarity) };
}

/** A name or code may be typed in part. */
function variantsOf(pair: string, rarity: GuideIndex['rarity']): readonly string[] {
  if (rarity.has(pair) || !/^[a-z0-9]{2,}$/.test(pair)) return [pair];
  return [...rarity.keys()].filter((known) => known.startsWith(pair) && !known.includes(' '));
}

/** How well a page answers: the weights of the pairs that it has, and the share of the query that they are. */
function rating(page: Page, words: readonly Word[], most: number): { readonly score: number; readonly share: number } {
  let score = 0;
  let share = 0;
  for (const { text, pairs, most: whole } of words) {
    for (const { variants, rarity } of pairs) {
      const weight = Math.max(0, ...variants.map((pair) => page.weights.get(pair) ?? 0));
      score += weight * rarity;
      if (weight > 0) share += rarity;
    }
    const said = page.places.filter(({ texts }) => texts.some((each) => each.includes(text)));
    const named = said.filter(({ weight }, place) => place === 0 || weight >= WEIGHT.words);
    score += sum(named, ({ weight }) => weight) * whole * WHOLE;
  }
  return { score: score / (most * MOST), share: share / most };
}

function pageMaker(inOneWord: InOneWord) {
  return (hit: Omit<Hit, 'score'>, places: readonly (readonly [weight: number, texts: readonly string[]])[]): Page => {
    const weights = new Map<string, number>();
    const read = places.map(([weight, texts]) => {
      // What one is still typing is found by the words as they are written.
      const ways = texts.map(folded).flatMap((text) => {
        const said = inOneWord(text);
        return weight < WEIGHT.words || said === text ? [said] : [text, said];
      });
      const units = ways.flatMap(runsOf).map(unitsOf);
      for (const pair of units.flatMap(pairsOf)) if (!weights.has(pair)) weights.set(pair, weight);
      return { weight, texts: units.map((run) => run.join('')) };
    });
    return { ...hit, weights, places: read };
  };
}

/** A text as it is compared: one width, one kind of kana, with its spaces. */
function folded(text: string): string {
  return text.split(/\s+/).map(normalise).join(' ');
}

function oneWord(): InOneWord {
  const firsts = new Map(
    synonyms.flatMap((row) => row.map((word) => [normalise(word), normalise(row[0])] as const)).toReversed(),
  );
  // The longest first, so that no part of a word is taken for another.
  const words = [...firsts.keys()].toSorted((a, b) => b.length - a.length);
  const any = new RegExp(words.map((word) => (/^[a-z]+$/.test(word) ? `\\b${word}\\b` : word)).join('|'), 'g');
  return (text) => text.replaceAll(any, (word) => firsts.get(word) ?? word);
}

/** What stands together, without the marks between. Long vowels say nothing: サーバ is サーバー. */
function runsOf(text: string): readonly string[] {
  return text.replaceAll('ー', '').match(/[\p{L}\p{N}](?:[-_.:/\\]?[\p{L}\p{N}])*/gu) ?? [];
}

/** Letters and digits of a name or code stand together; of Japanese each character stands for itself. */
function unitsOf(run: string): readonly string[] {
  return run.match(/0x(?=[0-9a-f])|[a-z]+|[0-9]+|[\p{L}\p{N}]/gu) ?? [];
}

/** Neighbours, and what says something by itself: a name, a code, and a run that is nothing but one. */
function pairsOf(units: readonly string[]): readonly string[] {
  const pairs = units.slice(1).map((unit, index) => `${units[index] ?? ''} ${unit}`);
  return [...pairs, ...units];
}

/** Of what is asked for, one character of many says nothing. */
function askedOf(units: readonly string[]): readonly string[] {
  return units.length === 1
    ? units
    : [...new Set(pairsOf(units))].filter((pair) => pair.includes(' ') || /^[a-z0-9]{2,}$/.test(pair));
}

function rarityOf(count: number, pages: number): number {
  return Math.log(1 + pages / count);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
