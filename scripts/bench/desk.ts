/**
 * Measures `desk` on 1,000 and 10,000 answers, as files and as JSON Lines: prints a table and writes
 * dist-bench/desk.json. Ends with 1 where a limit is missed. Linux only: memory is read from /proc.
 */
import process from 'node:process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildInto } from '../build.ts';
import { realAnswers, writeAnswers, type Shape } from './desk-answers.ts';
import { measureDesk, type DeskRun } from './desk-run.ts';

const OUT = 'dist-bench';
const COUNTS = [1_000, 10_000] as const;
const SHAPES: readonly Shape[] = ['files', 'lines'];
const FIRST_SCREEN_MS = 3_000;
const MEMORY_MB = 150;
/** Ten times as many answers may take ten times as long, and this much more: what is measured varies. */
const SPREAD = 1.25;

interface Case extends DeskRun {
  readonly shape: Shape;
  readonly count: number;
  readonly bytes: number;
}

interface Demand {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
}

await buildInto(join(OUT, 'program'));
const main = resolve(OUT, 'program/main.js');
const folder = await mkdtemp(join(tmpdir(), 'oqs-bench-desk-'));
const cases: Case[] = [];
try {
  const real = await realAnswers(main);
  for (const shape of SHAPES) {
    for (const count of COUNTS) {
      process.stderr.write(`measuring ${String(count)} answers as ${shape}\n`);
      const own = join(folder, `${shape}-${String(count)}`);
      const bytes = await writeAnswers(own, shape, count, real);
      cases.push({ shape, count, bytes, ...(await measureDesk(main, own, count)) });
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

const demands = [...cases.flatMap(demandsOf), ...SHAPES.flatMap(growthOf)];
const machine = { node: process.version, cores: availableParallelism(), load: loadavg() };
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, 'desk.json'), `${JSON.stringify({ machine, cases, demands }, null, 2)}\n`);
process.stdout.write(`${casesTable()}\n${demandsTable()}`);
if (demands.some(({ value, limit }) => value > limit)) process.exitCode = 1;

function demandsOf({ shape, count, firstRowsMs, screenMemoryMb, listMemoryMb }: Case): readonly Demand[] {
  const of = `${String(count)} ${shape}`;
  return [
    { what: `first screen with rows, ${of} (ms)`, value: firstRowsMs, limit: FIRST_SCREEN_MS },
    { what: `peak memory of the screen, ${of} (MB)`, value: screenMemoryMb, limit: MEMORY_MB },
    { what: `peak memory of the list, ${of} (MB)`, value: listMemoryMb, limit: MEMORY_MB },
  ];
}

/** How many times as long the largest number takes as the smallest, against how many times as many they are. */
function growthOf(shape: Shape): readonly Demand[] {
  const [small, large] = COUNTS.map((count) => cases.find((each) => each.shape === shape && each.count === count));
  if (!small || !large) throw new Error('not measured');
  const limit = (large.count / small.count) * SPREAD;
  // The start is the same for both, and would make the growth look smaller.
  const reading = ({ allReadMs, firstFrameMs }: Case): number => allReadMs - firstFrameMs;
  return [
    {
      what: `growth of the time to read all, start aside, ${shape} (x)`,
      value: reading(large) / reading(small),
      limit,
    },
    { what: `growth of the list's time, ${shape} (x)`, value: large.listMs / small.listMs, limit },
  ];
}

function casesTable(): string {
  return table([
    ['answers', 'as', 'kB each', 'first frame', 'first rows', 'all read', 'MB, screen', 'list', 'MB, list'],
    ...cases.map((each) => [
      String(each.count),
      each.shape,
      (each.bytes / each.count / 1_000).toFixed(1),
      ...[each.firstFrameMs, each.firstRowsMs, each.allReadMs].map(ms),
      each.screenMemoryMb.toFixed(0),
      ms(each.listMs),
      each.listMemoryMb.toFixed(0),
    ]),
  ]);
}

function demandsTable(): string {
  return table([
    ['demand', 'value', 'limit', ''],
    ...demands.map(({ what, value, limit }) => [
      what,
      value.toFixed(value >= 100 ? 0 : 1),
      String(limit),
      value <= limit ? 'met' : 'MISSED',
    ]),
  ]);
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function table(rows: readonly (readonly string[])[]): string {
  const [titles = [], ...rest] = rows;
  return [titles, titles.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
