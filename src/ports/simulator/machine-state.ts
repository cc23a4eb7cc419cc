import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BootKind } from '../../domain/facts.ts';
import type { Instant } from '../../domain/time.ts';
import type { TerminalSpec } from './defaults.ts';
import { claim, isRecord, readState, writeState } from './state-file.ts';
import { workdirFiles } from './workdir.ts';

/** The machine as the last boot left it. Written when the folder is prepared and by the restart. */
export interface MachineState {
  readonly power: 'on' | 'restarting';
  /** 0 for the boot that the scenario begins in. */
  readonly bootCount: number;
  readonly bootedAt: Instant | null;
  readonly lastBootKind: BootKind;
  /** From when on the terminal's nights count: the scenario's beginning, then each boot. */
  readonly since: Instant;
  /** How far restarts have put the clock forward, in milliseconds. */
  readonly jumped: number;
  /** Whether a restart has installed what is delivered. */
  readonly arrived: boolean;
  /** The restart that is being done, or was done last. */
  readonly restartId: string | null;
}

/** A restart that shutdown has accepted. Times are the host's: the countdown runs on while the terminal's clock stands. */
export interface PendingShutdown {
  readonly id: string;
  readonly dueAtReal: Instant;
}

/** What the management tool has fetched since the boot with that number. */
interface StagedByTool {
  readonly bootCount: number;
}

/** A prepared terminal: the mark of the folder, and all that programs know of the scenario. */
export interface PreparedTerminal {
  readonly kind: 'oqs-console-simulated-terminal';
  readonly formatVersion: 1;
  readonly name: string;
  /** The host's time when the folder was prepared. */
  readonly preparedAtReal: Instant;
  readonly spec: TerminalSpec;
}

export function readPrepared(workdir: string): PreparedTerminal | null {
  return readState(workdirFiles(workdir).terminal, isPrepared);
}

export function readMachine(workdir: string): MachineState {
  const machine = readState(workdirFiles(workdir).machine, isMachine);
  if (!machine) throw new Error(`${workdir}: no machine.json`);
  return machine;
}

export function writeMachine(workdir: string, machine: MachineState): void {
  writeState(workdirFiles(workdir).machine, machine);
}

export function readPending(workdir: string): PendingShutdown | null {
  return readState(workdirFiles(workdir).pending, isPending);
}

export function writePending(workdir: string, pending: PendingShutdown): void {
  writeState(workdirFiles(workdir).pending, pending);
}

export function removePending(workdir: string): void {
  rmSync(workdirFiles(workdir).pending, { force: true });
}

/** Whether the tool has fetched something that the next boot installs. */
export function isStagedByTool(workdir: string, machine: MachineState): boolean {
  return readState(workdirFiles(workdir).staged, isStaged)?.bootCount === machine.bootCount;
}

export function stageByTool(workdir: string, machine: MachineState): void {
  const staged: StagedByTool = { bootCount: machine.bootCount };
  writeState(workdirFiles(workdir).staged, staged);
}

export type TryKind = 'download' | 'shutdown';

/** Counts a try, however many processes try at once. Gives its number, from 1. */
export function takeTry(workdir: string, kind: TryKind): number {
  const folder = workdirFiles(workdir).tries;
  mkdirSync(folder, { recursive: true });
  for (let number = triesUsed(workdir, kind) + 1; ; number += 1) {
    if (claim(join(folder, `${kind}-${String(number)}`), '')) return number;
  }
}

export function triesUsed(workdir: string, kind: TryKind): number {
  const folder = workdirFiles(workdir).tries;
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).filter((name) => name.startsWith(`${kind}-`)).length;
}

/** Whether the operator's own press is still to come in this boot; it then counts as done. */
export function claimHandPress(workdir: string, machine: MachineState): boolean {
  const folder = workdirFiles(workdir).tries;
  mkdirSync(folder, { recursive: true });
  return claim(join(folder, `hand-in-boot-${String(machine.bootCount)}`), '');
}

/** The entry for a try, counted from 1; the last entry stands for all later tries. */
export function entryForTry<T>(entries: readonly T[], number: number): T | undefined {
  return entries[Math.min(number, entries.length) - 1];
}

function isPrepared(value: unknown): value is PreparedTerminal {
  return isRecord(value) && value['kind'] === 'oqs-console-simulated-terminal' && isRecord(value['spec']);
}

function isMachine(value: unknown): value is MachineState {
  return isRecord(value) && typeof value['bootCount'] === 'number' && typeof value['jumped'] === 'number';
}

function isPending(value: unknown): value is PendingShutdown {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['dueAtReal'] === 'number';
}

function isStaged(value: unknown): value is StagedByTool {
  return isRecord(value) && typeof value['bootCount'] === 'number';
}
