import { failed, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import { shareInFlight } from '../waiting.ts';
import type { Commands, Machine, MachineReport } from '../ports.ts';
import { readPendingRestart } from './pending-restart.ts';
import { readPowerSettings } from './power-settings.ts';
import { readSystemReport } from './system-report.ts';

export type SystemReport = (signal: AbortSignal) => Promise<Result<MachineReport>>;

/** A system report that everybody who asks at the same time shares: on Windows it takes seconds. */
export function createSystemReport(commands: Commands): SystemReport {
  return shareInFlight(
    (signal) => readSystemReport(commands, signal),
    () => failed(commandFaults.cancelled('system')),
  );
}

/**
 * The machine over the terminal's programs. Give all machines of one terminal the same `systemReport` to let them share it; without
 * it this one shares among its own callers only.
 */
export function createMachine(options: { readonly commands: Commands; readonly systemReport?: SystemReport }): Machine {
  const { commands } = options;
  return {
    report: options.systemReport ?? createSystemReport(commands),
    pendingRestart: (signal) => readPendingRestart(commands, signal),
    powerSettings: (signal) => readPowerSettings(commands, signal),
  };
}
