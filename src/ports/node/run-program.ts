import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { startLimit } from '../../domain/limit.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, CommandOutput } from '../ports.ts';
import { untilAborted } from '../waiting.ts';
import { errorCode } from './error-code.ts';
import { commonOptions, crashFault, isMissing, startFault, type Environment, type LoadExeca } from './execa-shared.ts';
import type { ProgramFile } from './program-file.ts';

const MAX_OUTPUT_BYTES = 1024 * 1024;
const KILL_AFTER_MS = 500;
/** A program that was killed may leave another one behind that holds its output open: that one is not waited for. */
const GRACE_MS = 1_000;

/**
 * Runs a program to its end, or kills it with everything it started when its time is up or the signal is aborted. `onGone` is called
 * when it has ended, or is not waited for any longer; after an abort that is later than the answer.
 */
export async function runProgram(
  call: CommandCall,
  file: ProgramFile,
  env: Environment,
  load: LoadExeca,
  onGone: () => void = () => undefined,
): Promise<Result<CommandOutput>> {
  const { program, timeoutMs, signal } = call;
  const cancelled = (): Result<CommandOutput> => failed(commandFaults.cancelled(program));
  const timedOut = (): Result<CommandOutput> => failed(commandFaults.timedOut(program, timeoutMs));
  if (signal.aborted) {
    onGone();
    return cancelled();
  }
  const limit = new AbortController();
  const stopLimit = startLimit(timeoutMs, () => limit.abort());
  const killed = AbortSignal.any([signal, limit.signal]);
  const work = execute(call, file, env, load, killed).finally(stopLimit);
  const gone = Promise.race([work, graceAfter(killed)]).then((result) => {
    onGone();
    return limit.signal.aborted && (result === null || isCutShort(result)) ? timedOut() : (result ?? cancelled());
  });
  return untilAborted(gone, signal, cancelled);
}

function isCutShort(result: Result<CommandOutput>): boolean {
  return !result.ok && result.fault.code === 'cancelled';
}

async function graceAfter(killed: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    killed.addEventListener('abort', () => startLimit(GRACE_MS, () => resolve(null)), { once: true });
  });
}

async function execute(
  call: CommandCall,
  { file, argumentsFor }: ProgramFile,
  env: Environment,
  load: LoadExeca,
  killed: AbortSignal,
): Promise<Result<CommandOutput>> {
  const { program } = call;
  if (isMissing(file)) return failed(startFault(program, file, 'ENOENT'));
  try {
    const execa = await load();
    const result = await execa(file, argumentsFor(call.args), {
      ...commonOptions(env),
      // No limit of its own: that would count before what the program has written is read.
      cancelSignal: killed,
      killDescendants: true,
      forceKillAfterDelay: KILL_AFTER_MS,
      maxBuffer: MAX_OUTPUT_BYTES,
    });
    const { exitCode, stdout } = result;
    const fault = faultOf(call, file, result);
    if (fault !== null) return failed(fault);
    return exitCode === undefined ? failed(commandFaults.crashed(program, '?')) : ok({ exitCode, stdout });
  } catch (error) {
    return failed(commandFaults.notStarted(program, errorCode(error)));
  }
}

/** What execa tells about an end, as far as it matters here. */
interface Ending {
  readonly isCanceled: boolean;
  readonly isMaxBuffer: boolean;
  readonly code?: string | undefined;
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
}

/** Why there is no answer; null where the exit code and the output are one. */
function faultOf({ program }: CommandCall, file: string, end: Ending): Fault | null {
  if (end.isCanceled) return commandFaults.cancelled(program);
  if (end.isMaxBuffer) return commandFaults.tooMuch(program);
  if (end.code !== undefined) return startFault(program, file, end.code);
  return crashFault(program, { exitCode: end.exitCode ?? null, signal: end.signal ?? null });
}
