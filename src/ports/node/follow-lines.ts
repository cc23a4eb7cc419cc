import type { Readable } from 'node:stream';
import type { Fault } from '../../domain/fault.ts';
import { startLimit } from '../../domain/limit.ts';
import type { CommandEvent } from '../ports.ts';
import { createLineSplitter } from './line-splitter.ts';

/** After a program's end its last lines may still be in the pipe, or a program it started may hold the pipe open for ever. */
const DRAIN_MS = 500;

export interface Followed {
  readonly stdout: Readable;
  /** How the program ended: `exit`, or `fault` where it never started or crashed. Does not reject. */
  readonly ended: Promise<CommandEvent>;
}

export interface FollowLimits {
  readonly silenceMs: number;
  readonly signal: AbortSignal;
  readonly onSilence: () => Fault;
  readonly onAbort: () => Fault;
}

type Turn =
  | { readonly type: 'chunk'; readonly bytes: Uint8Array }
  | { readonly type: 'no-more' }
  | { readonly type: 'ended' }
  | { readonly type: 'fault'; readonly fault: Fault };

/**
 * Passes on a program's lines and its end. Whoever stops listening early, for whatever reason, leaves the program alone: its output
 * is read on and thrown away, because a closed pipe would end many a program at its next word.
 */
export async function* followLines(program: Followed, limits: FollowLimits): AsyncGenerator<CommandEvent> {
  const chunks = program.stdout.iterator({ destroyOnReturn: false });
  const splitter = createLineSplitter();
  const ended = program.ended.then((): Turn => ({ type: 'ended' }));
  let next = nextChunk(chunks);
  let hasEnded = false;
  try {
    for (;;) {
      const turn = hasEnded ? await drained(next) : await patiently([next, ended], limits);
      if (turn.type === 'fault') {
        yield turn;
        return;
      }
      if (turn.type === 'no-more') break;
      if (turn.type === 'ended') {
        hasEnded = true;
        continue;
      }
      for (const text of splitter.push(turn.bytes)) yield { type: 'line', text };
      next = nextChunk(chunks);
    }
    for (const text of splitter.end()) yield { type: 'line', text };
    yield await endOf(program, limits);
  } finally {
    readOn(program.stdout);
  }
}

/** The output is over, the program perhaps not yet. */
async function endOf(program: Followed, limits: FollowLimits): Promise<CommandEvent> {
  const turn = await patiently([program.ended.then((): Turn => ({ type: 'ended' }))], limits);
  return turn.type === 'fault' ? turn : program.ended;
}

async function nextChunk(chunks: AsyncIterator<unknown>): Promise<Turn> {
  try {
    const { done, value } = await chunks.next();
    if (done === true) return { type: 'no-more' };
    return { type: 'chunk', bytes: value instanceof Uint8Array ? value : Buffer.from(String(value)) };
  } catch {
    // A pipe that breaks is an end of the output; how the program itself ended is told by `ended`.
    return { type: 'no-more' };
  }
}

async function patiently(turns: readonly Promise<Turn>[], limits: FollowLimits): Promise<Turn> {
  const { signal, silenceMs } = limits;
  if (signal.aborted) return { type: 'fault', fault: limits.onAbort() };
  const { promise, resolve } = Promise.withResolvers<Turn>();
  const onAbort = (): void => resolve({ type: 'fault', fault: limits.onAbort() });
  const onSilence = (): void => resolve({ type: 'fault', fault: limits.onSilence() });
  signal.addEventListener('abort', onAbort, { once: true });
  const stop = startLimit(silenceMs, onSilence);
  try {
    return await Promise.race([...turns, promise]);
  } finally {
    stop();
    signal.removeEventListener('abort', onAbort);
  }
}

/** The next piece of an output whose program has ended; there is none where it does not come soon. */
async function drained(next: Promise<Turn>): Promise<Turn> {
  const { promise, resolve } = Promise.withResolvers<Turn>();
  const stop = startLimit(DRAIN_MS, () => resolve({ type: 'no-more' }));
  const turn = await Promise.race([next, promise]);
  stop();
  return turn;
}

function readOn(stdout: Readable): void {
  stdout.on('error', () => undefined);
  stdout.resume();
}
