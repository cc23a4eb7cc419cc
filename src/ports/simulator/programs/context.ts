import { existsSync } from 'node:fs';
import { HOUR, type Instant } from '../../../domain/time.ts';
import { readMachine, type RunningTerminal } from '../machine.ts';
import { workdirFiles } from '../workdir.ts';

/**
 * The exit code of most failures. What the real programs say of them to people goes to stderr, where nobody reads it.
 */
export const FAILED_EXIT = 1;
/** ERROR_INVALID_PARAMETER of Windows. */
export const BAD_PARAMETER = 87;

/** Does what the program does, and gives its exit code. */
export type Program = (context: ProgramContext) => number | Promise<number>;

/** What a simulated program starts with; the machine is as it was then. */
export interface ProgramContext extends RunningTerminal {
  readonly args: readonly string[];
  /** The terminal's clock, in milliseconds. */
  readonly now: () => Instant;
  readonly write: (output: Uint8Array) => void;
  /** Writes lines as the programs of a Japanese Windows do: in CP932, with CRLF. */
  readonly print: (lines: readonly string[]) => void;
  /** Writes one line of JSON in ASCII. */
  readonly say: (value: object) => void;
  /** Starts another of the simulated programs, which lives on by itself. */
  readonly startApart: (args: readonly string[]) => Promise<void>;
}

/** A working folder, and the boot of its machine that a program belongs to. */
type Boot = Pick<RunningTerminal, 'workdir' | 'machine'>;

const LOOK_EVERY_MS = 200;

/** Waits, in host's time. Gives false as soon as the machine goes down, which ends every program on it. */
export async function stayUp(context: Boot, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  for (;;) {
    if (!isSameBoot(context)) return false;
    const left = until - performance.now();
    if (left <= 0) return true;
    await new Promise((resolve) => {
      setTimeout(resolve, Math.min(left, LOOK_EVERY_MS));
    });
  }
}

/** Says nothing more: until the machine goes down, or an hour has passed. */
export async function silence(context: Boot): Promise<void> {
  await stayUp(context, HOUR);
}

function isSameBoot({ workdir, machine }: Boot): boolean {
  if (!existsSync(workdirFiles(workdir).terminal)) return false;
  const present = readMachine(workdir);
  return present.power === 'on' && present.bootCount === machine.bootCount;
}
