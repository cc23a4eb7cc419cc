import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputError } from '../../src/domain/fault.ts';
import { guideEntries } from '../../src/guide/entries.ts';
import { guideFileSchema, parseGuideFile } from '../../src/guide/file-schema.ts';
import { entriesWith, findGuideEntry } from '../../src/guide/find.ts';
import type { GuideEntry } from '../../src/domain/notice/schema.ts';
import { searchGuide } from '../../src/guide/search.ts';

const entry = (id: string, title = `手引き ${id}`): GuideEntry => ({
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
    const entries = parseGuideFile(textOf(entry('site-a'), entry('reader-002')), 'guide.json');
    const all = entriesWith(entries);
    expect(all[0]?.id).toBe('site-a');
    expect(findGuideEntry(all, 'reader-002')?.title).toBe('手引き reader-002');
    expect(all).toHaveLength(guideEntries.length + 1);
    expect(searchGuide(all, 'ｅｄｑ')[0]?.id).toBe('site-a');
  });

  it("comes before the notice's own entries: of two with the same id the first counts, once", () => {
    const all = entriesWith([entry('new-a', '医院の'), entry('new-a', 'お知らせの'), entry('new-b')]);
    expect(all.slice(0, 2).map(({ title }) => title)).toEqual(['医院の', '手引き new-b']);
    expect(all).toHaveLength(guideEntries.length + 2);
  });

  it.each([
    ['an id that stands twice', textOf(entry('site-a'), entry('site-a')), 'guide.json:20: entries[1].id', /二度/],
    ['an id with capitals', textOf(entry('Site')), 'guide.json:5: entries[0].id', /英小文字/],
    ['nothing to do', textOf({ ...entry('a'), do: [] }), /^guide\.json:\d+: entries\[0\]\.do$/, /一つ以上/],
    ['a text instead of a list', textOf({ ...entry('a'), see: 'x' }), /entries\[0\]\.see$/, /並べて/],
    ['a missing field', textOf({ id: 'a' }), 'guide.json:4: entries[0].title', /この項目がありません/],
    ['a field that nobody knows', textOf({ ...entry('a'), colour: 1 }), /entries\[0\]\.colour$/, /colour/],
    ['no format version', '{"entries": []}', 'guide.json:1: formatVersion', /この項目がありません/],
    ['what is no JSON', '{\n  "formatVersion": 1,\n}', 'guide.json:3:1', /JSON/],
  ])('with %s is refused: line, field, reason, way out', (_, text, where, reason) => {
    const error = errorOf(text);
    expect(error.where).toMatch(where);
    expect(error.message).toMatch(reason);
    expect(error).toMatchObject({
      code: 'bad-guide',
      remedy: expect.stringContaining('schema guide') as unknown,
    });
  });

  it('is described field by field in its JSON Schema', () => {
    const text = JSON.stringify(z.toJSONSchema(guideFileSchema, { io: 'input' }));
    for (const word of ['見えるもの', '原因', '対応', '連絡先']) expect(text).toContain(word);
  });
});
