import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workbookFile } from '../../src/desk/workbook.ts';
import { entry, JAPAN, standing } from './build.ts';

/** The texts of a workbook's cells, row by row, and how often each kind of cell occurs. */
function readWorkbook(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? '');
  const sheet = part('xl/worksheets/sheet1.xml');
  const cells = [...sheet.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)].map(
    ([, column = '', row = '', attributes = '', content = '']) => ({
      column,
      row: Number(row),
      isText: attributes.includes('t="s"'),
      text: texts[Number(/<v>(\d+)<\/v>/.exec(content)?.[1])] ?? '',
    }),
  );
  return { cells, styles: part('xl/styles.xml') };
}

const ids = [
  '0110123456',
  '1-2',
  '3/4',
  '1E5',
  'TRUE',
  '12345678901234567890',
  '=1+1',
  '<&>"',
  ' ',
  'a\u0000\u001B[1mb\nc',
];

describe('the workbook of the terminals', () => {
  it('holds text and nothing but text, formatted as text', async () => {
    const { rows } = standing({ entries: ids.map((terminal) => entry({ terminal })) });
    const { cells, styles } = readWorkbook(await workbookFile(rows, JAPAN));
    expect(cells.filter(({ isText, text }) => !isText && text !== '')).toEqual([]);
    expect(styles).toContain('formatCode="@"');
    const column = cells.find(({ row, text }) => row === 1 && text === '端末')?.column;
    const told = cells.filter((cell) => cell.column === column && cell.row > 1).map(({ text }) => text);
    for (const id of ids.slice(0, 7)) expect(told).toContain(id);
    expect(told).toContain('&lt;&amp;&gt;"');
    expect(told).toContain('ab c');
  });

  it('cuts what is longer than a cell may be', async () => {
    const { rows } = standing({ entries: [entry({ reason: 'x'.repeat(40_000) })] });
    const { cells } = readWorkbook(await workbookFile(rows, JAPAN));
    expect(Math.max(...cells.map(({ text }) => text.length))).toBe(32_767);
  });
});
