import { failed, ok, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands, PendingRestart } from '../ports.ts';
import { canonicalKey, findValue, pathsOf, queryRegistry, type RegistryAnswer } from './registry.ts';

const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const COMPONENT_SERVICING = `${WINDOWS}\\Component Based Servicing`;
const WINDOWS_UPDATE = `${WINDOWS}\\WindowsUpdate\\Auto Update`;
const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const RENAMES = 'PendingFileRenameOperations';

/**
 * The marks that Windows sets when it wants a restart. A mark that cannot be told is null; the fault comes where none
 * can. Of the pending file renames only those under a folder `\OQS…` are given: virus scanners, browsers and the print
 * spooler set the rest.
 */
export async function readPendingRestart(commands: Commands, signal: AbortSignal): Promise<Result<PendingRestart>> {
  const ask = (key: string) => queryRegistry(commands, { key }, signal);
  const answers = await Promise.all([ask(COMPONENT_SERVICING), ask(WINDOWS_UPDATE), ask(SESSION_MANAGER)]);
  const [servicing, update, manager] = answers;
  const pending = {
    componentServicing: isListed(`${COMPONENT_SERVICING}\\RebootPending`, servicing),
    windowsUpdate: isListed(`${WINDOWS_UPDATE}\\RebootRequired`, update),
    fileRenames: renamesIn(manager),
  };
  if (Object.values(pending).some((mark) => mark !== null)) return ok(pending);
  const faulty = answers.find((answer) => !answer.ok);
  return faulty && !faulty.ok ? faulty : failed(commandFaults.unreadable('registry'));
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
