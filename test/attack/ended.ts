import { spawn } from 'node:child_process';
import process from 'node:process';
import { MAIN } from '../e2e/built.ts';

/** How a run came to its end. */
export interface EndedInTime {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that came to no end: `deaf` where it did not end within a second of SIGTERM either. */
export interface NoEnd {
  readonly noEnd: 'late' | 'deaf';
  readonly stdout: string;
  readonly stderr: string;
}

/** How long one command may take when something is wrong with one of its files: it is told, not waited for. */
export const TOLD_WITHIN_MS = 15_000;
/** A command that is told to stop ends within this. */
export const STOPS_WITHIN_MS = 1_000;

/**
 * Runs the built program without a terminal; where it does not end within the limit, tells it to stop, and kills it a
 * second later.
 */
export async function endOf(args: readonly string[], limitMs: number = TOLD_WITHIN_MS): Promise<EndedInTime | NoEnd> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  let noEnd: NoEnd['noEnd'] | null = null;
  let kill: NodeJS.Timeout | undefined;
  const tell = setTimeout(() => {
    noEnd = 'late';
    child.kill('SIGTERM');
    kill = setTimeout(() => {
      noEnd = 'deaf';
      child.kill('SIGKILL');
    }, STOPS_WITHIN_MS);
  }, limitMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      clearTimeout(tell);
      clearTimeout(kill);
      if (noEnd !== null) resolve({ noEnd, ...texts });
      else resolve({ exitCode, signal, ms: performance.now() - startedAt, ...texts });
    });
  });
}
