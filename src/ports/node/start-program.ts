import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { errorCode } from '../../domain/system-error.ts';
import { decodeText } from '../../text/text-file.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, CommandEvent, ProgramId } from '../ports.ts';
import { untilAborted } from '../waiting.ts';
import { createLineCutter, type CutLine } from './byte-lines.ts';
import {
  commonOptions,
  endOf,
  isMissing,
  loadExeca,
  startFault,
  type Environment,
  type ProgramEnd,
  type ProgramFile,
} from './program-file.ts';
import { withinLimit } from './timers.ts';

/** A longer line is cut here, and the rest of it dropped: a program gone mad must not fill the memory. */
export const MAX_LINE_BYTES = 16 * 1024;

/**
 * After a program's end its last lines may still be in the pipe, or a program it started may hold the pipe open for
 * ever.
 */
const DRAIN_MS = 500;

/** A program that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly stdout: Readable;
  /**
   * How it ended, whether or not anybody listens, and without waiting for what it has started itself. Does not reject.
   */
  readonly ended: Promise<ProgramEnd>;
}

/** Starts a program whose output is read as it comes. `outlives`: it may go on when this process has ended. */
export async function launch(start: {
  readonly program: ProgramId;
  readonly file: string;
  /** See `ProgramFile`. */
  readonly folder?: string | undefined;
  readonly args: () => readonly string[];
  readonly env: Environment;
  readonly outlives: boolean;
  readonly signal: AbortSignal;
  /** Why it could not be started, by the system's error code. */
  readonly faultOf?: (code: string) => Fault;
}): Promise<Result<Running>> {
  const { program, file, outlives } = start;
  const faultOf = start.faultOf ?? ((code) => startFault(program, file, code));
  if (isMissing(file)) return failed(faultOf('ENOENT'));
  try {
    const execa = await loadExeca();
    if (start.signal.aborted) return failed(commandFaults.cancelled(program));
    const options = {
      ...commonOptions(start.env, start.folder),
      detached: outlives,
      cleanup: !outlives,
      buffer: false,
    } as const;
    const subprocess = execa(file, start.args(), options);
    const { nodeChildProcess: child, stdout } = subprocess;
    const settled = subprocess.then(({ code, exitCode, signal }): ProgramEnd =>
      code === undefined ? endOf(program, exitCode ?? null, signal ?? null) : { type: 'fault', fault: faultOf(code) },
    );
    const exited = new Promise<ProgramEnd>((resolve) => {
      child.once('exit', (exitCode, signal) => resolve(endOf(program, exitCode, signal)));
    });
    return ok({ child, stdout, ended: Promise.race([exited, settled]) });
  } catch (error) {
    return failed(commandFaults.notStarted(program, errorCode(error)));
  }
}

export interface Started {
  /** Its lines, then its end. */
  readonly events: AsyncIterable<CommandEvent>;
  readonly ended: Running['ended'];
}

/** Starts a program that may outlive the console: nothing of it keeps the console from ending, and nothing kills it. */
export async function startProgram(
  { program, args, timeoutMs, signal }: CommandCall,
  { file, argumentsFor, folder }: ProgramFile,
  env: Environment,
): Promise<Result<Started>> {
  const launched = await launch({ program, file, folder, args: () => argumentsFor(args), env, outlives: true, signal });
  if (!launched.ok) return launched;
  const { child, stdout, ended } = launched.value;
  child.unref();
  if (stdout instanceof Socket) stdout.unref();
  return ok({ events: followLines({ stdout, ended }, { program, silenceMs: timeoutMs, signal }), ended });
}

interface FollowLimits {
  /** Whose silence it is. */
  readonly program: ProgramId;
  readonly silenceMs: number;
  readonly signal: AbortSignal;
}

type Turn =
  | { readonly type: 'chunk'; readonly bytes: Uint8Array }
  | { readonly type: 'no-more' }
  | { readonly type: 'ended' }
  | { readonly type: 'fault'; readonly fault: Fault };

/**
 * Passes on a program's lines and its end. Whoever stops listening early, for whatever reason, leaves the program
 * alone: its output is read on and thrown away, because a closed pipe would end many a program at its next word.
 */
export async function* followLines(
  { stdout, ended }: Pick<Running, 'stdout' | 'ended'>,
  limits: FollowLimits,
): AsyncGenerator<CommandEvent> {
  const chunks = stdout.iterator({ destroyOnReturn: false });
  const cutter = createLineCutter(MAX_LINE_BYTES);
  const end = ended.then((): Turn => ({ type: 'ended' }));
  let next = nextChunk(chunks);
  let hasEnded = false;
  try {
    for (;;) {
      const turn: Turn = hasEnded
        ? await withinLimit(next, DRAIN_MS, () => ({ type: 'no-more' }))
        : await patiently([next, end], limits);
      if (turn.type === 'fault') {
        yield turn;
        return;
      }
      if (turn.type === 'no-more') break;
      if (turn.type === 'ended') {
        hasEnded = true;
        continue;
      }
      yield* wordsIn(cutter.push(turn.bytes));
      next = nextChunk(chunks);
    }
    yield* wordsIn(cutter.end());
    // The output is over, the program perhaps not yet.
    const turn = await patiently([end], limits);
    yield turn.type === 'fault' ? turn : await ended;
  } finally {
    stdout.on('error', () => undefined);
    stdout.resume();
  }
}

/**
 * The lines with a word in them. They are ASCII by agreement; what is not may still be someone's words, so no byte is
 * thrown away.
 */
function wordsIn(lines: readonly CutLine[]): readonly CommandEvent[] {
  return lines
    .map(({ bytes }) => decodeText(bytes)?.text ?? new TextDecoder('latin1').decode(bytes))
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'line', text: text.replace(/\r$/, '') }));
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

/** The first of what may come next, or the fault where nothing does in time. */
async function patiently(turns: readonly Promise<Turn>[], limits: FollowLimits): Promise<Turn> {
  const { program, silenceMs, signal } = limits;
  const cancelled = (): Turn => ({ type: 'fault', fault: commandFaults.cancelled(program) });
  const silent = (): Turn => ({ type: 'fault', fault: commandFaults.silent(program, silenceMs) });
  return withinLimit(untilAborted(Promise.race(turns), signal, cancelled), silenceMs, silent);
}
