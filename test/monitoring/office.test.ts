import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { peopleColumns } from '../../src/desk/columns.ts';
import { readCsv } from '../../src/text/csv.ts';
import { answer } from '../desk/build.ts';
import { INSIDE, runInside } from './bench.ts';
import { runProgram } from './program.ts';
import { has } from './tools.ts';

const bench = inject('bench');
const built = inject('built');

/** What spreadsheets take for numbers, days, words of their own and formulas. */
const ids = ['0110123456', '1-2', '3/4', '1E5', 'TRUE', '12345678901234567890', '=1+1', '1月2日', "'007", '9:30'];
/** Commas, quotation marks, UTF-8, and every cell as it is shown. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

describe.skipIf(!has('libreoffice-calc-nogui'))('the workbook of the desk in LibreOffice', () => {
  it('has every id as it was, also after it was saved once more', async () => {
    const folder = join(bench?.folder ?? '', 'workbook');
    await mkdir(join(folder, 'answers'), { recursive: true });
    for (const [index, id] of ids.entries())
      await writeFile(
        join(folder, 'answers', `${String(index)}.json`),
        JSON.stringify(answer({ clinic: { id }, terminal: { name: id } })),
      );
    const { stderr } = await runProgram(built, 'desk', join(folder, 'answers'), '--xlsx', join(folder, 'desk.xlsx'));
    expect(stderr).toContain('desk.xlsx');
    expect(await idsIn('desk.xlsx')).toEqual(ids.toSorted());
    await convert('desk.xlsx', 'xlsx', 'again');
    expect(await idsIn('again/desk.xlsx')).toEqual(ids.toSorted());

    async function idsIn(file: string): Promise<readonly string[]> {
      await convert(file, AS_CSV, 'csv');
      const [, ...rows] = readCsv(await readFile(join(folder, 'csv/desk.csv'), 'utf8'));
      const column = (name: 'clinic' | 'terminal') => rows.map(({ cells }) => cells[peopleColumns.indexOf(name)] ?? '');
      expect(column('clinic')).toEqual(column('terminal'));
      return column('terminal').toSorted();
    }
  });

  async function convert(file: string, to: string, folder: string): Promise<void> {
    if (!bench) throw new Error('no bench');
    const inside = `${INSIDE}/workbook`;
    const { exitCode, output } = await runInside(
      bench,
      'soffice',
      '--headless',
      '-env:UserInstallation=file:///tmp/office',
      '--convert-to',
      to,
      '--outdir',
      `${inside}/${folder}`,
      `${inside}/${file}`,
    );
    if (exitCode !== 0 || !output.includes('convert')) throw new Error(output);
  }
});
