import { failed, ok, type Result } from '../../domain/fault.ts';
import { startLimit } from '../../domain/limit.ts';
import { errorCode } from '../../domain/system-error.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, CommandOutput } from '../ports.ts';
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
 * Runs a program to its end, or kills it with everything it started when its time is up or the signal is aborted. `onGone` is called
 * when it has ended, or is not waited for any longer; after an abort that is later than the answer.
 */
export async function runProgram(
  call: CommandCall,
  file: ProgramFile,
  env: Environment,
  onGone: () => void,
): Promise<Result<CommandOutput>> {
  const { program, timeoutMs, signal } = call;
  const cancelled = (): Result<CommandOutput> => failed(commandFaults.cancelled(program));
  if (signal.aborted) {
    onGone();
    return cancelled();
  }
  const limit = new AbortController();
  const stopLimit = startLimit(timeoutMs, () => limit.abort());
  const killed = AbortSignal.any([signal, limit.signal]);
  const work = execute(call, file, env, killed).finally(stopLimit);
  const gone = Promise.race([work, graceAfter(killed)]).then((result) => {
    onGone();
    const isCutShort = result === null || (!result.ok && result.fault.code === 'cancelled');
    if (isCutShort && limit.signal.aborted) return failed(commandFaults.timedOut(program, timeoutMs));
    return result ?? cancelled();
  });
  return untilAborted(gone, signal, cancelled);
}

async function graceAfter(killed: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    killed.addEventListener('abort', () => startLimit(GRACE_MS, () => resolve(null)), { once: true });
  });
}

async function execute(
  { program, args }: CommandCall,
  { file, argumentsFor }: ProgramFile,
  env: Environment,
  killed: AbortSignal,
): Promise<Result<CommandOutput>> {
  if (isMissing(file)) return failed(startFault(program, file, 'ENOENT'));
  try {
    const execa = await loadExeca();
    const result = await execa(file, argumentsFor(args), {
      ...commonOptions(env),
      // No limit of its own: that would count before what the program has written is read.
      cancelSignal: killed,
      killDescendants: true,
      forceKillAfterDelay: KILL_AFTER_MS,
      maxBuffer: MAX_OUTPUT_BYTES,
    });
    if (result.isCanceled) return failed(commandFaults.cancelled(program));
    if (result.isMaxBuffer) return failed(commandFaults.tooMuch(program));
    if (result.code !== undefined) return failed(startFault(program, file, result.code));
    const end = endOf(program, result.exitCode ?? null, result.signal ?? null);
    return end.type === 'exit' ? ok({ exitCode: end.exitCode, stdout: result.stdout }) : failed(end.fault);
  } catch (error) {
    return failed(commandFaults.notStarted(program, errorCode(error)));
  }
}
