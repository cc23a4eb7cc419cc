import { win32 } from 'node:path';
import type { Commands } from '../ports.ts';
import { askText, callOf, linesOf } from './ask.ts';
import { rightsLineSchema } from './powershell/script-lines.ts';
import { isSystem, readRights } from './sddl.ts';

/** What Windows says of some paths; null: of this one it says nothing. */
export interface RightsTold {
  /** Whether this is the user, the system or an administrator. */
  readonly isOurs: (sid: string) => boolean;
  readonly paths: readonly ({ readonly owner: string | null; readonly sddl: string } | null)[];
}

/** So many fit on a command line, at six bytes a character. */
const AT_A_TIME = 5;
const LONGEST = 260;
const MOST = 60;

/**
 * Asks PowerShell whose the files and folders are. What it does not answer in `timeoutMs` stays unknown, as do paths
 * beyond 260 characters and all beyond the first 60.
 */
export async function askRights(
  commands: Pick<Commands, 'run'>,
  paths: readonly string[],
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<RightsTold> {
  const told = new Map<string, RightsTold['paths'][number]>();
  const asked = paths.filter((path) => path.length <= LONGEST).slice(0, MOST);
  let own: string | null = null;
  for (let from = 0; from < asked.length; from += AT_A_TIME) {
    const some = asked.slice(from, from + AT_A_TIME);
    const call = callOf('system', ['rights', ...some], signal, { timeoutMs, atOnce: true });
    const answer = await askText(commands, call);
    if (!answer.ok || answer.value.exitCode !== 0) break;
    const said = linesOf(answer.value.text, rightsLineSchema);
    const rights = said.filter((line) => line.type === 'rights');
    // With one line too few, the others could be of other paths.
    if (rights.length !== some.length) break;
    for (const line of said) if (line.type === 'self') own ??= line.sid;
    for (const [at, { owner, sddl }] of rights.entries())
      told.set(some[at] ?? '', sddl === null ? null : { owner, sddl });
  }
  return { isOurs: (sid) => isSystem(sid) || sid === own, paths: paths.map((path) => told.get(path) ?? null) };
}

/** A restart does not wait long for it. */
const LAUNCHER_PATIENCE_MS = 8_000;

/** What is run when the launcher is. */
export interface Launched {
  readonly launcher: string;
  readonly nodeFile: string;
  /** The folder of the bundle. */
  readonly folder: string;
}

/**
 * Whether nobody but the user, its owner and administrators can change what the launcher runs: then Windows may be told
 * to run it by itself. false also where that cannot be told. What is carried about on a drive of its own is in the
 * hands of whoever carries it.
 */
export async function isSafeToRunLater(
  commands: Pick<Commands, 'run'>,
  { launcher, nodeFile, folder }: Launched,
  systemDrive: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!launcher.toUpperCase().startsWith(systemDrive.toUpperCase())) return true;
  const files = [launcher, nodeFile];
  const folders = [...new Set([...files.map((file) => win32.dirname(file)), folder])];
  const { isOurs, paths } = await askRights(commands, [...files, ...folders], {
    signal,
    timeoutMs: LAUNCHER_PATIENCE_MS,
  });
  return paths.every((told, at) => {
    const rights = told && readRights(told.sddl, at < files.length ? 'file' : 'code-folder');
    return rights?.others(isOurs) === 'none';
  });
}
