import { failed, ok } from '../../core/fault.ts';
import type { Fault, Result } from '../../core/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, CommandOutput } from '../ports.ts';
import { untilAborted } from '../until-aborted.ts';
import { errorCode } from './error-code.ts';
import { commonOptions, crashFault, isMissing, startFault, timerMs } from './execa-shared.ts';
import type { Environment, LoadExeca } from './execa-shared.ts';
import type { ProgramFile } from './program-file.ts';

const MAX_OUTPUT_BYTES = 1024 * 1024;
const KILL_AFTER_MS = 500;
/** A program that was killed may leave another one behind that holds its output open: that one is not waited for. */
const GRACE_MS = 1_000;

/** Runs a program to its end, or kills it with everything it started when its time is up or the signal is aborted. */
export async function runProgram(
  call: CommandCall,
  file: ProgramFile,
  env: Environment,
  load: LoadExeca,
): Promise<Result<CommandOutput>> {
  const { program, timeoutMs, signal } = call;
  const cancelled = (): Result<CommandOutput> => failed(commandFaults.cancelled(program));
  const timedOut = (): Result<CommandOutput> => failed(commandFaults.timedOut(program, timeoutMs));
  if (signal.aborted) return cancelled();
  const limit = AbortSignal.timeout(timerMs(timeoutMs + GRACE_MS));
  const work = execute(call, file, env, load);
  return untilAborted(untilAborted(work, limit, timedOut), signal, cancelled);
}

async function execute(
  call: CommandCall,
  { file, argumentsFor }: ProgramFile,
  env: Environment,
  load: LoadExeca,
): Promise<Result<CommandOutput>> {
  const { program } = call;
  if (isMissing(file)) return failed(startFault(program, file, 'ENOENT'));
  try {
    const execa = await load();
    const result = await execa(file, argumentsFor(call.args), {
      ...commonOptions(env),
      timeout: timerMs(call.timeoutMs),
      cancelSignal: call.signal,
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
  readonly timedOut: boolean;
  readonly isMaxBuffer: boolean;
  readonly code?: string | undefined;
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
}

/** Why there is no answer; null where the exit code and the output are one. */
function faultOf({ program, timeoutMs }: CommandCall, file: string, end: Ending): Fault | null {
  if (end.isCanceled) return commandFaults.cancelled(program);
  if (end.timedOut) return commandFaults.timedOut(program, timeoutMs);
  if (end.isMaxBuffer) return commandFaults.tooMuch(program);
  if (end.code !== undefined) return startFault(program, file, end.code);
  return crashFault(program, { exitCode: end.exitCode ?? null, signal: end.signal ?? null });
}
