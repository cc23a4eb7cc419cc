import { describe, expect, it } from 'vitest';
import { noFilter } from '../../src/desk/filter.ts';
import type { Gathered } from '../../src/desk/entry.ts';
import { deskPage } from '../../src/desk/web-page.ts';
import { entry, JAPAN, NOW, standing } from './build.ts';

function pageOf(given: Partial<Gathered>, filter = noFilter): string {
  return deskPage({ standing: standing(given), filter, now: NOW, offsetMinutes: JAPAN, staleHours: 48 });
}

/** The cells of the table, row by row, as they are read. */
function cellsOf(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd](?: class="short")?>(.*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
    ),
  );
}

const done = entry({ terminal: 'ONS01', state: 'all-done' });
const open = entry({ terminal: 'ONS02', state: 'restart', at: NOW - 72 * 3_600_000 });

describe('the page to mail and to print', () => {
  it('has the titles and a row for each open terminal, the most urgent first', () => {
    const later = entry({ terminal: 'ONS03' });
    const [titles, ...rows] = cellsOf(pageOf({ entries: [later, done, open] }));
    const at = titles?.indexOf('端末') ?? -1;
    expect(rows.map((row) => row[at])).toEqual(['ONS02', 'ONS03']);
    expect(rows.every((row) => row.length === titles?.length)).toBe(true);
    expect(rows[0]).toContain('古い回答');
  });

  it('has a column for a phone where the roster tells one, and none where it does not', () => {
    const contact = { name: null, phone: '03-5000-0060', person: null, opens: null, spare: false };
    const roster = [{ clinic: 'さくら医院', terminal: 'ONS02', contact }];
    expect(pageOf({ entries: [open] })).not.toContain('>電話</th>');
    const [titles, row] = cellsOf(pageOf({ entries: [open], roster }));
    expect(row?.[titles?.indexOf('電話') ?? -1]).toBe('03-5000-0060');
  });

  it('says why there is no row, and names what could not be read', () => {
    expect(pageOf({ entries: [done] })).toContain('すべての端末が済んでいます。');
    expect(pageOf({})).toContain('答えが一つもありません。');
    const bad = [{ source: { path: '/a/<x>.json', line: 3 }, reason: '空です' }];
    expect(pageOf({ entries: [done], bad })).toContain('/a/&#60;x&#62;.json の 3 行目: 空です');
  });

  it('says what it was narrowed to, and shows what fits, done or not', () => {
    const page = pageOf({ entries: [done, open] }, { ...noFilter, words: 'ONS01' });
    expect(page).toContain('言葉「ONS01」');
    expect(cellsOf(page)).toHaveLength(2);
  });

  it('holds what answers say as text, loads nothing and runs nothing', () => {
    const nasty = `</td><script src="http://x/">'"&<img onerror=a>\u001B[31m\u202E`;
    const page = pageOf({ entries: [entry({ terminal: nasty, reason: nasty, clinic: nasty })] });
    const tags = new Set([...page.matchAll(/<\/?([a-z]\w*)/g)].map(([, tag]) => tag));
    expect(tags).toEqual(
      new Set([
        'body',
        'h1',
        'html',
        'meta',
        'p',
        'span',
        'style',
        'table',
        'tbody',
        'td',
        'th',
        'thead',
        'title',
        'tr',
      ]),
    );
    for (const each of ['url(', '@import', '\u001B', '\u202E']) expect(page).not.toContain(each);
    const attributes = new Set([...page.matchAll(/<[a-z]\w* ([^>]*)>/g)].map(([, each]) => each));
    expect(attributes).toEqual(new Set(['charset="utf-8"', 'class="counts"', 'class="short"', 'lang="ja"']));
    expect(cellsOf(page)[1]?.some((cell) => cell.startsWith('</td><script'))).toBe(true);
  });
});
