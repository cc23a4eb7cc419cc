import { startLimit } from '../domain/limit.ts';
import { isReaderGone, OutputError } from './standard-streams.ts';

// SIGBREAK, Ctrl+Break, is known to Windows alone.
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15, SIGBREAK: 21 } as const;
const HUNG_UP = 128 + signalNumbers.SIGHUP;

/**
 * Being told to stop leaves the console as the operator would, and so does a terminal that is gone: its streams may say
 * so before the signal comes. Gives the exit code (0, or 128 and the signal's number), and what leaves the signals to
 * the system again.
 */
export function listenToSignals(
  program: NodeJS.Process,
  told: AbortController,
): { readonly exitCode: () => number; readonly stopListening: () => void } {
  let code = 0;
  const stop = (exitCode: number): void => {
    code = exitCode;
    told.abort();
  };
  const stopListening = listenToStops(program, stop);
  for (const stream of [program.stdin, program.stdout])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (isTerminalGone(error)) stop(HUNG_UP);
    });
  program.stdin.on('end', () => stop(HUNG_UP));
  return { exitCode: () => code, stopListening };
}

/**
 * Hears of each signal that tells the program to stop, by the exit code that it stands for. Gives what leaves them to
 * the system again.
 */
export function listenToStops(
  program: Pick<NodeJS.Process, 'on' | 'off'>,
  stop: (exitCode: number) => void,
): () => void {
  const listeners = Object.entries(signalNumbers).map(
    ([name, number]) => [name, (): void => stop(128 + number)] as const,
  );
  for (const [name, listener] of listeners) program.on(name, listener);
  return () => {
    for (const [name, listener] of listeners) program.off(name, listener);
  };
}

/**
 * A bug ends the console as well, and so does a terminal that cannot be read or written: the screen is restored first,
 * then it is reported. Gives the first one.
 */
export function listenToBugs(program: NodeJS.Process, told: AbortController): () => Error | null {
  const bugs: Error[] = [];
  const end = (error: Error): void => {
    bugs.push(error);
    told.abort();
  };
  program.on('uncaughtException', end);
  program.stdin.on('error', (error: NodeJS.ErrnoException) => {
    if (!isTerminalGone(error)) end(error);
  });
  program.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!isReaderGone(error) && !isTerminalGone(error)) end(new OutputError(error));
  });
  return () => bugs[0] ?? null;
}

/** What reading, writing or setting a terminal answers whose window was closed. */
function isTerminalGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EIO';
}

/**
 * Without a screen to restore, a bug that no caller catches ends the run at once, and as a bug: Node's own 1 is a
 * verdict.
 */
export async function strayBug(program: NodeJS.Process): Promise<never> {
  return new Promise((_, reject) => {
    program.on('uncaughtException', reject);
  });
}

/** Whether another process started this one with `watchedRun`, and waits for its end. */
export function isWatched(program: NodeJS.Process): boolean {
  return program.send !== undefined;
}

/**
 * Tells the process that watches this one what it is at, where there is one. One that is gone is heard of by
 * `watcherGone`.
 */
export function tellWatcher(program: NodeJS.Process, what: object): void {
  if (program.connected) program.send?.(what, undefined, undefined, () => undefined);
}

/**
 * How long a process may go on when nobody watches it any more, in milliseconds: it ends the programs that it started.
 */
const ALONE_MS = 900;

/** Aborted when the process that watches this one waits no longer; never where there is none. */
export function watcherGone(program: NodeJS.Process): AbortSignal {
  const gone = new AbortController();
  if (isWatched(program))
    program.once('disconnect', () => {
      gone.abort();
      // Nobody is left to end what hangs, or to hear how it ended.
      startLimit(ALONE_MS, () => program.kill(program.pid, 'SIGKILL'));
    });
  return gone.signal;
}
