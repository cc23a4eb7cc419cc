import { existsSync } from 'node:fs';
import { SECOND, type Instant } from '../../domain/time.ts';
import type { TerminalSpec } from './defaults.ts';
import { readMachine, type MachineState } from './machine-state.ts';
import { workdirFiles } from './workdir.ts';

/** Whole seconds since the last full boot; null where the scenario says that they cannot be read, while the machine
 * is down, and in a folder that is gone. */
export function uptimeIn(workdir: string, spec: TerminalSpec, now: Instant): number | null {
  const { uptimeSeconds } = spec.boot;
  if (uptimeSeconds === null || !existsSync(workdirFiles(workdir).machine)) return null;
  const machine = readMachine(workdir);
  // Its clock is ahead of it already: see restart.ts.
  if (machine.power === 'restarting') return null;
  const isFirst = machine.bootCount === 0 || machine.bootedAt === null;
  const seconds = isFirst ? uptimeSeconds + (now - spec.now) / SECOND : (now - machine.bootedAt) / SECOND;
  return Math.max(0, Math.floor(seconds));
}

/** The record of the last full boot in the event log: one more for each. */
export function recordOf(spec: TerminalSpec, machine: MachineState): number | null {
  return spec.boot.record === null ? null : spec.boot.record + machine.bootCount;
}
