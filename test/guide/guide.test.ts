import { describe, expect, it } from 'vitest';
import { findGuideEntry } from '../../src/guide/situations.ts';
import { builtInEntries, entriesWith, guideWhenAsked } from '../../src/guide/built-in.ts';
import { guideEntryText, guideFileSchema, guideListText, normalise, parseGuideFile } from '../../src/guide/guide.ts';
import type { GuideEntry } from '../../src/domain/notice/parts.ts';
import { assert, constantFrom, property, string } from 'fast-check';
import { z } from 'zod';
import { InputError } from '../../src/domain/fault.ts';
import { guideIndex, searchGuide } from '../../src/guide/search.ts';
import { guideEntries } from './january-guide.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { wordsOf } from '../../src/domain/notice/words.ts';
import { byHandNotice } from '../harness/made-up-notice.ts';
import { width } from '../../src/text/cells.ts';

const january = wordsOf(builtInNotice());

const own = (id: string): GuideEntry => ({
  id,
  title: `お知らせの ${id}`,
  see: ['端末: 出ます。'],
  why: 'お知らせのためです。',
  do: ['待ってください。'],
  call: '業者に連絡してください。',
  words: [],
});

describe('guideWhenAsked', () => {
  it('is the same guide, put together once', () => {
    const guide = guideWhenAsked([own('new')], january);
    expect(guide()).toEqual(entriesWith([own('new')], january));
    expect(guide()).toBe(guide());
  });
});

describe('entriesWith', () => {
  it('gives the built-in entries that make sense under the notice, in their order', () => {
    const ids = builtInEntries.filter(({ needs }) => needs !== 'no-tool').map(({ id }) => id);
    expect(entriesWith([], january).map(({ id }) => id)).toEqual(ids);
    const byHand = entriesWith([], wordsOf(byHandNotice)).map(({ id }) => id);
    expect(byHand).toContain('by-hand-steps');
    for (const { id, needs } of builtInEntries)
      expect(byHand.includes(id)).toBe(needs === undefined || needs === 'no-tool');
  });

  it("puts a notice's entry in the place of the built-in one with its id", () => {
    const entries = entriesWith([own('reader-002')], january);
    expect(entries.map((entry) => entry.id)).toEqual(guideEntries.map((entry) => entry.id));
    expect(findGuideEntry(entries, 'reader-002')?.title).toBe('お知らせの reader-002');
  });

  it("puts a notice's new entries first, in their order", () => {
    const entries = entriesWith([own('new-b'), own('reader-002'), own('new-a')], january);
    expect(entries.slice(0, 2).map((entry) => entry.id)).toEqual(['new-b', 'new-a']);
    expect(entries).toHaveLength(guideEntries.length + 2);
  });
});

describe('findGuideEntry', () => {
  it('finds by id, and says null for an id that is not there', () => {
    expect(findGuideEntry(guideEntries, 'task-missing')?.id).toBe('task-missing');
    expect(findGuideEntry(guideEntries, 'no-such-entry')).toBeNull();
  });
});

