import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/text/csv.ts';

const loose = (text: string): readonly (readonly string[])[] => readCsv(text, 'loose').map(({ cells }) => cells);

describe('a row of CSV', () => {
  it('begins on the line that is told', () => {
    expect(readCsv('a,"b\nc"\r\nd,e\r\rf').map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b\nc'],
      [3, 'd', 'e'],
      [4, ''],
      [5, 'f'],
    ]);
  });
});

describe('a quotation mark that is never closed', () => {
  const read = (text: string) =>
    readCsv(text).map(({ line, cells, unclosed }) => [line, ...cells, ...(unclosed ? ['unclosed'] : [])]);

  it.each<readonly [string, readonly (readonly (string | number)[])[]]>([
    [
      'a,"b\nc,d\n',
      [
        [1, 'a', '"b', 'unclosed'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a,"b,c\r\nc,""\r\n',
      [
        [1, 'a', '"b,c', 'unclosed'],
        [2, 'c', ''],
      ],
    ],
    ['a,"b', [[1, 'a', '"b', 'unclosed']]],
    [
      'a\n"',
      [
        [1, 'a'],
        [2, '"', 'unclosed'],
      ],
    ],
    [
      'a,"b\nc,"d"\ne',
      [
        [1, 'a', '"b', 'unclosed'],
        [2, 'c', 'd'],
        [3, 'e'],
      ],
    ],
    [
      'a,"b\n"c\nd,"e\n"f',
      [
        [1, 'a', '"b', 'unclosed'],
        [2, '"c', 'unclosed'],
        [3, 'd', '"e', 'unclosed'],
        [4, '"f', 'unclosed'],
      ],
    ],
    [
      '"a\nb",c,"d\ne',
      [
        [1, 'a\nb', 'c', '"d', 'unclosed'],
        [3, 'e'],
      ],
    ],
    [
      'a,"b\u001Ac,d\n',
      [
        [1, 'a', '"b', 'unclosed'],
        [1, 'c', 'd'],
      ],
    ],
    [
      'a"b,c"\nd',
      [
        [1, 'a"b', 'c"'],
        [2, 'd'],
      ],
    ],
    [
      '"a" ,"b"\nc',
      [
        [1, 'a ', 'b'],
        [2, 'c'],
      ],
    ],
    [
      '"a\nb"\u001Ac',
      [
        [1, 'a\nb'],
        [2, 'c'],
      ],
    ],
  ])('costs its own line at most: %j', (text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it('is found in a long text at once', () => {
    const text = 'a,"b\n'.repeat(100_000);
    expect(readCsv(text)).toHaveLength(100_000);
  });
});

describe('CSV as the tools of Windows write it', () => {
  it('reads back what was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\r\n', ' ', 'a', 'あ') });
    const row = fc.array(cell, { minLength: 1 }).filter((cells) => cells.some((text) => text !== ''));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const text = rows
          .map((cells) => `${cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\r\n`)
          .join('');
        expect(loose(text)).toEqual(rows);
      }),
    );
  });

  it('takes marks that nobody doubled as they stand', () => {
    expect(loose('a,"say "hi" now",b\n')).toEqual([['a', 'say "hi" now', 'b']]);
    expect(loose('a,"never closed')).toEqual([['a', 'never closed']]);
  });
});
