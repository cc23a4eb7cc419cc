import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandCall, CommandEvent, ProgramId } from '../ports.ts';
import { errorCode } from './error-code.ts';
import { commonOptions, crashFault, isMissing, startFault, type Environment, type LoadExeca } from './execa-shared.ts';
import { followLines } from './follow-lines.ts';
import type { ProgramFile } from './program-file.ts';

export interface Started {
  /** Its lines, then its end. */
  readonly events: AsyncIterable<CommandEvent>;
  /** How it ended, whether or not anybody still listens. */
  readonly ended: Promise<CommandEvent>;
}

/** Starts a program that may outlive the console: nothing of it keeps the console from ending, and nothing kills it. */
export async function startProgram(
  call: CommandCall,
  file: ProgramFile,
  env: Environment,
  load: LoadExeca,
): Promise<Result<Started>> {
  const { program, timeoutMs, signal } = call;
  if (isMissing(file.file)) return failed(startFault(program, file.file, 'ENOENT'));
  try {
    const execa = await load();
    if (signal.aborted) return failed(commandFaults.cancelled(program));
    const subprocess = execa(file.file, file.argumentsFor(call.args), {
      ...commonOptions(env),
      detached: file.detached ?? true,
      cleanup: false,
      buffer: false,
    });
    const { nodeChildProcess, stdout } = subprocess;
    const ended = Promise.race([
      exitOf(program, nodeChildProcess),
      subprocess.then((result) =>
        result.code === undefined
          ? endEvent(program, result.exitCode ?? null, result.signal ?? null)
          : ({ type: 'fault', fault: startFault(program, file.file, result.code) } as const),
      ),
    ]);
    nodeChildProcess.unref();
    if (stdout instanceof Socket) stdout.unref();
    const onSilence = () => commandFaults.silent(program, timeoutMs);
    const onAbort = () => commandFaults.cancelled(program);
    const limits = { silenceMs: timeoutMs, signal, onSilence, onAbort };
    return ok({ events: followLines({ stdout, ended }, limits), ended });
  } catch (error) {
    return failed(commandFaults.notStarted(program, errorCode(error)));
  }
}

/** The program's own end: what it started may hold its output open for longer. */
async function exitOf(program: ProgramId, child: ChildProcess): Promise<CommandEvent> {
  return new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => resolve(endEvent(program, exitCode, signal)));
  });
}

function endEvent(program: ProgramId, exitCode: number | null, signal: string | null): CommandEvent {
  const crash = crashFault(program, { exitCode, signal });
  if (crash !== null || exitCode === null) {
    return { type: 'fault', fault: crash ?? commandFaults.crashed(program, '?') };
  }
  return { type: 'exit', exitCode };
}
