import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { system32Folder } from './programs.ts';

/** By SID, whatever the groups are called in the language of the terminal. */
const SYSTEM = '*S-1-5-18';
const ADMINISTRATORS = '*S-1-5-32-544';
const USERS = '*S-1-5-32-545';
/** Whoever owns the file or folder itself. */
const OWNER = '*S-1-3-4';
const FOR_ALL_BELOW = '(OI)(CI)';
const ALL = `${FOR_ALL_BELOW}F`;
const READ = `${FOR_ALL_BELOW}RX`;

/** icacls works on the folder alone, and starts nothing. */
const PATIENCE_MS = 10_000;

/** The arguments with which icacls.exe gives a folder rights of its own (icacls, Well-known SIDs, learn.microsoft.com). */
function rightsArguments(folder: string): readonly string[] {
  const grants = [`${SYSTEM}:${ALL}`, `${ADMINISTRATORS}:${ALL}`, `${OWNER}:${ALL}`, `${USERS}:${READ}`];
  return [folder, '/inheritance:r', '/grant:r', ...grants];
}

/**
 * Makes the data folder of all users where it is missing: in %ProgramData% everybody may put files into what anybody makes. In this one only
 * whoever made it, administrators and the system write; the others read. Gives false where it was made and could not be given these rights.
 */
export function makeSharedFolder(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  start: (file: string, args: readonly string[]) => number | null = startIcacls,
): boolean {
  try {
    mkdirSync(folder);
  } catch {
    // It is there, or cannot be made: whoever writes to it finds out.
    return true;
  }
  return start(win32.join(system32Folder(env), 'icacls.exe'), rightsArguments(folder)) === 0;
}

/** Gives the exit code; null where there was none. */
function startIcacls(file: string, args: readonly string[]): number | null {
  return spawnSync(file, args, { stdio: 'ignore', windowsHide: true, timeout: PATIENCE_MS }).status;
}
