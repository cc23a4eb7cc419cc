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
