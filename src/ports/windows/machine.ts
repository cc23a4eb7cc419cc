import { failed, ok, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands, Machine } from '../ports.ts';
import { askText, callOf } from './ask.ts';
import { readPendingRestart } from './pending-restart.ts';
import { dwordOf, findValue, queryRegistry } from './registry.ts';

/** What the machine tells over small programs of the terminal, each asked for itself. */
export function createMachine({
  commands,
}: {
  readonly commands: Commands;
}): Pick<Machine, 'pendingRestart' | 'powerSettings'> {
  return {
    pendingRestart: (signal) => readPendingRestart(commands, signal),
    powerSettings: (signal) => readPowerSettings(commands, signal),
  };
}

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
 * The setting's value on mains power from what powercfg prints for one setting. Its texts are localised; its last two
 * lines end in the values for mains and for battery as hexadecimal numbers. Gives null where they do not.
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
