import japanese from 'zod/v4/locales/ja.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { format, resolveConfig } from 'prettier';
import { join } from 'node:path';
import { z } from 'zod';
import { inTurns } from './in-turns.ts';
import { faultKinds, OTHER_ZONE, type FaultKind } from './kinds.ts';
import { openLaboratory, type Laboratory } from './laboratory.ts';
import { page, type Cell } from './page.ts';
import { problemsOfAnswer, problemsOfCheck, problemsOfConsole } from './problems.ts';
import { checkWords, consoleWords } from './results.ts';
import { rows, type Row, type RowId } from './rows.ts';
import { runCheck, type CheckRun } from './run-check.ts';
import { runInConsole, type ConsoleRun } from './run-console.ts';
import { Trouble } from './trouble.ts';

const AT_A_TIME = 4;
const COLUMN_MS = 180_000;
const DOCUMENT = join(import.meta.dirname, '../../docs/faults.md');

/** One cell, run on an outdated terminal in both ways, and through `check` on one that is done. */
interface Ran {
  readonly row: Row;
  readonly check: CheckRun;
  readonly done: CheckRun;
  readonly console: ConsoleRun;
}

const currentRow = (row: Row): Row => ({ ...row, scenario: 'already-current' });

/** A full disk is a small one that is mounted for it, and mounting is root's. */
const isRoot = process.platform !== 'win32' && process.geteuid?.() === 0;

describe.runIf(isRoot)('every port with every fault', () => {
  let laboratory: Laboratory;
  const healthyChecks = new Map<Row['scenario'], CheckRun>();
  const healthyConsoles = new Map<RowId, ConsoleRun>();
  const cells: Cell[] = [];

  const healthyCheck = ({ scenario }: Row): CheckRun => known(healthyChecks.get(scenario));
  const healthyConsole = ({ id }: Row): ConsoleRun => known(healthyConsoles.get(id));

  async function inBench<T>(
    row: Row,
    work: (bench: Awaited<ReturnType<Laboratory['open']>>) => Promise<T>,
  ): Promise<T> {
    const bench = await laboratory.open(row);
    try {
      return await work(bench);
    } finally {
      await bench.close();
    }
  }

  async function run(row: Row, kind: FaultKind): Promise<Ran> {
    const trouble = (): Trouble => new Trouble(row.id, kind);
    return {
      row,
      check: await inBench(row, (bench) => runCheck(bench, trouble())),
      done: await inBench(currentRow(row), (bench) => runCheck(bench, trouble())),
      console: await inBench(row, (bench) => runInConsole(bench, row, trouble())),
    };
  }

  /** All rows, several at a time; the one whose run takes rights from the whole process comes last and alone. */
  async function column(kind: FaultKind): Promise<readonly Ran[]> {
    const isAlone = (row: Row): boolean => kind === 'denied' && row.id === 'data-folder';
    const work = (row: Row): Promise<Ran> => run(row, kind);
    return [
      ...(await inTurns(
        rows.filter((row) => !isAlone(row)),
        AT_A_TIME,
        work,
      )),
      ...(await inTurns(rows.filter(isAlone), 1, work)),
    ];
  }

  beforeAll(async () => {
    z.config(japanese());
    laboratory = openLaboratory();
    for (const scenario of ['outdated-morning', 'already-current'] as const) {
      const row: Row = { ...known(rows[0]), scenario };
      // The first time all programs start at once; on a busy machine that takes longer than a check may.
      await inBench(row, async (bench) => {
        await runCheck(bench, null);
        // While the terminal is there for the programs that are still at work.
        await laboratory.answered();
      });
      const healthy = await inBench(row, (bench) => runCheck(bench, null));
      if (Object.values(healthy.statuses).includes('unknown')) throw new Error(`a check of ${scenario} has no answer`);
      healthyChecks.set(scenario, healthy);
    }
    await inTurns(rows, AT_A_TIME, async (row) => {
      healthyConsoles.set(row.id, await inBench(row, (bench) => runInConsole(bench, row, null)));
    });
  }, COLUMN_MS);

  afterAll(() => laboratory.close());

  it.each(faultKinds)(
    '%s: says so, loses nothing, and is never better than without it',
    async (kind) => {
      const zone = process.env['TZ'];
      if (kind === 'zone') process.env['TZ'] = OTHER_ZONE.name;
      try {
        const all = await column(kind);
        for (const { row, check, console } of all) {
          cells.push({
            row: row.id,
            kind,
            check: checkWords(check, healthyCheck(row)),
            console: consoleWords(row, console, healthyConsole(row)),
          });
        }
        expect(all.flatMap((ran) => problemsOf(ran, kind))).toEqual([]);
      } finally {
        if (zone === undefined) delete process.env['TZ'];
        else process.env['TZ'] = zone;
      }
    },
    COLUMN_MS,
  );

  it('is what docs/faults.md shows', async () => {
    expect(cells).toHaveLength(rows.length * faultKinds.length);
    const text = await format(page(cells), { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' });
    await expect(text).toMatchFileSnapshot(DOCUMENT);
  });

  /** Everything that is wrong with one cell, each with where it is. */
  function problemsOf({ row, check, done, console }: Ran, kind: FaultKind): readonly string[] {
    return [
      ...problemsOfCheck(row, kind, check, healthyCheck(row)).map((each) => `check: ${each}`),
      ...problemsOfAnswer(done, healthyCheck(currentRow(row))).map((each) => `check, done: ${each}`),
      ...problemsOfConsole(row, kind, console, healthyConsole(row)).map((each) => `console: ${each}`),
    ].map((each) => `${row.id} x ${kind}: ${each}`);
  }
});

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it was not run');
  return value;
}
