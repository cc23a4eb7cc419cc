import type { Instant } from '../../../domain/time.ts';
import type { TerminalSpec } from '../defaults.ts';
import type { MachineState } from '../machine-state.ts';

/** What a simulated program starts with. */
export interface ProgramContext {
  readonly workdir: string;
  readonly args: readonly string[];
  readonly spec: TerminalSpec;
  /** The machine when the program started. */
  readonly machine: MachineState;
  /** The terminal's clock, in milliseconds. */
  readonly now: () => Instant;
  write(output: string | Uint8Array): void;
  writeError(output: string | Uint8Array): void;
  /** Starts another of the simulated programs, which lives on by itself. */
  startApart(args: readonly string[]): void;
}

/** Does what the program does, and gives its exit code. */
export type Program = (context: ProgramContext) => number | Promise<number>;
