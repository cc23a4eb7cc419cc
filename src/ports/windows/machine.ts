import { z } from 'zod';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { fromIso } from '../../domain/time.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands, Machine, MachineReport } from '../ports.ts';
import { shareInFlight } from '../waiting.ts';
import { askJson, askText, callOf } from './ask.ts';
import { readPendingRestart } from './pending-restart.ts';
import { dwordOf, findValue, queryRegistry } from './registry.ts';

export type SystemReport = (signal: AbortSignal) => Promise<Result<MachineReport>>;

/**
 * The machine over the terminal's programs. Give all machines of one terminal the same `systemReport` to let them share it; without
 * it this one shares among its own callers only.
 */
export function createMachine(options: {
  readonly commands: Commands;
  readonly freeBytes: Machine['freeBytes'];
  readonly systemReport?: SystemReport;
}): Machine {
  const { commands, freeBytes } = options;
  return {
    freeBytes,
    report: options.systemReport ?? createSystemReport(commands),
    pendingRestart: (signal) => readPendingRestart(commands, signal),
    powerSettings: (signal) => readPowerSettings(commands, signal),
  };
}

/** A system report that everybody who asks at the same time shares: on Windows it takes seconds. Faults: those of `askJson`. */
export function createSystemReport(commands: Commands): SystemReport {
  return shareInFlight(
    (signal) => askJson(commands, callOf('system', ['report'], signal), systemReportSchema),
    () => failed(commandFaults.cancelled('system')),
  );
}

/** A field that is missing or not what it should be could not be told; the others are none the worse for it. */
const text = z.string().min(1).nullable().catch(null);
const flag = z.boolean().nullable().catch(null);

/** The answer of `system report`. An object without any of its fields is another program's answer. */
export const systemReportSchema = z
  .record(z.string(), z.unknown())
  .refine((answer) => 'bootedAt' in answer || 'os' in answer || 'name' in answer)
  .pipe(
    z.object({
      name: text,
      os: text,
      bootedAt: text.transform((iso) => (iso === null ? null : fromIso(iso))),
      lastBootKind: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']).catch('unknown'),
      record: z.int().positive().nullable().catch(null),
      session: z.object({ remote: flag, locked: flag, elevated: flag, user: text }).nullable().catch(null),
      readerConnected: flag,
    }),
  );

/** The sleep timer on mains power and fast startup. What cannot be told is null; the fault comes where neither can. */
export async function readPowerSettings(commands: Commands, signal: AbortSignal): ReturnType<Machine['powerSettings']> {
  const [sleep, fastStartup] = await Promise.all([readSleepTimer(commands, signal), readFastStartup(commands, signal)]);
  if (!sleep.ok && !fastStartup.ok) return sleep;
  return ok({
    sleepMinutesOnAc: sleep.ok ? sleep.value : null,
    fastStartup: fastStartup.ok ? fastStartup.value : null,
  });
}

async function readSleepTimer(commands: Commands, signal: AbortSignal): Promise<Result<number>> {
  const call = callOf('power', ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE'], signal);
  const answer = await askText(commands, call);
  if (!answer.ok) return answer;
  if (answer.value.exitCode !== 0) return failed(commandFaults.exitCode('power', answer.value.exitCode));
  const seconds = parseAcSeconds(answer.value.text);
  // Rounded up: half a minute is not "never".
  return seconds === null ? failed(commandFaults.unreadable('power')) : ok(Math.ceil(seconds / 60));
}

/**
 * The setting's value on mains power from what powercfg prints for one setting. Its texts are localised; its last two lines end in
 * the values for mains and for battery as hexadecimal numbers. Gives null where they do not.
 */
export function parseAcSeconds(text: string): number | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [ac, dc] = lines.slice(-2).map((line) => /\s0x([0-9a-f]{1,8})\s*$/i.exec(line)?.[1]);
  return ac === undefined || dc === undefined ? null : Number.parseInt(ac, 16);
}

const POWER_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power';
const FAST_STARTUP = 'HiberbootEnabled';

async function readFastStartup(commands: Commands, signal: AbortSignal): Promise<Result<boolean>> {
  const answer = await queryRegistry(commands, { key: POWER_KEY, name: FAST_STARTUP }, signal);
  if (!answer.ok) return answer;
  const value = findValue(answer.value ?? [], POWER_KEY, FAST_STARTUP);
  const number = value && dwordOf(value);
  return number === null ? failed(commandFaults.unreadable('registry')) : ok(number !== 0);
}
