import { constants, lstatSync, readFileSync, statSync, type Stats } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode, refusal } from '../../domain/system-error.ts';

/** What work on a file gives; null where there is nothing of that name. */
export async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether there is anything at this path, of whatever kind. Rejects as the file system does. */
export async function isThere(path: string): Promise<boolean> {
  return (await ifThere(lstat(path))) !== null;
}

/**
 * What stands at this path, links followed; null where there is nothing. Throws as the file system does, and with
 * `dangling` where a link on the way leads nowhere: that is something, and it cannot be looked at.
 */
export function foundNow(path: string): Stats | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found) return found;
  for (let at = path; ; at = dirname(at)) {
    const there = lstatSync(at, { throwIfNoEntry: false });
    if (there?.isSymbolicLink() === true && !statSync(at, { throwIfNoEntry: false })) throw refusal('dangling', path);
    if (there || dirname(at) === at) return null;
  }
}

/** The text of a file, looked at as `foundNow` does. Throws for a pipe as well: reading one waits for its other end. */
export function textNow(path: string): string {
  const found = foundNow(path);
  if (found && !found.isFile() && !found.isDirectory()) throw refusal('special', path);
  return readFileSync(path, 'utf8');
}

/**
 * Whether there is anything at the path of a folder that may be there: what is in it, or what is no folder. Rejects as
 * the file system does.
 */
export async function holdsAnything(path: string): Promise<boolean> {
  const found = await ifThere(lstat(path));
  return found !== null && (!found.isDirectory() || (await readdir(path)).length > 0);
}

/**
 * The last bytes of a regular file, at most so many; null where there is none. A link, a pipe or a device in its place
 * is not read. Rejects as the file system does.
 */
export async function endOfFile(path: string, mostBytes: number): Promise<Uint8Array | null> {
  if ((await ifThere(lstat(path)))?.isFile() !== true) return null;
  // Windows does not know this: there no pipe stands in a folder.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, mostBytes));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, size - bytes.length);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
