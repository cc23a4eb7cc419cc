import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { execa, Options } from 'execa';
import type { Fault } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { ProgramId } from '../ports.ts';

/** Gives execa when it is first needed: loading it costs more than the first frame should pay. */
export type LoadExeca = () => Promise<typeof execa>;

export type Environment = Readonly<Record<string, string>>;

/** On Windows a program that crashes ends with an NTSTATUS of severity "error", such as 0xC0000005 for an access violation. */
const FIRST_CRASH_CODE = 0xc000_0000;

/** What every program is started with: no shell, no input, bytes as they come, errors in words left aside because they are localised. */
export function commonOptions(env: Environment) {
  return {
    env,
    encoding: 'buffer',
    reject: false,
    stripFinalNewline: false,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'ignore',
    windowsHide: true,
  } as const satisfies Options;
}

/**
 * Whether a program that is named by its whole path is not there. On Windows it has to be asked beforehand: execa hands a file that it
 * does not find to cmd.exe, whose exit code 9009 would then count as the program's own answer.
 */
export function isMissing(file: string): boolean {
  return isAbsolute(file) && !existsSync(file);
}

/** Why a program could not be started, by the system's error code. */
export function startFault(program: ProgramId, file: string, code: string): Fault {
  if (code === 'ENOENT') return commandFaults.absent(program, file);
  if (code === 'EACCES' || code === 'EPERM') return commandFaults.denied(program);
  return commandFaults.notStarted(program, code);
}

/** The fault of a program that ended by itself without an answer; null where its exit code is the answer. */
export function crashFault(
  program: ProgramId,
  end: { readonly exitCode: number | null; readonly signal: string | null },
): Fault | null {
  if (end.signal !== null) return commandFaults.crashed(program, end.signal);
  if (end.exitCode === null) return commandFaults.crashed(program, '?');
  if (end.exitCode < FIRST_CRASH_CODE) return null;
  return commandFaults.crashed(program, `0x${end.exitCode.toString(16).toUpperCase()}`);
}
