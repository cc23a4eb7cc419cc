import { describe, expect, it } from 'vitest';
import { noFilter } from '../../src/desk/filter.ts';
import { listText } from '../../src/desk/list-text.ts';
import type { Gathered } from '../../src/desk/entry.ts';
import { HOUR } from '../../src/domain/time.ts';
import { width } from '../../src/text/cells.ts';
import { everything } from './bench.ts';
import { entry, JAPAN, NOW, standing } from './build.ts';

function linesOf(given: Partial<Gathered>, columns?: number): readonly string[] {
  const input = { filter: noFilter, now: NOW, offsetMinutes: JAPAN, staleHours: 48, reasons: false };
  const text = listText({ ...input, standing: standing(given) }, columns);
  return text.slice(text.indexOf('急ぐ順')).split('\n').slice(1);
}

const opens = { text: '8:30', minutes: 510 };
const contact = { name: 'さくら医院', phone: '03-5000-0060', person: null, opens, spare: false };

describe('the list, one line a terminal', () => {
  it('tells each open terminal once, with whom to call, in columns', () => {
    const entries = [
      entry({ clinic: '1', terminal: 'ONS01', state: 'restart' }),
      entry({ clinic: '2', terminal: 'ONS002', state: 'restart', at: NOW - 72 * HOUR }),
      entry({ clinic: '3', terminal: 'ONS01', state: 'all-done' }),
    ];
    const roster = [{ clinic: '1', terminal: 'ONS01', contact }];
    expect(linesOf({ entries, roster })).toEqual([
      '  [要]   8:30 さくら医院 03-5000-0060 ONS01  再起動が必要(1時間前)',
      '  [要]        2                       ONS002 再起動が必要(3日前) 古い回答',
      '',
    ]);
  });

  it('leaves out the columns that nothing is known for', () => {
    expect(linesOf({ entries: [entry({ state: 'restart' })] })[0]).toBe(
      '  [要]   さくら医院 ONS01 再起動が必要(1時間前)',
    );
  });

  it('tells terminals of one name apart by their places', () => {
    const entries = ['/m/C1/ONS01.json', '/m/C2/ONS01.json'].map((path) =>
      entry({ clinic: null, source: { path, line: null } }),
    );
    const lines = linesOf({ entries });
    for (const place of ['C1/ONS01', 'C2/ONS01']) expect(lines.filter((row) => row.includes(place))).toHaveLength(1);
  });

  it.each([40, 60, 80, 120])('is never wider than %d columns, and cuts nothing', (columns) => {
    const long = entry({ clinic: 'とても長い名前の医院'.repeat(4), terminal: 'ONS'.repeat(30), state: 'restart' });
    const lines = linesOf({ ...everything, entries: [...everything.entries, long] }, columns);
    expect(lines.filter((row) => width(row, 'wide') > columns)).toEqual([]);
    const all = lines.join('').replaceAll(' ', '');
    expect(all).toContain('とても長い名前の医院'.repeat(4));
    expect(all).toContain('ONS'.repeat(30));
  });
});
