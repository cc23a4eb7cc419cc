import { failed, type Result } from '../../domain/fault.ts';
import { limitSignal } from '../../domain/limit.ts';
import { fileFaultTexts } from '../faults.ja.ts';
import { fault } from '../command-faults.ts';
import type { Commands, Files } from '../ports.ts';
import { untilAborted } from '../waiting.ts';
import { askJson, callOf } from './ask.ts';
import { fileHoldersLineSchema } from './powershell/script-lines.ts';

/** The longest that PowerShell may take to find out who holds a file. */
const SEARCH_MS = 30_000;

/**
 * Files that say who holds one that is busy. PowerShell needs seconds for that: a reading waits `patienceMs` for it,
 * and the search goes on for the next one. `ended` is aborted when the program ends.
 */
export function withHolders(
  files: Files,
  options: { readonly commands: Commands; readonly patienceMs: number; readonly ended: AbortSignal },
): Files {
  const { commands, patienceMs, ended } = options;
  const searches = new Map<string, Promise<readonly string[]>>();

  async function holdersOf(path: string): Promise<readonly string[]> {
    const call = callOf('system', ['file-holders', path], ended, { timeoutMs: SEARCH_MS });
    const answer = await askJson(commands, call, fileHoldersLineSchema);
    return answer.ok ? answer.value.names : [];
  }

  async function named<T>(path: string, result: Result<T>, signal: AbortSignal): Promise<Result<T>> {
    if (result.ok || result.fault.code !== 'busy') {
      // Free again: who holds it next may be another.
      searches.delete(path);
      return result;
    }
    const patience = AbortSignal.any([signal, limitSignal(patienceMs)]);
    const search = searches.get(path) ?? holdersOf(path);
    searches.set(path, search);
    const holders = await untilAborted(search, patience, () => []);
    return holders.length === 0 ? result : failed(fault('busy', fileFaultTexts.busyBy(path, holders)));
  }

  return {
    read: async (path, limits) => named(path, await files.read(path, limits), limits.signal),
    stat: async (path, signal) => named(path, await files.stat(path, signal), signal),
    watch: (paths, onChange) => files.watch(paths, onChange),
  };
}
