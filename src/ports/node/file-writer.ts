import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode, refusal } from '../../domain/system-error.ts';
import { isElevated as isElevatedHere } from './elevation.ts';
import { ifThere } from './if-there.ts';
import { isLink, openToAppend } from './open-file.ts';

/** How a file was written; `failed`: with the system's code, `EACCES`. */
export type ReplacedFile = { readonly type: 'written' } | { readonly type: 'failed'; readonly code: string };
export type NewFile = ReplacedFile | { readonly type: 'exists' };

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

/** A virus scanner or an indexer may hold a file for a moment right after it was written. */
const momentarilyHeld: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM']);
const renamePausesMs = [10, 30, 90, 270] as const;

/** Other users' programs may read it. */
const READABLE_BY_ALL = 0o644;
const FOLDER_FOR_OWNER = 0o755;

/** Writing takes moments, a sleep of the computer in its midst a night: what is older was left by a process whose power went. */
const LEFT_AFTER_MS = 24 * 60 * 60_000;
const TEMPORARY = /^oqs-console-[0-9a-f-]{36}\.tmp$/;

/** A name that nobody can foresee, and so nobody can plant a link under. It is short enough beside any name. */
export function temporaryName(): string {
  return `oqs-console-${crypto.randomUUID()}.tmp`;
}

/**
 * Makes the folder and those above it; nobody but their owner may write to them, whatever the umask allows. One after the other: asked for all of them at once, Node says of a drive that cannot be written to
 * that the folder is not there.
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
 * Makes the data folder. Rejects where it is a link and this process is elevated: whoever planted it would let us write where he may not
 * himself. An ordinary user may have put it on another drive.
 */
export async function makeDataFolder(path: string, isElevated: () => boolean = isElevatedHere): Promise<void> {
  if ((await isLink(path)) && isElevated()) throw refusal('link', path);
  await makeFolder(path);
}

/** Appends all the bytes and returns when they are on the disk. Makes the file where there is none. Follows no link: see `openToAppend`. */
export async function appendDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openToAppend(path);
  let isNew: boolean;
  try {
    isNew = (await file.stat()).size === 0;
    await file.appendFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  if (isNew) await flushFolder(dirname(path));
}

/**
 * Puts the bytes in the file's place: whoever reads it finds the old bytes or the new ones, whole. No folder is made. The bytes are
 * flushed under a temporary name first, and a link in the file's place is replaced, never written through. Nobody but its owner may write
 * to it; `mode` counts whatever the umask says.
 */
export async function replaceDurably(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  // Whole first: a temporary file beside Windows' `C:a.zip` is not in the root of `C:`.
  const folder = dirname(resolve(path));
  const temporaryPath = join(folder, temporaryName());
  try {
    // `x`: only a new file is opened, and no link is followed.
    const file = await open(temporaryPath, 'wx', mode ?? READABLE_BY_ALL);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporaryPath, path);
  } catch (error) {
    // The first error is the one to tell; half a file that cannot be removed either changes nothing about it.
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder);
  await removeLeftovers(folder, path);
}

/** Puts the bytes in a file's place for another user's program to read; see `replaceDurably`. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<ReplacedFile> {
  try {
    await replaceDurably(path, bytes, READABLE_BY_ALL);
    return { type: 'written' };
  } catch (error) {
    return { type: 'failed', code: errorCode(error) };
  }
}

/** Puts the bytes into a new file, whole or not at all. What is there already, of whatever kind, stays as it is; no folder is made. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<NewFile> {
  try {
    if (await isTaken(path)) return { type: 'exists' };
    await replaceDurably(path, bytes);
    return { type: 'written' };
  } catch (error) {
    return { type: 'failed', code: errorCode(error) };
  }
}

/** Writes a new file into the folder, reads it and removes it again. Rejects where one of these fails, or other bytes are read. */
export async function writeForAMoment(folder: string): Promise<void> {
  const path = join(folder, temporaryName());
  const file = await open(path, 'wx+', READABLE_BY_ALL);
  try {
    await file.writeFile(path);
    await file.sync();
    const { buffer, bytesRead } = await file.read({ position: 0 });
    if (buffer.toString('utf8', 0, bytesRead) !== path)
      throw Object.assign(new Error(`other bytes: ${path}`), { code: 'EIO' });
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

/** Whether something lies at this path, of whatever kind. */
export async function isTaken(path: string): Promise<boolean> {
  return (await ifThere(lstat(path))) !== null;
}

/** Renames over what is there; waits a little where the file is held for a moment. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of renamePausesMs) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!momentarilyHeld.has(errorCode(error))) throw error;
      await delay(pause);
    }
  }
  await rename(from, to);
}

async function flushFolder(path: string): Promise<void> {
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

/** How old a file is, the file just written there tells: this computer's clock may be hours from that of a shared folder. */
async function removeLeftovers(folder: string, justWritten: string): Promise<void> {
  try {
    const { mtimeMs: now } = await lstat(justWritten);
    const paths = (await readdir(folder)).filter((name) => TEMPORARY.test(name)).map((name) => join(folder, name));
    for (const path of paths) {
      const { mtimeMs } = await lstat(path);
      if (now - mtimeMs > LEFT_AFTER_MS) await rm(path, { force: true });
    }
  } catch {
    // They harm nobody, and the file is written.
  }
}
