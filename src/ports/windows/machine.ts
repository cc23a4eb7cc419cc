import { failed, ok, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands, Machine, Ports } from '../ports.ts';
import { askText, callOf } from './ask.ts';
import {
  canonicalKey,
  dwordOf,
  findValue,
  pathsOf,
  queryRegistry,
  queryValue,
  type RegistryAnswer,
} from './registry.ts';

const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const COMPONENT_SERVICING = `${WINDOWS}\\Component Based Servicing`;
const WINDOWS_UPDATE = `${WINDOWS}\\WindowsUpdate\\Auto Update`;
const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const RENAMES = 'PendingFileRenameOperations';

/** What the machine tells over small programs of the terminal, each asked for itself. */
export function createMachine({
  commands,
}: Pick<Ports, 'commands'>): Pick<Machine, 'pendingRestart' | 'powerSettings'> {
  return {
    /**
     * The marks that Windows sets when it wants a restart. A mark that cannot be told is null; the fault comes where
     * none can. Of the pending file renames only those under a folder `\OQS…` are given: virus scanners, browsers and
     * the print spooler set the rest.
     */
    async pendingRestart(signal) {
      const ask = async (key: string): Promise<RegistryAnswer> => queryRegistry(commands, { key }, signal);
      const answers = await Promise.all([ask(COMPONENT_SERVICING), ask(WINDOWS_UPDATE), ask(SESSION_MANAGER)]);
      const [servicing, update, manager] = answers;
      const pending = {
        componentServicing: isListed(`${COMPONENT_SERVICING}\\RebootPending`, servicing),
        windowsUpdate: isListed(`${WINDOWS_UPDATE}\\RebootRequired`, update),
        fileRenames: renamesIn(manager),
      };
      if (Object.values(pending).some((mark) => mark !== null)) return ok(pending);
      return answers.find((answer) => !answer.ok) ?? failed(commandFaults.unreadable('registry'));
    },
    /** What cannot be told is null; the fault comes where neither can. */
    async powerSettings(signal) {
      const [sleep, fastStartup] = await Promise.all([
        readSleepTimer(commands, signal),
        readFastStartup(commands, signal),
      ]);
      if (!sleep.ok && !fastStartup.ok) return sleep;
      return ok({
        sleepMinutesOnAc: sleep.ok ? sleep.value : null,
        fastStartup: fastStartup.ok ? fastStartup.value : null,
      });
    },
  };
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

const POWER_KEY = `${SESSION_MANAGER}\\Power`;
const FAST_STARTUP = 'HiberbootEnabled';

async function readFastStartup(commands: Commands, signal: AbortSignal): Promise<Result<boolean>> {
  const found = await queryValue(commands, POWER_KEY, FAST_STARTUP, signal);
  if (!found.ok) return found;
  const number = found.value && dwordOf(found.value);
  return number === null ? failed(commandFaults.unreadable('registry')) : ok(number !== 0);
}

/**
 * Whether the mark, a key of its own, is there: the key above lists it, or not. Where that cannot be read (reg.exe's
 * exit code 1 means "missing" or "no rights") nothing is known.
 */
function isListed(mark: string, parent: RegistryAnswer): boolean | null {
  return keysOf(parent)?.some(({ key }) => canonicalKey(key) === canonicalKey(mark)) ?? null;
}

/**
 * The pending renames that concern the terminal's own programs; none where the value is missing from a key that can be
 * read.
 */
function renamesIn(answer: RegistryAnswer): readonly string[] | null {
  const keys = keysOf(answer);
  if (keys === null) return null;
  const value = findValue(keys, SESSION_MANAGER, RENAMES);
  if (!value) return [];
  // `C:\OQS\…`, `C:\Program Files\OQS\…`, `C:\Program Files\OQS-Auth\…`.
  return pathsOf(value)?.filter((path) => /\\OQS(?:[-_\\]|$)/i.test(path)) ?? null;
}

function keysOf(answer: RegistryAnswer) {
  return answer.ok ? answer.value : null;
}
