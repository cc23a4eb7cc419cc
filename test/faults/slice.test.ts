import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultKind } from './kinds.ts';
import type { Laboratory } from './laboratory.ts';
import { openLaboratory } from './laboratory.ts';
import { problemsOfCheck, problemsOfConsole } from './problems.ts';
import { rows } from './rows.ts';
import type { Row, RowId } from './rows.ts';
import type { CheckRun } from './run-check.ts';
import { runCheck } from './run-check.ts';
import { runInConsole } from './run-console.ts';
import { Trouble } from './trouble.ts';

/** A slice of the matrix for every run of the tests; the whole of it is in `npm run test:long`. */
describe('faults, a slice', () => {
  let laboratory: Laboratory;
  const healthy = new Map<Row['scenario'], CheckRun>();

  beforeAll(async () => {
    laboratory = openLaboratory();
    for (const row of [rowOf('files'), rowOf('clipboard')]) {
      const bench = await laboratory.open(row);
      healthy.set(row.scenario, await runCheck(bench, null));
      await bench.close();
    }
  });
  afterAll(() => laboratory.close());

  it.each<FaultKind>(['missing', 'garbage', 'partial'])('every port %s, through check', async (kind) => {
    const problems: string[] = [];
    for (const row of rows) {
      const bench = await laboratory.open(row);
      const run = await runCheck(bench, new Trouble(row.id, kind));
      await bench.close();
      const found = problemsOfCheck(row, kind, run, known(healthy.get(row.scenario)));
      problems.push(...found.map((each) => `${row.id}: ${each}`));
    }
    expect(problems).toEqual([]);
  });

  it.each<[RowId, FaultKind]>([
    ['command:tool', 'partial'],
    ['journal', 'denied'],
    ['machine', 'disappearing'],
  ])(
    '%s %s, through the console',
    async (id, kind) => {
      const row = rowOf(id);
      const runs = [];
      for (const trouble of [null, new Trouble(id, kind)]) {
        const bench = await laboratory.open(row);
        runs.push(await runInConsole(bench, row, trouble));
        await bench.close();
      }
      expect(problemsOfConsole(row, kind, known(runs[1]), known(runs[0]))).toEqual([]);
    },
    60_000,
  );
});

function rowOf(id: RowId): Row {
  return known(rows.find((row) => row.id === id));
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it was not run');
  return value;
}
