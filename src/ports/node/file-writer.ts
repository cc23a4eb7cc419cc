import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../../domain/system-error.ts';
import type { NewFile, ReplacedFile } from '../ports.ts';
import { flushFolder } from './make-folder.ts';
import { ifThere, isThere } from './if-there.ts';
import { openToAppend } from './open-file.ts';
import {
  READABLE_BY_ALL,
  removeLeftovers,
  temporariesIn,
  temporaryName,
  withTemporary,
  writeNewDurably,
} from './temporary-file.ts';

/**
 * Appends all the bytes and returns when they are on the disk. Makes the file where there is none, in the folder
 * `madeIn` as `makeDurably` does. Follows no link: see `openToAppend`.
 */
export async function appendDurably(path: string, bytes: Uint8Array, madeIn: string): Promise<void> {
  if (!(await dropSecondName(path, madeIn))) await makeDurably(path, new Uint8Array(), madeIn);
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
 * Where a new file is made before it is put in its place, on the same drive, and its mode, which counts whatever the
 * umask says.
 */
interface Making {
  readonly madeIn?: string;
  readonly mode?: number;
}

/**
 * Puts the bytes in the file's place: whoever reads it finds the old bytes or the new ones, whole. No folder is made.
 * The bytes are flushed under a temporary name first, and a link in the file's place is replaced, never written
 * through. Nobody but its owner may write to it; on Windows who may is what the folder says that it was made in: it
 * keeps its rights when it is moved.
 */
export async function replaceDurably(path: string, bytes: Uint8Array, making: Making = {}): Promise<void> {
  const { madeIn = folderOf(path), mode } = making;
  await withTemporary(madeIn, bytes, mode, async (temporaryPath) => renamePatiently(temporaryPath, path));
  await flushFolder(folderOf(path));
  await removeLeftovers(madeIn, path);
}

/**
 * Puts the bytes into a new file; false where something of that name is there. It is made whole in `madeIn` and gets
 * its name only then, with the rights that it got there (a hard link has those of its file: CreateHardLink,
 * learn.microsoft.com).
 */
export async function makeDurably(path: string, bytes: Uint8Array, madeIn = folderOf(path)): Promise<boolean> {
  try {
    if (!(await nameMade(path, bytes, madeIn))) await writeNewDurably(path, bytes);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  await flushFolder(folderOf(path));
  return true;
}

/** Gives false on a drive that knows no second names. */
async function nameMade(path: string, bytes: Uint8Array, madeIn: string): Promise<boolean> {
  return withTemporary(madeIn, bytes, undefined, async (temporaryPath) => {
    try {
      await patiently(async () => link(temporaryPath, path));
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw error;
      return false;
    }
  });
}

/** Whole first: a temporary file beside Windows' `C:a.zip` is not in the root of `C:`. */
function folderOf(path: string): string {
  return dirname(resolve(path));
}

/**
 * A process that ended between the two steps of `makeDurably` left the file a second name, by which it would be taken
 * for somebody else's: that name goes. Gives whether anything is there.
 */
async function dropSecondName(path: string, madeIn: string): Promise<boolean> {
  const found = await ifThere(lstat(path, { bigint: true }));
  if (found === null || found.nlink < 2n) return found !== null;
  for (const other of await temporariesIn(madeIn)) {
    const { dev, ino } = (await ifThere(lstat(other, { bigint: true }))) ?? {};
    if (dev === found.dev && ino === found.ino) await rm(other, { force: true });
  }
  return true;
}

/** Puts the bytes in a file's place for another user's program to read; see `replaceDurably`. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<ReplacedFile> {
  try {
    await replaceDurably(path, bytes, { mode: READABLE_BY_ALL });
    return { type: 'written' };
  } catch (error) {
    return { type: 'failed', code: errorCode(error) };
  }
}

/**
 * Puts the bytes into a new file, whole or not at all. What is there already, of whatever kind, stays as it is; no
 * folder is made.
 */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<NewFile> {
  try {
    if (await isThere(path)) return { type: 'exists' };
    await replaceDurably(path, bytes);
    return { type: 'written' };
  } catch (error) {
    return { type: 'failed', code: errorCode(error) };
  }
}

/**
 * Writes a new file into the folder, reads it and removes it again. Rejects where one of these fails, or other bytes
 * are read.
 */
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

/** Renames over what is there; waits a little where the file is held for a moment. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  await patiently(async () => rename(from, to));
}

/** A virus scanner or an indexer may hold a file for a moment right after it was written. */
const momentarilyHeld: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM']);
const pausesMs = [10, 30, 90, 270] as const;

/** Does work on a file; where that is held for a moment, again a little later. Rejects as the work does. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (const pause of pausesMs) {
    try {
      await work();
      return;
    } catch (error) {
      if (!momentarilyHeld.has(errorCode(error))) throw error;
      await delay(pause);
    }
  }
  await work();
}
