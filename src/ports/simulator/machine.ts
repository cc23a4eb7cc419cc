import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BootKind } from '../../domain/facts.ts';
import { SECOND, type Instant } from '../../domain/time.ts';
import { makeFolderNow } from '../node/make-folder.ts';
import { claim, readState, writeState } from './shared-files.ts';
import type { TerminalSpec } from './terminal-spec.ts';
import { workdirFiles } from './workdir.ts';

/** A prepared terminal: the mark of the folder, and all that programs know of the scenario. */
export interface PreparedTerminal {
  readonly kind: 'oqs-console-simulated-terminal';
  readonly formatVersion: 1;
  readonly name: string;
  /** The host's time when the folder was prepared. */
  readonly preparedAtReal: Instant;
  readonly spec: TerminalSpec;
}

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

/** A terminal as it runs: its folder, what the scenario makes of it, and the boot that it is in. */
export interface RunningTerminal {
  readonly workdir: string;
  readonly spec: TerminalSpec;
  readonly machine: MachineState;
}

/**
 * A restart that shutdown has accepted. Its time is the host's: the countdown runs on while the terminal's clock
 * stands.
 */
interface ScheduledRestart {
  readonly id: string;
  readonly dueAtReal: Instant;
}

/** Throws for a `terminal.json` that is somebody else's. */
export function readPrepared(workdir: string): PreparedTerminal | null {
  const file = workdirFiles(workdir).terminal;
  const prepared = readState<PreparedTerminal>(file, ['kind', 'spec']);
  if (prepared && prepared.kind !== 'oqs-console-simulated-terminal') throw new Error(`${file}: of another kind`);
  return prepared;
}

export function readMachine(workdir: string): MachineState {
  const machine = findMachine(workdir);
  if (!machine) throw new Error(`${workdir}: no machine.json`);
  return machine;
}

/** null: somebody has removed the folder. */
export function findMachine(workdir: string): MachineState | null {
  return readState<MachineState>(workdirFiles(workdir).machine, ['bootCount', 'jumped']);
}

export function writeMachine(workdir: string, machine: MachineState): void {
  writeState(workdirFiles(workdir).machine, machine);
}

/**
 * Whole seconds since the last full boot; null where the scenario says so, while the machine is down, and in a folder
 * that is gone.
 */
export function uptimeIn(workdir: string, spec: TerminalSpec, now: Instant): number | null {
  const { uptimeSeconds } = spec.boot;
  const machine = uptimeSeconds === null ? null : findMachine(workdir);
  // While it restarts its clock is ahead of it already: see restart.ts.
  if (uptimeSeconds === null || machine === null || machine.power === 'restarting') return null;
  const isFirst = machine.bootCount === 0 || machine.bootedAt === null;
  const seconds = isFirst ? uptimeSeconds + (now - spec.now) / SECOND : (now - machine.bootedAt) / SECOND;
  return Math.max(0, Math.floor(seconds));
}

export function readScheduled(workdir: string): ScheduledRestart | null {
  return readState<ScheduledRestart>(workdirFiles(workdir).scheduled, ['id', 'dueAtReal']);
}

export function schedule(workdir: string, restart: ScheduledRestart): void {
  writeState(workdirFiles(workdir).scheduled, restart);
}

export function unschedule(workdir: string): void {
  rmSync(workdirFiles(workdir).scheduled, { force: true });
}

/** What the scenario lists try by try. Each try that was made is an empty file of its own. */
type TryKind = 'download' | 'shutdown';

/** Counts a try, however many processes try at once, and gives its entry. The last entry stands for all later tries. */
export function takeTry<T>(workdir: string, kind: TryKind, entries: readonly T[]): T | undefined {
  let number = triesUsed(workdir, kind) + 1;
  while (!claim(join(triesFolder(workdir), `${kind}-${String(number)}`), '')) number += 1;
  return entries[Math.min(number, entries.length) - 1];
}

/** The entry of the last try, or of the first one where there was none. */
export function lastTry<T>(workdir: string, kind: TryKind, entries: readonly T[]): T | undefined {
  return entries[Math.min(Math.max(1, triesUsed(workdir, kind)), entries.length) - 1];
}

/** Whether the operator's own press is still to come in this boot; it then counts as done. */
export function claimHandPress(workdir: string, machine: MachineState): boolean {
  return claim(join(triesFolder(workdir), `hand-in-boot-${String(machine.bootCount)}`), '');
}

function triesUsed(workdir: string, kind: TryKind): number {
  return readdirSync(triesFolder(workdir)).filter((name) => name.startsWith(`${kind}-`)).length;
}

function triesFolder(workdir: string): string {
  const folder = workdirFiles(workdir).tries;
  makeFolderNow(folder);
  return folder;
}
