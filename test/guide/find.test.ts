import { describe, expect, it } from 'vitest';
import { guideEntries } from '../../src/guide/entries.ts';
import { entriesWith, findGuideEntry } from '../../src/guide/find.ts';
import type { GuideEntry } from '../../src/domain/notice/schema.ts';

const own = (id: string): GuideEntry => ({
  id,
  title: `お知らせの ${id}`,
  see: ['端末: 出ます。'],
  why: 'お知らせのためです。',
  do: ['待ってください。'],
  call: '業者に連絡してください。',
  words: [],
});

describe('entriesWith', () => {
  it('gives the built-in entries where the notice has none', () => {
    expect(entriesWith([])).toEqual(guideEntries);
  });

  it("puts a notice's entry in the place of the built-in one with its id", () => {
    const entries = entriesWith([own('reader-002')]);
    expect(entries.map((entry) => entry.id)).toEqual(guideEntries.map((entry) => entry.id));
    expect(findGuideEntry(entries, 'reader-002')?.title).toBe('お知らせの reader-002');
  });

  it("puts a notice's new entries first, in their order", () => {
    const entries = entriesWith([own('new-b'), own('reader-002'), own('new-a')]);
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
