import { mkdirSync, statSync } from 'node:fs';
import { lstat, mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, refusal } from '../../domain/system-error.ts';
import { dataFiles } from '../../settings/data-files.ts';
import { isElevated as isElevatedHere } from './elevation.ts';
import { ifThere } from './if-there.ts';
import { isLink } from './open-file.ts';

/** Folders cannot be flushed everywhere: Windows and some network drives refuse, with one of these. */
const noFolderFlush: ReadonlySet<string> = new Set([
  'EACCES',
  'EBADF',
  'EINVAL',
  'EISDIR',
  'ENOSYS',
  'ENOTSUP',
  'EPERM',
]);

const FOLDER_FOR_OWNER = 0o755;

/**
 * Makes the folder and those above it; nobody but their owner may write to them, whatever the umask allows. One after
 * the other: asked for all of them at once, Node says of a drive that cannot be written to that the folder is not
 * there.
 */
export async function makeFolder(path: string): Promise<void> {
  const above = dirname(path);
  try {
    await mkdir(path, FOLDER_FOR_OWNER);
  } catch (error) {
    const code = errorCode(error);
    if ((await ifThere(stat(path)))?.isDirectory() === true) return;
    if (code === 'EEXIST' && (await isLink(path))) throw refusal('dangling', path);
    if (code !== 'ENOENT' || above === path) throw error;
    await makeFolder(above);
    await mkdir(path, FOLDER_FOR_OWNER);
  }
  await flushFolder(above);
}

/**
 * The same at once, for a folder that is not to be flushed. Asked for all of them at once, Node never comes back where
 * the system refuses a folder as if the one above it were not there, as `/proc` does.
 */
export function makeFolderNow(path: string): void {
  const above = dirname(path);
  try {
    mkdirSync(path, FOLDER_FOR_OWNER);
  } catch (error) {
    if (isFolderNow(path)) return;
    if (errorCode(error) !== 'ENOENT' || above === path || isFolderNow(above)) throw error;
    makeFolderNow(above);
    makeFolderNow(path);
  }
}

function isFolderNow(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Makes the data folder. Rejects where it is a link and this process is elevated: whoever planted it would let us write
 * where he may not himself. An ordinary user may have put it on another drive.
 */
export async function makeDataFolder(path: string, isElevated: () => boolean = isElevatedHere): Promise<void> {
  if ((await isLink(path)) && isElevated()) throw refusal('link', path);
  await makeFolder(path);
}

/**
 * Where a file of the data folder that every user may write is made: on Windows a file has the rights of the folder
 * that it was made in, also when it is moved on its drive (support.microsoft.com, 266627). A data folder without such a
 * folder of its own is that one itself, and so is one with a link in its place.
 */
export async function folderForUsers(dataDir: string): Promise<string> {
  const folder = join(dataDir, dataFiles.temp.name);
  return (await ifThere(lstat(folder)))?.isDirectory() === true ? folder : dataDir;
}

/** Puts on the disk which files are in the folder, where the system can. */
export async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!noFolderFlush.has(errorCode(error))) throw error;
  }
}
