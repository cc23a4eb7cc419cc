import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import type { Found } from './metrics.ts';
import { peakMemoryOf } from './process-cost.ts';
import { pause, RawPty } from './raw-pty.ts';

/** A program that lives shorter than this is missed; a Node takes ten times as long to start. */
const LOOK_EVERY_MS = 4;
/** How long it is watched: a survey, and what comes after it. */
const WATCH_MS = 4_000;

/**
 * The programs that the console starts with its first survey, and the most memory that all of them had together. Linux
 * only.
 */
export async function programs({ main, folder }: Bench): Promise<Found> {
  const args = [main, '--simulate', 'outdated-morning', '--workdir', join(folder, 'programs')];
  await new RawPty([main, 'check', ...args.slice(1)]).exit;
  const program = new RawPty(args);
  const started = new Set<number>();
  const peaks = new Map<number, number>();
  const until = performance.now() + WATCH_MS;
  let most = 0;
  while (performance.now() < until) {
    const children = await descendantsOf(program.pid);
    for (const pid of children) started.add(pid);
    const alive = [program.pid, ...children];
    for (const pid of alive) peaks.set(pid, await peakMemoryOf(pid).catch(() => peaks.get(pid) ?? 0));
    most = Math.max(
      most,
      alive.reduce((sum, pid) => sum + (peaks.get(pid) ?? 0), 0),
    );
    await pause(LOOK_EVERY_MS);
  }
  await program.leave();
  return {
    values: { 'programs.survey': started.size, 'programs.memory': most },
    details: { started: started.size, console: peaks.get(program.pid) },
  };
}

async function descendantsOf(ancestor: number): Promise<readonly number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name stands in parentheses and may hold anything; the state and the parent follow (proc(5)).
    const parent = /^. (\d+) /.exec(text.slice(text.lastIndexOf(')') + 2))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isDescendant = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === ancestor || isDescendant(parent));
  };
  return [...parents.keys()].filter(isDescendant);
}
