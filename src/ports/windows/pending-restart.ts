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
 * The marks that Windows sets when it wants a restart. A mark that cannot be told is null; the fault comes where none can. Of the
 * pending file renames only those under a folder `\OQS…` are given: virus scanners, browsers and the print spooler set the rest.
 */
export async function readPendingRestart(commands: Commands, signal: AbortSignal): Promise<Result<PendingRestart>> {
  const ask = (key: string) => queryRegistry(commands, { key }, signal);
  const servicingMark = `${COMPONENT_SERVICING}\\RebootPending`;
  const updateMark = `${WINDOWS_UPDATE}\\RebootRequired`;
  const [servicing, servicingParent, update, updateParent, renames, renamesParent] = await Promise.all([
    ask(servicingMark),
    ask(COMPONENT_SERVICING),
    ask(updateMark),
    ask(WINDOWS_UPDATE),
    queryRegistry(commands, { key: SESSION_MANAGER, name: RENAMES }, signal),
    ask(SESSION_MANAGER),
  ]);
  const pending = {
    componentServicing: judgeMark(servicingMark, servicing, servicingParent),
    windowsUpdate: judgeMark(updateMark, update, updateParent),
    fileRenames: judgeRenames(renames, renamesParent),
  };
  if (Object.values(pending).some((mark) => mark !== null)) return ok(pending);
  const faulty = [servicing, update, renames].find((answer) => !answer.ok);
  return faulty && !faulty.ok ? faulty : failed(commandFaults.unreadable('registry'));
}

/**
 * Whether the mark's key is there. reg.exe's exit code 1 means "missing" or "no rights": missing only where the parent can be read
 * and does not list it. A parent that lists it is enough, because a mark may be a key with nothing in it to print.
 */
function judgeMark(mark: string, answer: RegistryAnswer, parent: RegistryAnswer): boolean | null {
  const parentKeys = keysOf(parent);
  if (keysOf(answer) !== null) return true;
  if (parentKeys?.some((found) => canonicalKey(found.key) === canonicalKey(mark))) return true;
  return answer.ok && parentKeys !== null ? false : null;
}

/** The pending renames that concern the terminal's own programs; none where the value is missing from a key that can be read. */
function judgeRenames(answer: RegistryAnswer, parent: RegistryAnswer): readonly string[] | null {
  const keys = keysOf(answer) ?? keysOf(parent);
  const value = keys && findValue(keys, SESSION_MANAGER, RENAMES);
  // `C:\OQS\…`, `C:\Program Files\OQS\…`, `C:\Program Files\OQS-Auth\…`.
  if (value) return pathsOf(value)?.filter((path) => /\\OQS(?:[-_\\]|$)/i.test(path)) ?? null;
  const isMissing = answer.ok && answer.value === null;
  return isMissing && keys !== null ? [] : null;
}

function keysOf(answer: RegistryAnswer) {
  return answer.ok ? answer.value : null;
}
