import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { startLimit } from '../../domain/limit.ts';
import { errorCode } from '../../domain/system-error.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, CommandOutput, ProgramId } from '../ports.ts';
import { untilAborted } from '../waiting.ts';
import {
  commonOptions,
  endOf,
  isMissing,
  loadExeca,
  startFault,
  type Environment,
  type ProgramFile,
} from './program-file.ts';

const MAX_OUTPUT_BYTES = 1024 * 1024;
const KILL_AFTER_MS = 500;
/** A program that was killed may leave another one behind that holds its output open: that one is not waited for. */
const GRACE_MS = 1_000;

/**
 * Programs that start others: only these are ended with all that they have started, which on Windows takes another
 * program.
 */
const startsOthers: ReadonlySet<ProgramId> = new Set<ProgramId>(['system', 'tool']);

/**
 * Runs a program to its end, or to the last of the lines that are wanted, or ends it when its time is up or the signal
 * is aborted. `onGone` is called when it has ended, or is not waited for any longer; after an abort that is later than
 * the answer.
 */
export async function runProgram(
  call: CommandCall,
  file: ProgramFile,
  env: Environment,
  onGone: () => void,
): Promise<Result<CommandOutput>> {
  const { program, timeoutMs, signal } = call;
  const heard = hearing(call.lines ?? Infinity, call.onLine);
  /** What it has said, where it could say no more. */
  const cutShort = (fault: Fault): Result<CommandOutput> => {
    const stdout = heard.bytes();
    return call.lines === undefined || stdout.length === 0 ? failed(fault) : ok({ exitCode: 0, stdout, isCut: true });
  };
  const cancelled = (): Result<CommandOutput> => cutShort(commandFaults.cancelled(program));
  if (signal.aborted) {
    onGone();
    return cancelled();
  }
  const limit = new AbortController();
  const stopLimit = startLimit(timeoutMs, () => limit.abort());
  const killed = AbortSignal.any([signal, limit.signal, heard.enough]);
  const work = execute(call, file, env, { killed, heard }).finally(stopLimit);
  const gone = Promise.race([work, graceAfter(killed)]).then((result) => {
    onGone();
    if (heard.enough.aborted) return ok({ exitCode: 0, stdout: heard.bytes() });
    const isCutShort = result === null || (!result.ok && result.fault.code === 'cancelled');
    if (isCutShort && limit.signal.aborted) return cutShort(commandFaults.timedOut(program, timeoutMs));
    return isCutShort ? cancelled() : result;
  });
  return untilAborted(gone, signal, cancelled);
}

/** What a program has written so far, and whether that is all that is wanted. */
interface Hearing {
  readonly hear: (chunk: Uint8Array) => void;
  readonly bytes: () => Uint8Array;
  readonly enough: AbortSignal;
}

const LINE_END = 0x0a;

function hearing(wanted: number, onLine: CommandCall['onLine'] = () => undefined): Hearing {
  const enough = new AbortController();
  const chunks: Uint8Array[] = [];
  let begun = Buffer.alloc(0);
  let lines = 0;
  return {
    hear(chunk) {
      chunks.push(chunk);
      begun = Buffer.concat([begun, chunk]);
      for (let end = begun.indexOf(LINE_END); end >= 0; end = begun.indexOf(LINE_END)) {
        lines += 1;
        onLine(begun.subarray(0, end));
        begun = begun.subarray(end + 1);
      }
      if (lines >= wanted) enough.abort();
    },
    bytes: () => Buffer.concat(chunks),
    enough: enough.signal,
  };
}

async function graceAfter(killed: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    killed.addEventListener('abort', () => startLimit(GRACE_MS, () => resolve(null)), { once: true });
  });
}

async function execute(
  { program, args, lines }: CommandCall,
  { file, argumentsFor, folder }: ProgramFile,
  env: Environment,
  { killed, heard }: { readonly killed: AbortSignal; readonly heard: Hearing },
): Promise<Result<CommandOutput>> {
  if (isMissing(file)) return failed(startFault(program, file, 'ENOENT'));
  try {
    const execa = await loadExeca();
    const running = execa(file, argumentsFor(args), {
      ...commonOptions(env, folder),
      // No limit of its own: that would count before what the program has written is read.
      cancelSignal: killed,
      killDescendants: startsOthers.has(program),
      forceKillAfterDelay: KILL_AFTER_MS,
      maxBuffer: MAX_OUTPUT_BYTES,
    });
    if (lines !== undefined) running.stdout.on('data', heard.hear);
    const result = await running;
    if (result.isCanceled) return failed(commandFaults.cancelled(program));
    if (result.isMaxBuffer) return failed(commandFaults.tooMuch(program));
    if (result.code !== undefined) return failed(startFault(program, file, result.code));
    const end = endOf(program, result.exitCode ?? null, result.signal ?? null);
    return end.type === 'exit' ? ok({ exitCode: end.exitCode, stdout: result.stdout }) : failed(end.fault);
  } catch (error) {
    return failed(commandFaults.notStarted(program, errorCode(error)));
  }
}