describe('normalise', () => {
  it.each([
    ['リーダー', 'りーだー'],
    ['ﾘｰﾀﾞｰ', 'りーだー'],
    ['ＩＪ－０１', 'ij-01'],
    ['0X81000001', '0x81000001'],
    ['COM 切断', 'com切断'],
    ['COM\u3000切断', 'com切断'],
    ['ヴァージョン', 'ばーじょん'],
    ['カ ﾞス', 'がす'],
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

const japanese = string({
  unit: constantFrom(...Array.from('あアｱガがｶﾞＡaA1１ー・ 　「再起動時計0８x_.-')),
  maxLength: 12,
});

const filedEntry = (id: string, title = `手引き ${id}`): GuideEntry => ({
  id,
  title,
  see: ['端末: 出ます。'],
  why: 'こうだからです。',
  do: ['待ってください。'],
  call: '業者に連絡してください。',
  words: ['EDQ-123'],
});
const textOf = (...entries: readonly object[]): string => JSON.stringify({ formatVersion: 1, entries }, null, 2);

function errorOf(text: string): InputError {
  try {
    parseGuideFile(text, 'guide.json');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('a file of guide entries', () => {
  it('gives its entries, which the search finds', () => {
    const entries = parseGuideFile(textOf(filedEntry('site-a'), filedEntry('reader-002')), 'guide.json');
    const all = entriesWith(entries, january);
    expect(all[0]?.id).toBe('site-a');
    expect(findGuideEntry(all, 'reader-002')?.title).toBe('手引き reader-002');
    expect(all).toHaveLength(guideEntries.length + 1);
    expect(searchGuide(guideIndex(all, []), 'ｅｄｑ').hits[0]?.id).toBe('site-a');
  });

  it("comes before the notice's own entries: of two with the same id the first counts, once", () => {
    const all = entriesWith(
      [filedEntry('new-a', '医院の'), filedEntry('new-a', 'お知らせの'), filedEntry('new-b')],
      january,
    );
    expect(all.slice(0, 2).map(({ title }) => title)).toEqual(['医院の', '手引き new-b']);
    expect(all).toHaveLength(guideEntries.length + 2);
  });

  it.each([
    [
      'an id that stands twice',
      textOf(filedEntry('site-a'), filedEntry('site-a')),
      'guide.json:20: entries[1].id',
      /二度/,
    ],
    [
      'a number for a title, and an id that stands twice',
      textOf({ ...filedEntry('a'), title: 7 }, filedEntry('a')),
      /entries\[0\]\.title$/,
      /ほかに 1 か所/,
    ],
    ['an id with capitals', textOf(filedEntry('Site')), 'guide.json:5: entries[0].id', /英小文字/],
    ['nothing to do', textOf({ ...filedEntry('a'), do: [] }), /^guide\.json:\d+: entries\[0\]\.do$/, /一つ以上/],
    ['a text instead of a list', textOf({ ...filedEntry('a'), see: 'x' }), /entries\[0\]\.see$/, /並べて/],
    ['a missing field', textOf({ id: 'a' }), 'guide.json:4: entries[0].title', /この項目がありません/],
    ['a field that nobody knows', textOf({ ...filedEntry('a'), colour: 1 }), /entries\[0\]\.colour$/, /colour/],
    ['no format version', '{"entries": []}', 'guide.json:1: formatVersion', /この項目がありません/],
    ['what is no JSON', '{\n  "formatVersion": 1,\n}', 'guide.json:3:1', /JSON/],
  ])('with %s is refused: line, field, reason, way out', (_, text, where, reason) => {
    const error = errorOf(text);
    expect(error.where).toMatch(where);
    expect(error.message).toMatch(reason);
    expect(error).toMatchObject({ code: 'bad-guide', remedy: expect.stringContaining('schema guide') as unknown });
  });

  it('is described field by field in its JSON Schema', () => {
    const text = JSON.stringify(z.toJSONSchema(guideFileSchema, { io: 'input' }));
    for (const word of ['見えるもの', '原因', '対応', '連絡先']) expect(text).toContain(word);
  });
});

describe('the guide as text', () => {
  it.each(guideEntries.map((entry) => [entry.id, entry] as const))('has all of %s', (_, entry) => {
    const text = guideEntryText(entry).replaceAll(/\s/g, '');
    for (const part of [entry.title, ...entry.see, entry.why, ...entry.do, entry.call])
      expect(text).toContain(part.replaceAll(/\s/g, ''));
    for (const [index] of entry.do.entries()) expect(text).toContain(`${String(index + 1)}.`);
  });

  it('lists every title with its id', () => {
    const text = guideListText(guideEntries);
    for (const { id } of guideEntries) expect(text).toContain(`項目の名前: ${id}\n`);
  });

  it('fits 80 columns', () => {
    const text = guideListText(guideEntries) + guideEntries.map((entry) => guideEntryText(entry)).join('');
    for (const row of text.split('\n')) expect(width(row, 'wide')).toBeLessThan(80);
  });
});
