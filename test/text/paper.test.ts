import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/text/cells.ts';
import { paperHtml, paperText, type Paper, type PaperRow } from '../../src/text/paper.ts';

const plain: Paper = {
  kind: 'page',
  title: '題 <1>',
  rows: [{ text: '上の行' }],
  sections: [
    {
      heading: '見出し & "二"',
      rows: [
        { mark: '[ ] 1. ', text: 'あ'.repeat(60), indent: 2 },
        { text: "'c' [ ]", indent: 4 },
      ],
    },
    { heading: null, rows: [{ text: '最後' }] },
  ],
};

/** The letters' size that the page was given, in points. */
function sizeOf(paper: Paper): number {
  return Number(/:root\{font-size:([\d.]+)pt\}/.exec(paperHtml(paper))?.[1]);
}

const rows = (count: number): readonly PaperRow[] => Array.from({ length: count }, () => ({ text: '行' }));

describe('a paper as text', () => {
  it('has its sections apart, and what goes over a line stands under its beginning', () => {
    expect(paperText(plain)).toBe(
      [
        '題 <1>',
        '上の行',
        '',
        '見出し & "二"',
        `  [ ] 1. ${'あ'.repeat(35)}`,
        `         ${'あ'.repeat(25)}`,
        "    'c' [ ]",
        '',
        '最後',
        '',
      ].join('\n'),
    );
  });
});

describe('a paper as HTML', () => {
  it('escapes all that it is given, and holds nothing that loads or runs', () => {
    const evil = '<img src="http://x.invalid/a"><script>1</script>&\'';
    const html = paperHtml({ ...plain, title: evil, rows: [{ mark: evil, text: evil }] });
    const tags = [...html.matchAll(/<\/?([a-z!]+[0-9]?)/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(
      new Set(['!doctype', 'html', 'meta', 'title', 'style', 'body', 'h1', 'p', 'b', 'i', 'span', 'section', 'h2']),
    );
    expect(html).not.toMatch(/https?:\/\/(?!x\.invalid)|@import|url\(/);
    expect(html).toContain('&#60;script&#62;1&#60;/script&#62;&#38;&#39;');
  });

  it('is for A4, and has a box to tick on a card, but none in a record of what others wrote', () => {
    expect(paperHtml(plain)).toContain('@page{size:A4');
    expect(paperHtml(plain).match(/<i><\/i>/g)).toHaveLength(2);
    expect(paperHtml({ ...plain, kind: 'record' })).not.toContain('<i>');
    expect(paperHtml({ ...plain, kind: 'record' })).toContain('[ ]');
  });

  it('has smaller letters the more there is on one page, and never ones that nobody can read', () => {
    const sizes = [1, 20, 40, 60, 80, 400].map((count) =>
      sizeOf({ ...plain, sections: [{ heading: 'a', rows: rows(count) }] }),
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(new Set(sizes).size).toBeGreaterThan(3);
    expect(sizes[0]).toBe(15);
    expect(sizes.at(-1)).toBe(6);
  });

  it('has room for every line at the size that it takes', () => {
    const text = fc.string({ unit: fc.constantFrom('あ', 'a', ' ', '、'), minLength: 1, maxLength: 200 });
    const some = fc.array(fc.record({ text, indent: fc.constantFrom(0, 2, 4) }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(some, (each) => {
        const size = sizeOf({ ...plain, sections: [{ heading: 'a', rows: each }] });
        const columns = Math.floor((527 / size) * 2);
        const lines = each.reduce((sum, row) => sum + Math.ceil((width(row.text) || 1) / (columns - row.indent)), 0);
        // 773 points lie between the margins of A4; the title and the headings take the rest.
        expect(size === 6 || (lines + 3) * 1.35 * size <= 773).toBe(true);
      }),
    );
  });

  it('keeps a record in letters of one size, on as many pages as it takes', () => {
    const record = (count: number): Paper => ({ ...plain, kind: 'record', rows: rows(count) });
    expect(sizeOf(record(1))).toBe(sizeOf(record(900)));
  });
});
