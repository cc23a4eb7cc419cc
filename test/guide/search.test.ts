import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideEntries } from '../../src/guide/entries.ts';
import type { GuideEntry } from '../../src/domain/notice/schema.ts';
import { normalise, searchGuide } from '../../src/guide/search.ts';

const idsFor = (query: string): readonly string[] => searchGuide(guideEntries, query).map((entry) => entry.id);

function entry(id: string, texts: Partial<GuideEntry>): GuideEntry {
  return { id, title: 't', see: ['s'], why: 'w', do: ['d'], call: 'c', words: [], ...texts };
}

describe('normalise', () => {
  it.each([
    ['リーダー', 'りーだー'],
    ['ﾘｰﾀﾞｰ', 'りーだー'],
    ['ＩＪ－０１', 'ij-01'],
    ['0X81000001', '0x81000001'],
    ['COM 切断', 'com切断'],
    ['COM\u3000切断', 'com切断'],
    ['ヴァージョン', 'ばーじょん'],
  ])('makes %j %j', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('leaves what it gave as it is', () => {
    assert(
      property(japanese, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('searchGuide', () => {
  it.each([
    ['001', 'reader-001'],
    ['００６', 'reader-006'],
    ['81000001', 'reader-registered-elsewhere'],
    ['ランプ', 'reader-lamp'],
    ['ﾗﾝﾌﾟ', 'reader-lamp'],
    ['edns', 'network-edns'],
    ['ＥＤＮＳ', 'network-edns'],
    ['ijedq', null],
    ['IJ', 'unlisted-message'],
    ['どうい', 'after-consent-error'],
    ['すりーぷ', 'sleep-on'],
    ['1190', 'restart-already-scheduled'],
    ['OQS_EXEC パスワード', 'task-error'],
    ['とけい', 'clock-zone'],
    ['完了報告', 'send-report'],
    ['lineauth', 'network-line-auth'],
  ])('for %j gives %j first', (query, id) => {
    expect(idsFor(query)[0] ?? null).toBe(id);
  });

  it('gives everything in reading order for an empty query', () => {
    expect(searchGuide(guideEntries, '')).toEqual(guideEntries);
    expect(searchGuide(guideEntries, ' \u3000\t')).toEqual(guideEntries);
  });

  it('wants every word, wherever each of them stands', () => {
    const both = entry('both', { title: '時計', do: ['業者に頼む'] });
    const one = entry('one', { title: '時計' });
    expect(searchGuide([one, both], '時計 業者')).toEqual([both]);
  });

  it('puts the title before the words, the words before what is seen, that before the rest', () => {
    const places = [
      entry('do', { do: ['時計を見る'] }),
      entry('see', { see: ['時計'] }),
      entry('words', { words: ['時計'] }),
      entry('why', { why: '時計のため' }),
      entry('title', { title: '時計' }),
    ];
    expect(searchGuide(places, '時計').map((found) => found.id)).toEqual(['title', 'words', 'see', 'do', 'why']);
  });

  it('does not find a word across two texts of an entry', () => {
    expect(searchGuide([entry('a', { see: ['時', '計'] })], '時計')).toEqual([]);
  });

  it.each(guideEntries.map((each) => [each.id, each] as const))('finds %s by its own title first', (_id, each) => {
    expect(searchGuide(guideEntries, each.title)[0]).toEqual(each);
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

  it('gives only entries it was given, each at most once, whatever is typed', () => {
    assert(
      property(japanese, (query) => {
        const found = searchGuide(guideEntries, query);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((each) => guideEntries.includes(each))).toBe(true);
      }),
    );
  });

  it('finds no more with one word more', () => {
    assert(
      property(constantFrom(...queries), constantFrom(...queries), (one, another) => {
        const wide = new Set(idsFor(one));
        expect(idsFor(`${one} ${another}`).filter((id) => !wide.has(id))).toEqual([]);
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
