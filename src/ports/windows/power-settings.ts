import { failed, ok, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands } from '../ports.ts';
import { ANSWER_MS, askText } from './ask.ts';
import { queryRegistry } from './registry.ts';
import { dwordOf, findValue } from './registry-text.ts';

const FAST_STARTUP = {
  key: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power',
  name: 'HiberbootEnabled',
} as const;

export interface PowerSettings {
  readonly sleepMinutesOnAc: number | null;
  readonly fastStartup: boolean | null;
}

/** The sleep timer on mains power and fast startup. What cannot be told is null; the fault comes where neither can. */
export async function readPowerSettings(commands: Commands, signal: AbortSignal): Promise<Result<PowerSettings>> {
  const [sleep, fastStartup] = await Promise.all([readSleepTimer(commands, signal), readFastStartup(commands, signal)]);
  if (!sleep.ok && !fastStartup.ok) return sleep;
  return ok({
    sleepMinutesOnAc: sleep.ok ? sleep.value : null,
    fastStartup: fastStartup.ok ? fastStartup.value : null,
  });
}

async function readSleepTimer(commands: Commands, signal: AbortSignal): Promise<Result<number>> {
  const answer = await askText(commands, {
    program: 'power',
    args: ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE'],
    timeoutMs: ANSWER_MS,
    signal,
  });
  if (!answer.ok) return answer;
  const { exitCode, text } = answer.value;
  if (exitCode !== 0) return failed(commandFaults.exitCode('power', exitCode));
  const seconds = parseAcSeconds(text);
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

async function readFastStartup(commands: Commands, signal: AbortSignal): Promise<Result<boolean>> {
  const answer = await queryRegistry(commands, FAST_STARTUP, signal);
  if (!answer.ok) return answer;
  const keys = answer.value.type === 'keys' ? answer.value.keys : [];
  const value = findValue(keys, FAST_STARTUP.key, FAST_STARTUP.name);
  const number = value && dwordOf(value);
  return number === null ? failed(commandFaults.unreadable('registry')) : ok(number !== 0);
}
