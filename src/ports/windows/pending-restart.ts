import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands, PendingRestart } from '../ports.ts';
import { queryRegistry, type RegistryAnswer } from './registry.ts';
import { canonicalKey, findValue, pathsOf } from './registry-text.ts';

const COMPONENT_SERVICING = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const WINDOWS_UPDATE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';
const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const RENAMES = 'PendingFileRenameOperations';

type Answer = Result<RegistryAnswer>;

/**
 * The marks that Windows sets when it wants a restart. A mark that cannot be told is null; the fault comes where none can. Of the
 * pending file renames only those under a folder `\OQS…` are given: virus scanners, browsers and the print spooler set the rest.
 */
export async function readPendingRestart(commands: Commands, signal: AbortSignal): Promise<Result<PendingRestart>> {
  const ask = (key: string, name?: string): Promise<Answer> =>
    queryRegistry(commands, name === undefined ? { key } : { key, name }, signal);
  const servicingMark = `${COMPONENT_SERVICING}\\RebootPending`;
  const updateMark = `${WINDOWS_UPDATE}\\RebootRequired`;
  const [servicing, servicingParent, update, updateParent, renames, renamesParent] = await Promise.all([
    ask(servicingMark),
    ask(COMPONENT_SERVICING),
    ask(updateMark),
    ask(WINDOWS_UPDATE),
    ask(SESSION_MANAGER, RENAMES),
    ask(SESSION_MANAGER),
  ]);
  const pending = {
    componentServicing: judgeMark(servicingMark, servicing, servicingParent),
    windowsUpdate: judgeMark(updateMark, update, updateParent),
    fileRenames: judgeRenames(renames, renamesParent),
  };
  const told = Object.values(pending).some((mark) => mark !== null);
  return told ? ok(pending) : failed(firstFault([servicing, update, renames]));
}

/**
 * Whether the mark's key is there. reg.exe's exit code 1 means "missing" or "no rights": missing only where the parent can be read
 * and does not list it. A parent that lists it is enough, because a mark may be a key with nothing in it to print.
 */
function judgeMark(mark: string, answer: Answer, parent: Answer): boolean | null {
  const parentKeys = keysOf(parent);
  if (keysOf(answer) !== null) return true;
  if (parentKeys?.some((found) => canonicalKey(found.key) === canonicalKey(mark))) return true;
  return isNone(answer) && parentKeys !== null ? false : null;
}

/** The pending renames that concern the terminal's own programs; none where the value is missing from a key that can be read. */
function judgeRenames(answer: Answer, parent: Answer): readonly string[] | null {
  const keys = keysOf(answer) ?? keysOf(parent);
  const value = keys && findValue(keys, SESSION_MANAGER, RENAMES);
  if (value) return pathsOf(value)?.filter(isOurs) ?? null;
  return isNone(answer) && keys !== null ? [] : null;
}

/** `C:\OQS\…`, `C:\Program Files\OQS\…`, `C:\Program Files\OQS-Auth\…`. */
function isOurs(path: string): boolean {
  return /\\OQS(?:[-_\\]|$)/i.test(path);
}

function keysOf(answer: Answer) {
  return answer.ok && answer.value.type === 'keys' ? answer.value.keys : null;
}

function isNone(answer: Answer): boolean {
  return answer.ok && answer.value.type === 'none';
}

function firstFault(answers: readonly Answer[]): Fault {
  const faulty = answers.find((answer) => !answer.ok);
  return faulty && !faulty.ok ? faulty.fault : commandFaults.unreadable('registry');
}
