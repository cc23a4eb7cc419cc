import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Options } from 'execa';
import type { Fault } from '../../domain/fault.ts';
import { fileTroubleOf } from '../../domain/system-error.ts';
import { commandFaults } from '../command-faults.ts';
import type { CommandEvent, ProgramId } from '../ports.ts';

/** A program's file on this machine, and how it takes a call's arguments. */
export interface ProgramFile {
  readonly file: string;
  readonly argumentsFor: (args: readonly string[]) => readonly string[];
  /** Where it is started; left out: where this process is. What it opens may stay there, and hold the drive. */
  readonly folder?: string;
}

export type Environment = Readonly<Record<string, string>>;

/** The exit code is the answer; a fault where there is none. */
export type ProgramEnd = Exclude<CommandEvent, { readonly type: 'line' }>;

/**
 * On Windows a program that crashes ends with an NTSTATUS of severity "error", such as 0xC0000005 for an access
 * violation.
 */
const FIRST_CRASH_CODE = 0xc000_0000;

/** Loaded when it is first needed: it costs more than the first frame should pay. */
export async function loadExeca() {
  return (await import('execa')).execa;
}

/**
 * What every program is started with: no shell, no input, bytes as they come, errors in words left aside because they
 * are localised.
 */
export function commonOptions(env: Environment, folder?: string) {
  return {
    env,
    ...(folder === undefined ? {} : { cwd: folder }),
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
 * Whether a program that is named by its whole path is not there. On Windows it has to be asked beforehand: execa hands
 * a file that it does not find to cmd.exe, whose exit code 9009 would then count as the program's own answer.
 */
export function isMissing(file: string): boolean {
  return isAbsolute(file) && !existsSync(file);
}

/** Why a program could not be started, by the system's error code. */
export function startFault(program: ProgramId, file: string, code: string): Fault {
  const trouble = fileTroubleOf(code);
  if (trouble === 'absent') return commandFaults.absent(program, file);
  return trouble === 'denied' ? commandFaults.denied(program) : commandFaults.notStarted(program, code);
}

/** What it means that a program which was started has ended so. */
export function endOf(program: ProgramId, exitCode: number | null, signal: string | null): ProgramEnd {
  if (signal === null && exitCode !== null && exitCode < FIRST_CRASH_CODE) return { type: 'exit', exitCode };
  const how = signal ?? (exitCode === null ? '?' : `0x${exitCode.toString(16).toUpperCase()}`);
  return { type: 'fault', fault: commandFaults.crashed(program, how) };
}
