import { spawnSync } from 'node:child_process';
import { lstat, mkdir, rmdir } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { dataFiles } from '../../settings/data-files.ts';
import { renamePatiently } from '../node/file-writer.ts';
import { ifThere } from '../node/if-there.ts';
import { system32Folder } from './programs.ts';

/** By SID, whatever the groups are called in the language of the terminal. */
const SYSTEM = '*S-1-5-18';
const ADMINISTRATORS = '*S-1-5-32-544';
const USERS = '*S-1-5-32-545';
/**
 * Everybody who signs in is one of them and one of the users: of each group there is one entry a call, so that none
 * takes another's place.
 */
const SIGNED_IN = '*S-1-5-11';
/** Whoever owns the file or folder itself. */
const OWNER = '*S-1-3-4';
const FOR_ALL_BELOW = '(OI)(CI)';
const ALL = `${FOR_ALL_BELOW}F`;
const READ = `${FOR_ALL_BELOW}RX`;
/** In the folder itself: a file more, and nothing of what is there. */
const ADD_FILES = '(WD)';
/** The files in the folder, and not the folder. */
const CHANGE_FILES = '(OI)(IO)M';

/** icacls works on the folder alone, and starts nothing. */
const PATIENCE_MS = 10_000;

/** Everybody reads; a file that somebody adds is theirs alone. */
const ofDataFolder = [
  '/inheritance:r',
  '/grant:r',
  `${SYSTEM}:${ALL}`,
  `${ADMINISTRATORS}:${ALL}`,
  `${OWNER}:${ALL}`,
  `${USERS}:${READ}`,
  `${SIGNED_IN}:${ADD_FILES}`,
];
/** What anybody makes in it everybody may change, also when it was moved from there. */
const ofFolderForUsers = ['/grant', `${SIGNED_IN}:${ADD_FILES}`, `${USERS}:${CHANGE_FILES}`];

type Start = (file: string, args: readonly string[]) => number | null;

/**
 * Makes the data folder of all users where it is missing: in %ProgramData% everybody may put files into what anybody
 * makes. In this one users may add files; what `dataFiles` says is written by everybody is, and the rest is replaced by
 * its owner, administrators and the system alone. It gets its name when it has its rights (icacls, Well-known SIDs,
 * learn.microsoft.com), so that no power cut leaves one without. Gives false where it was made and could not be given
 * these rights.
 */
export async function makeSharedFolder(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  start: Start = startIcacls,
): Promise<boolean> {
  const unnamed = `${folder}-${crypto.randomUUID()}.tmp`;
  const grant = (path: string, rights: readonly string[]): boolean =>
    start(win32.join(system32Folder(env), 'icacls.exe'), [path, ...rights]) === 0;
  try {
    if ((await ifThere(lstat(folder))) !== null) return true;
    await mkdir(unnamed);
  } catch {
    // It cannot be made: whoever writes to it finds out.
    return true;
  }
  const isGiven = grant(unnamed, ofDataFolder) && (await makeInner(unnamed, grant));
  try {
    await renamePatiently(unnamed, folder);
    return isGiven;
  } catch {
    for (const { name } of inner) await rmdir(join(unnamed, name)).catch(() => undefined);
    await rmdir(unnamed).catch(() => undefined);
    // Another console was first; or whoever writes to it makes a plain one.
    return (await ifThere(lstat(folder))) !== null;
  }
}

/** The folders in the data folder. Nobody can make them later: users can add files to it, and no folders. */
const inner = [dataFiles.notices, dataFiles.exports, dataFiles.temp];

async function makeInner(
  folder: string,
  grant: (path: string, rights: readonly string[]) => boolean,
): Promise<boolean> {
  try {
    for (const { name } of inner) await mkdir(join(folder, name));
  } catch {
    return false;
  }
  return inner
    .filter(({ users }) => users === 'write')
    .every(({ name }) => grant(join(folder, name), ofFolderForUsers));
}

/** Gives the exit code; null where there was none. */
function startIcacls(file: string, args: readonly string[]): number | null {
  return spawnSync(file, args, { stdio: 'ignore', windowsHide: true, timeout: PATIENCE_MS }).status;
}
