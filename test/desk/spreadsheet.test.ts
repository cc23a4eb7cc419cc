import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, csvLine, csvRows, isRetyped, spoiled } from '../../src/desk/spreadsheet.ts';
import { entry, JAPAN, NOW, standing } from './build.ts';

/** What a Japanese Excel saves of a cell that it read from a CSV, as far as a test needs it. */
function excel(cell: string): string {
  const text = cell.normalize('NFKC').trim();
  if (text.startsWith('=')) return '#NAME?';
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) {
    const value = Number(text);
    return Math.abs(value) >= 1e11 || /e/i.test(text) ? value.toExponential(5).replace('e', 'E') : String(value);
  }
  const day = /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (day && Number(day[1]) <= 12 && Number(day[2]) <= 31)
    return `${String(Number(day[1]))}月${String(Number(day[2]))}日`;
  return /^(true|false)$/i.test(text) ? text.toUpperCase() : cell;
}

const opened = (line: string): string =>
  line
    .split(',')
    .map((cell) => excel(cell))
    .join(',');

describe('a cell that a spreadsheet would take for something else', () => {
  it.each([
    ['0110123456', '007', '1234567890123456', '123456789012', '1E5', '1.5e-3', '5.10', '１２', ' 12 '],
    ['1-2', '3/4', '1月2日', '2026年1月', '2026/1/2', 'R5.1.2', '令和8年1月2日', 'MAR1', '1-Dec', 'Sept 2'],
    ['12:30', '9時30分', '3 PM', '午前9時', '5%', '¥100', '(5)', '1,000', '1 1/2'],
    ['TRUE', 'false', '#n/a', '=1', '+81312345678', '-1', '@x', '＝1'],
  ])('survives it as it was: %j %j %j %j', (...cells) => {
    for (const cell of cells) {
      expect(isRetyped(cell)).toBe(true);
      const kept = cell.includes(',') ? cell : csvRows(opened(csvLine([cell, 'x'])))[0]?.cells[0];
      expect(kept).toBe(cell);
      expect(csvRows(csvLine([cell, 'x']))[0]?.cells).toEqual([cell, 'x']);
    }
  });

  it.each([
    'ONS01',
    '1310123456',
    '5.1.0',
    '10.0.19044',
    '12',
    '0',
    '2.5',
    'さくら医院',
    "'x",
    'DEC-PC1',
    'March1号',
    '1号',
    'ONS01 ',
    '2026-01-20 08:09',
    '',
  ])('does not touch what stays: %j', (cell) => expect(csvLine([cell, 'x'])).toBe(`${cell},x`));

  it('comes back as it was, whatever it is, also after a spreadsheet', () => {
    const signs = "0123456789-/.eE+ 月日:'＝=TRUE１".split('');
    const cell = fc.string({ unit: fc.constantFrom(...signs), maxLength: 18 });
    fc.assert(
      fc.property(cell, (text) => {
        fc.pre(!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text));
        expect(csvRows(csvLine([text, 'x']))[0]?.cells).toEqual([text, 'x']);
        expect(csvRows(opened(csvLine([text, 'x'])))[0]?.cells).toEqual([text, 'x']);
      }),
    );
  });
});

describe('what a spreadsheet has made of an id', () => {
  it.each([
    ['0110123456', '110123456'],
    ['0110123456', '1.10123E+08'],
    ['0110123456', '1.1E+08'],
    ['12345678901234567890', '12345678901234500000'],
    ['1310123456789', '1.31012E+12'],
    ['007', '7'],
    ['1-2', '1月2日'],
    ['1-2', '2-Jan'],
    ['03/04', '3月4日'],
    ['1E5', '1.00E+05'],
    ['true', 'TRUE'],
  ])('%s: %s', (id, form) => expect(spoiled(id)).toContain(form));

  it.each(['ONS01', '1310123456x', ''])('nothing: %j', (id) => expect(spoiled(id)).toEqual([]));
});

describe('a line of CSV', () => {
  it.each([
    [['a', 'b'], 'a,b'],
    [['a,b', 'c"d', 'e\nf'], '"a,b","c""d",e f'],
    [['=1+1', '+81', '-', '@x'], `'=1+1,'+81,'-,'@x`],
    [['＝1', '＋1', '－1', '＠x', '\t=1'], `'＝1,'＋1,'－1,'＠x,' =1`],
    [['a\r\nb', 'a\rb', 'a\tb', 'a\0b', '\u001B[31m', 'a\u0085b\u2028c'], 'a b,a b,a b,ab,,a b c'],
    [['a=1', ''], 'a=1,'],
  ])('%j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  it('is read back as it was, but for control characters', () => {
    const cells = fc.array(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', ' ', 'あ', "'", '0', '-') }),
      {
        minLength: 2,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((each) => `${csvLine(each)}\r\n`).join('');
        const plain = rows.map((each) => each.map((cell) => cell.replace(/\r\n|\r|\n/g, ' ')));
        expect(csvRows(text).map((row) => row.cells)).toEqual(plain);
      }),
    );
  });
});

describe('the CSV of the terminals', () => {
  const { rows } = standing({
    entries: [
      entry({
        terminal: '=cmd|x',
        reason: '一行目\n"二行目"',
        failing: ['時計', 'ネットワーク'],
        at: NOW - 60_000,
      }),
      entry({ terminal: 'ONS02', state: 'all-done', at: NOW - 86_400_000 * 3, otherNotices: ['next', 'last'] }),
    ],
    roster: [{ clinic: 'もみじ医院', terminal: 'ONS09' }],
  });
  const bytes = csvFile(rows, JAPAN);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  it('is UTF-8 with a mark and CRLF, as Excel needs it', () => {
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('has a row of titles and one row a terminal', () => {
    const [titles, ...cells] = csvRows(text.slice(1)).map((row) => row.cells);
    expect(titles?.slice(0, 4)).toEqual(['医療機関', '端末', '状態', '済み']);
    expect(cells.map((row) => row.slice(0, 4))).toEqual([
      ['もみじ医院', 'ONS09', '回答なし', 'いいえ'],
      ['さくら医院', '=cmd|x', 'ダウンロードが必要', 'いいえ'],
      ['さくら医院', 'ONS02', 'すべて済み', 'はい'],
    ]);
    const column = (title: string): readonly (string | undefined)[] =>
      cells.map((row) => row[titles?.indexOf(title) ?? -1]);
    expect(column('点検した時刻')).toEqual(['', '2026-01-20 08:09', '2026-01-17 08:10']);
    expect(column('古い回答')).toEqual(['', 'いいえ', 'はい']);
    expect(column('理由')[1]).toBe('一行目 "二行目"');
    expect(column('失敗した点検')[1]).toBe('時計、ネットワーク');
    expect(column('お知らせ')).toEqual(['', 'n', 'n']);
    expect(column('ほかのお知らせ')).toEqual(['', '', 'next、last']);
  });
});
