/**
 * Measures the bundled program against its limits: prints a table and writes dist-bench/bench.json. Ends with 1 where a
 * limit is missed, with 64 for a wrong call. Linux only: memory and CPU time are read from /proc.
 *
 *   --runs N        how often each start is measured (21)
 *   --minutes N     how long idling is watched (2)
 *   --only NAME     only metrics whose name begins so: start, keys, idle.bytes
 */
import process from 'node:process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildInto } from './build.ts';
import type { Bench } from './bench/bench.ts';
import { idle } from './bench/idle.ts';
import { journal } from './bench/journal.ts';
import { keys } from './bench/keys.ts';
import { metrics, type Found } from './bench/metrics.ts';
import { programs } from './bench/programs.ts';
import { session } from './bench/session.ts';
import { startUp } from './bench/start-up.ts';
import { rowOf, table, type Row } from './bench/table.ts';
import { updates } from './bench/updates.ts';

const OUT = 'dist-bench';

/** The metrics whose names begin with one of these come from one measurement. */
const measurements: readonly {
  readonly gives: readonly string[];
  readonly measure: (bench: Bench) => Promise<Found>;
}[] = [
  { gives: ['start.'], measure: startUp },
  { gives: ['programs.'], measure: programs },
  { gives: ['keys.'], measure: keys },
  { gives: ['journal.', 'history.'], measure: journal },
  { gives: ['memory.', 'session.'], measure: session },
  { gives: ['updates.'], measure: updates },
  { gives: ['idle.'], measure: idle },
];

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '21' },
    minutes: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
const { only } = options;
const [runs, minutes] = [Number(options.runs), Number(options.minutes)];
const wanted = metrics.filter(({ name }) => name.startsWith(only));
if (wanted.length === 0 || !(runs >= 1) || !(minutes > 0)) {
  process.stderr.write(
    `usage: npm run bench -- [--runs N] [--minutes N] [--only NAME]\nNAME: ${metrics.map(({ name }) => name).join(' ')}\n`,
  );
  process.exit(64);
}

await buildInto(join(OUT, 'program'));
const folder = await mkdtemp(join(tmpdir(), 'oqs-bench-'));
const bench: Bench = { main: resolve(OUT, 'program/main.js'), folder, runs, minutes };
const machine = { node: process.version, cores: availableParallelism(), load: loadavg() };
const rows: Row[] = [];
const details: unknown[] = [];
try {
  for (const { gives, measure } of measurements) {
    const here = wanted.filter(({ name }) => gives.some((start) => name.startsWith(start)));
    if (here.length === 0) continue;
    process.stderr.write(`measuring ${here.map(({ name }) => name).join(', ')}\n`);
    const found = await measure(bench);
    for (const metric of here) rows.push(rowOf(metric, found.values[metric.name] ?? Number.NaN));
    details.push(found.details);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
await mkdir(OUT, { recursive: true });
await writeFile(
  join(OUT, 'bench.json'),
  `${JSON.stringify({ machine, loadAfter: loadavg(), runs, minutes, rows, details }, null, 2)}\n`,
);
process.stdout.write(table(rows));
// A value that is missing is missed as well.
if (rows.some(({ met }) => met === false)) process.exitCode = 1;
