import process from 'node:process';
import { readFileSync, rmSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { createBench, scenarios, type Bench, type ScenarioName } from './kill-bench.ts';
import { operate } from './kill-operator.ts';

/** How many consoles run at once. */
const AT_ONCE = 4;
const AT_LEAST: Readonly<Record<ScenarioName, number>> = { 'press and restart': 100, 'restart alone': 50 };
/** A few more than are needed: a reading that runs by itself may not come to the same point twice. */
const SPARE = 6;

it.each(['press and restart', 'restart alone'] as const)(
  'resumes wherever it is killed, with a whole journal and at most one press for one confirmation: %s',
  async (name) => {
    const bench = await createBench(name);
    onTestFinished(() => bench.remove());
    const { presses } = scenarios[name];
    const points = chosen(await pointsOfWholeRun(bench, presses), AT_LEAST[name]);
    const ends: Ending[] = [];
    const waiting = [...points];
    async function work(): Promise<void> {
      for (let point = waiting.shift(); point !== undefined; point = waiting.shift())
        ends.push(await killAndResume(bench, presses, point));
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const killed = ends.filter((end) => end.killed);
    process.stdout.write(`${name}: killed at ${String(killed.length)} of ${String(points.length)} points\n`);
    expect(ends.filter((end) => end.problems.length > 0)).toEqual([]);
    expect(ends.filter((end) => !end.killed && decides(end.point))).toEqual([]);
    expect(killed.length).toBeGreaterThanOrEqual(AT_LEAST[name]);
  },
  1_200_000,
);

interface Ending {
  readonly point: string;
  /** Whether the first console came to the point at all. */
  readonly killed: boolean;
  readonly problems: readonly string[];
}

/** Every point of one run that nobody disturbs, in order. */
async function pointsOfWholeRun(bench: Bench, presses: number): Promise<readonly string[]> {
  const list = bench.file('points');
  const workdir = bench.workdir('whole run');
  await using program = bench.start(workdir, { OQS_KILL_LIST_FILE: list });
  expect(await operate(program)).toEqual({ end: 'proven', confirmations: presses });
  program.press('ctrl-c');
  expect((await program.waitForExit()).exitCode).toBe(0);
  expect(bench.remains(workdir)).toMatchObject({ presses, version: '5.1.0' });
  return readFileSync(list, 'utf8').trim().split('\n');
}

/** All points at which something is written or done; of those that only look, evenly as many as are needed. */
function chosen(points: readonly string[], atLeast: number): readonly string[] {
  if (process.env['OQS_KILL_POINTS'] === 'all') return points;
  const looking = points.filter((point) => !decides(point));
  const wanted = Math.min(looking.length, Math.max(0, atLeast + SPARE - (points.length - looking.length)));
  const taken = new Set(
    Array.from({ length: wanted }, (_, index) => looking[Math.floor((index * looking.length) / wanted)]),
  );
  return points.filter((point) => decides(point) || taken.has(point));
}

function decides(point: string): boolean {
  return /^(?:journal\.|tool\.press|power\.)/.test(point);
}

async function killAndResume(bench: Bench, needed: number, point: string): Promise<Ending> {
  const workdir = bench.workdir(point);
  const first = await untilKilled(bench, workdir, point);
  const second = await resume(bench, workdir);
  const { journal, presses, version } = bench.remains(workdir);
  const started = journal.entries.filter(({ event }) => event.event === 'download-started').length;
  const confirmations = first.confirmations + second.confirmations;
  const problems = [
    ...(second.exitCode === 0 ? [] : [`the second console left with ${String(second.exitCode)}`]),
    ...(journal.state === 'intact' ? [] : [`the journal is ${journal.state}`]),
    ...(journal.problems.length === 0 ? [] : [JSON.stringify(journal.problems)]),
    ...(presses <= confirmations ? [] : [`${String(presses)} presses, ${String(confirmations)} confirmations`]),
    ...(presses <= started ? [] : [`${String(presses)} presses, ${String(started)} in the journal`]),
    ...(presses >= needed ? [] : ['never pressed']),
    ...(version === '5.1.0' ? [] : [`ended with version ${String(version)}`]),
  ];
  if (problems.length === 0) rmSync(workdir, { recursive: true, force: true, maxRetries: 5 });
  return { point, killed: first.killed, problems };
}

async function untilKilled(
  bench: Bench,
  workdir: string,
  point: string,
): Promise<{ readonly killed: boolean; readonly confirmations: number }> {
  await using program = bench.start(workdir, { OQS_KILL_AT: point });
  const { end, confirmations } = await operate(program);
  // What the last reading found is written after it is shown: leaving ends a console that has no such point left.
  if (end === 'proven') program.press('ctrl-c');
  const { signal } = await program.waitForExit();
  return { killed: signal === KILLED, confirmations };
}

const KILLED = 9;

async function resume(
  bench: Bench,
  workdir: string,
): Promise<{ readonly exitCode: number; readonly confirmations: number }> {
  await using program = bench.start(workdir, {});
  const { end, confirmations } = await operate(program);
  if (end === 'proven') program.press('ctrl-c');
  const { exitCode } = await program.waitForExit();
  return { exitCode: end === 'proven' ? exitCode : -1, confirmations };
}
