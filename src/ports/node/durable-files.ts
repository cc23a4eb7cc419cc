import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './error-code.ts';

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

/** Makes the folder and those above it. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first !== undefined) await flushFolder(dirname(first));
}

/** Appends all the bytes and returns when they are on the disk. Makes the file where there is none. */
export async function appendDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'a');
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

/** Puts the bytes in the file's place by rename: whoever reads it finds the old bytes or the new ones, whole. */
export async function replaceDurably(path: string, bytes: Uint8Array, temporaryPath: string): Promise<void> {
  try {
    const file = await open(temporaryPath, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporaryPath, path);
  } catch (error) {
    // A full disk leaves half a file: nobody needs it.
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(path));
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
