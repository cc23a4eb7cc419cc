import { describe, expect, it } from 'vitest';
import { guideEntryText, guideListText } from '../../src/guide/guide.ts';
import { width } from '../../src/text/cells.ts';
import { guideEntries } from './january-guide.ts';

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
