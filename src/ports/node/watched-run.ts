import { fork, type ChildProcess } from 'node:child_process';
import { answeredCode, EXIT_OFFSET, EXIT_OFFSET_VARIABLE } from '../../domain/answer-code.ts';
import { withinLimit } from './timers.ts';

/** How a run in a process of its own came to its end. */
export type WatchedRun =
  | { readonly type: 'ended'; readonly exitCode: number; readonly stdout: string }
  /** Or its caller was told to stop. With the last thing that it reported; null: nothing yet. */
  | { readonly type: 'timed-out'; readonly lastReport: unknown }
  /**
   * It died without an exit code of its own, or could not be started: a signal's name, Node's code, or the system's
   * words.
   */
  | { readonly type: 'crashed'; readonly how: string };

/** How long one whose time is up may take to end the programs that it started; and one whose caller is told to stop. */
const LAST_WORDS_MS = 500;
const CALLED_OFF_MS = 200;

/**
 * Runs a script of ours in a process of its own, for at most `limitMs` and half a second; what it writes to stderr goes
 * on at once, what it writes to stdout is given when it has ended. It reports by `process.send`, and learns by
 * `disconnect` that its time is up, or that this process is `told` to stop.
 */
export async function watchedRun(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  limitMs: number,
  { stdin = 'ignore', told }: { readonly stdin?: 'ignore' | 'inherit'; readonly told: AbortSignal },
): Promise<WatchedRun> {
  const child = fork(script, args, {
    stdio: [stdin, 'pipe', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...env, [EXIT_OFFSET_VARIABLE]: String(EXIT_OFFSET) },
  });
  let lastReport: unknown = null;
  child.on('message', (report) => {
    lastReport = report;
  });
  const end = endOf(child);
  const timedOut = (): WatchedRun => ({ type: 'timed-out', lastReport });
  const calledOff = new Promise<WatchedRun>((resolve) => {
    told.addEventListener('abort', () => resolve(timedOut()), { once: true });
  });
  const first = await withinLimit(Promise.race([end, calledOff]), limitMs, timedOut, { holds: true });
  if (first.type !== 'timed-out') return first;
  if (child.connected) child.disconnect();
  await withinLimit(end, told.aborted ? CALLED_OFF_MS : LAST_WORDS_MS, timedOut, { holds: true });
  child.kill('SIGKILL');
  return first;
}

async function endOf(child: ChildProcess): Promise<WatchedRun> {
  const chunks: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ type: 'crashed', how: error.message }));
    child.on('close', (exitCode, signal) => {
      const answered = exitCode === null ? null : answeredCode(exitCode);
      if (answered === null) resolve({ type: 'crashed', how: signal ?? String(exitCode) });
      else resolve({ type: 'ended', exitCode: answered, stdout: chunks.join('') });
    });
  });
}
