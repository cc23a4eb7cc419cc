import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { GuideEntry } from '../../src/domain/notice/parts.ts';
import { wordsOf } from '../../src/domain/notice/words.ts';
import { entriesWith } from '../../src/guide/built-in.ts';
import { guideIndex, searchGuide } from '../../src/guide/search.ts';
import { byHandNotice, madeUpNotice } from '../harness/made-up-notice.ts';
import { guideEntries } from './january-guide.ts';
import { answered, asked, askedFirst, unknown } from './search-table.ts';

const index = guideIndex(guideEntries, builtInNotice().faq);
const idsFor = (query: string): readonly string[] => searchGuide(index, query).hits.map(({ id }) => id);
const idsAmong = (entries: readonly GuideEntry[], query: string): readonly string[] =>
  searchGuide(guideIndex(entries, []), query).hits.map(({ id }) => id);

function entry(id: string, texts: Partial<GuideEntry>): GuideEntry {
  return { id, title: 't', see: ['s'], why: 'w', do: ['d'], call: 'c', words: [], ...texts };
}

describe('searchGuide', () => {
  it.each([
    ['001', 'reader-001'],
    ['００６', 'reader-006'],
    ['81000001', 'reader-registered-elsewhere'],
    ['ランプ', 'reader-lamp'],
    ['ﾗﾝﾌﾟ', 'reader-lamp'],
    ['edns', 'network-edns'],
    ['ＥＤＮＳ', 'network-edns'],
    ['IJ', 'unlisted-message'],
    ['どうい', 'after-consent-error'],
    ['すりーぷ', 'sleep-on'],
    ['1190', 'restart-already-scheduled'],
    ['OQS_EXEC 失敗', 'task-error'],
    ['完了報告', 'send-report'],
    ['lineauth', 'network-line-auth'],
    ['さいきどう', 'restart-needed'],
    ['exc9000', 'reader-check-sheets'],
    ['サーバ', 'network-old-dns'],
  ])('for %j gives %j first', (query, id) => {
    expect(idsFor(query)[0]).toBe(id);
  });

  it('gives everything in reading order for an empty query, the questions last', () => {
    const all = [...guideEntries.map(({ id }) => id), 'faq:0', 'faq:1', 'faq:2'];
    expect(idsFor('')).toEqual(all);
    expect(idsFor(' \u3000\t')).toEqual(all);
  });

  it('puts what has both words first, then what has one of them', () => {
    const both = entry('both', { title: '時計', do: ['業者に頼む'] });
    const one = entry('one', { title: '時計' });
    expect(idsAmong([one, both, entry('none', {})], '時計 業者')).toEqual(['both', 'one']);
  });

  it('puts the title before the words, the words before what is seen, that before the rest', () => {
    const places = [
      entry('do', { do: ['時計を見る'] }),
      entry('see', { see: ['時計'] }),
      entry('words', { words: ['時計'] }),
      entry('why', { why: '時計のため' }),
      entry('title', { title: '時計' }),
    ];
    const { hits } = searchGuide(guideIndex(places, []), '時計');
    expect(hits.map(({ id }) => id).slice(0, 3)).toEqual(['title', 'words', 'see']);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('does not find a word across two texts of an entry', () => {
    expect(idsAmong([entry('a', { see: ['時', '計'] })], '時計')).toEqual([]);
  });

  it.each(guideEntries.map(({ id, title }) => [id, title] as const))('finds %s by its own title first', (id, title) => {
    expect(idsFor(title)[0]).toBe(id);
  });

  it('finds the questions of the notice by their answers too', () => {
    expect(searchGuide(index, 'どれか一晩だけで足りますか').hits[0]).toMatchObject({ id: 'faq:0', answer: 0 });
    expect(idsFor('資格確認をするとエラー')).toContain('faq:1');
  });

  it('takes one word for another that means the same, on both sides', () => {
    for (const word of ['接続できない', '繋がらない']) expect(idsFor(word)).toEqual(idsFor('つながらない'));
    const own = entry('own', { title: 'リブートする' });
    expect(idsAmong([own], '再起動')).toEqual(['own']);
  });

  it.each(['qqqqqq', '0x80070005', 'プリンターの紙づまり'])(
    'says what to do and whom to call where nothing fits well: %s',
    (query) => {
      const { fallback } = searchGuide(index, query);
      expect(fallback).toMatchObject({ id: 'unlisted-message' });
      expect(fallback?.call).toContain('0800-080-4583');
    },
  );

  it('has no fallback where something fits', () => {
    for (const query of ['再起動', 'EDNS', 'カードを置いても反応がない'])
      expect([query, searchGuide(index, query).fallback]).toEqual([query, null]);
  });

  it('cares neither for case, nor for width, nor for the kind of kana', () => {
    assert(
      property(constantFrom(...queries), (query) => {
        const found = idsFor(query);
        expect(idsFor(query.toUpperCase())).toEqual(found);
        expect(idsFor(widened(query))).toEqual(found);
        expect(idsFor(asKatakana(query))).toEqual(found);
      }),
    );
  });

  it('gives what it knows, each once, best first, or the fallback, whatever is typed', () => {
    const known = new Set(index.pages.map(({ id }) => id));
    assert(
      property(japanese, (query) => {
        const { hits, fallback } = searchGuide(index, query);
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        for (const { id, score } of hits) expect([known.has(id), score >= 0 && score <= 1]).toEqual([true, true]);
        expect(hits.length > 0 || fallback !== null).toBe(true);
      }),
    );
  });
});

const japanese = string({
  unit: constantFrom(...Array.from('あアｱガがｶﾞＡaA1１ー・ 　「再起動時計0８x_.-')),
  maxLength: 12,
});

/** Every word of every entry, as an operator may type it. */
const queries = [...new Set(guideEntries.flatMap((each) => each.words))];

function widened(text: string): string {
  return text.replaceAll(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
}

function asKatakana(text: string): string {
  return text.replaceAll(/[\u3041-\u3096]/g, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60),
  );
}

const FIRST = 3;

describe('what people ask', () => {
  it.each(asked)('%s is answered among the first three', (query, ...wanted) => {
    const { hits, fallback } = searchGuide(index, query);
    const first = [...(fallback ? [fallback] : []), ...hits].map(({ id }) => id).slice(0, FIRST);
    expect(
      first.some((id) => wanted.includes(id)),
      `${query}: ${first.join(', ')}`,
    ).toBe(true);
  });

  it.each(askedFirst)('%s is answered first', (query, ...wanted) => {
    expect(wanted).toContain(idsFor(query)[0]);
  });

  it.each(answered)('%s has an answer that fits', (query, wanted) => {
    const { hits, fallback } = searchGuide(index, query);
    expect([hits[0]?.id, fallback]).toEqual([wanted, null]);
  });

  it.each(unknown)('%s is not in the guide', (query) => {
    expect(searchGuide(index, query).fallback).toMatchObject({ id: 'unlisted-message' });
  });
});

describe.each([
  ['a made-up one', madeUpNotice],
  ['without nights', { ...madeUpNotice, delivery: null }],
  ['without a restart', { ...madeUpNotice, restart: false }],
  ['by hand', byHandNotice],
] as const)('what people ask under another notice: %s', (_, notice) => {
  const entries = entriesWith([], wordsOf(notice));
  const under = guideIndex(entries, notice.faq);
  const has = (id: string): boolean => entries.some((each) => each.id === id);

  it('has the same answer first where the guide has its page', () => {
    for (const [query, ...wanted] of askedFirst.filter(([, ...ids]) => ids.every(has)))
      expect([query, wanted.includes(searchGuide(under, query).hits[0]?.id ?? '')]).toEqual([query, true]);
  });

  it('has an answer that fits, and none for what the guide does not hold', () => {
    for (const [query, wanted] of answered.filter(([, id]) => has(id))) {
      const { hits, fallback } = searchGuide(under, query);
      expect([query, hits[0]?.id, fallback]).toEqual([query, wanted, null]);
    }
    for (const query of unknown)
      expect([query, searchGuide(under, query).fallback?.id]).toEqual([query, 'unlisted-message']);
  });
});
