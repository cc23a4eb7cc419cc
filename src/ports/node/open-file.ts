import { constants, realpath as walkPath, type Stats } from 'node:fs';
import { lstat, open, readdir, realpath, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, fileTroubleOf, refusal } from '../../domain/system-error.ts';
import { isInExchangeFolder } from '../../settings/terminal-path.ts';
import { ifThere } from './if-there.ts';

/**
 * Whether a link may stand in a file's place. What the console writes itself is never one: whoever planted it would
 * choose what is read as ours, or written over.
 */
type Links = 'followed' | 'refused';

/**
 * Windows knows neither; there only an administrator can put a link in a file's place, and pipes do not stand in
 * folders.
 */
const NO_LINK = constants.O_NOFOLLOW ?? 0;
/** A pipe or a device in a file's place is opened without waiting for its other end. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/**
 * Opens a file to read it, wherever its path leads. Rejects as the file system does, and with a refusal
 * (`domain/system-error.ts`) for what is no file, for a link that leads nowhere, and for what lies in an exchange
 * folder; `ENOENT` says that there is nothing of that name.
 */
export async function openToRead(path: string, links: Links = 'followed'): Promise<FileHandle> {
  const place = await placeOf(path, links);
  await fileAt(place);
  return openLooked(place, constants.O_RDONLY);
}

/** At most so many bytes of a file of ours, from its beginning; see `openToRead`. */
export async function readAtMost(path: string, mostBytes: number): Promise<Uint8Array> {
  const file = await openToRead(path, 'refused');
  try {
    return await beginningOf(file, mostBytes);
  } finally {
    await file.close();
  }
}

/**
 * At most so many bytes of an open file, whatever size it says it has: a piece that ends at `saidBytes`, and is no full
 * one, is the last. Whoever aborts gets what was read until then.
 */
export async function beginningOf(
  file: FileHandle,
  mostBytes: number,
  { saidBytes = Infinity, signal }: { readonly saidBytes?: number; readonly signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let left = mostBytes; left > 0;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(Math.min(left, CHUNK_BYTES)));
    if (bytesRead === 0 || signal?.aborted === true) break;
    chunks.push(buffer.subarray(0, bytesRead));
    left -= bytesRead;
    if (mostBytes - left === saidBytes && bytesRead < buffer.length) break;
  }
  return Buffer.concat(chunks);
}

const CHUNK_BYTES = 64 * 1024;

/** Opens a file of ours to append to it. Rejects for a link as well, and for another name of a file. */
export async function openToAppend(path: string): Promise<FileHandle> {
  const { nlink } = await fileAt(path);
  if (nlink > 1) throw refusal('link', path);
  return openLooked(path, constants.O_WRONLY | constants.O_APPEND);
}

/** Whether there is a link of this name, wherever it leads. Junctions are links to Node as well. */
export async function isLink(path: string): Promise<boolean> {
  return (await ifThere(lstat(path)))?.isSymbolicLink() === true;
}

/** Rejects where there is a link of this name; what else is there, or nothing, is none of its business. */
export async function refuseLink(path: string): Promise<void> {
  if (await isLink(path)) throw refusal('link', path);
}

/** The names in a folder. Rejects as `openToRead` does; `ENOTDIR` for what is none. */
export async function namesIn(path: string): Promise<readonly string[]> {
  return readdir(await placeOf(path));
}

/**
 * Where a path leads: links, short names and drives that stand for folders resolved. Rejects with `patients` where that
 * is in an exchange folder, however the path is spelled: what lies there is never read.
 */
export async function placeOf(path: string, links: Links = 'followed'): Promise<string> {
  if (isInExchangeFolder(path)) throw refusal('patients', path);
  if (links === 'refused') await refuseLink(path);
  const place = await resolved(path);
  if (isInExchangeFolder(place)) throw refusal('patients', path);
  // A link in the place of the last name is looked at above and by `fileAt`; those on the way to it are nobody's
  // business here.
  return links === 'refused' ? path : place;
}

/** Whether a path leads into an exchange folder; what cannot be looked at does not. Never rejects. */
export async function leadsToPatients(path: string): Promise<boolean> {
  return placeOf(path).then(
    () => false,
    (error: unknown) => fileTroubleOf(errorCode(error)) === 'patients',
  );
}

async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return wayTo(path, error);
    // Some drives of Windows (memory disks, old network drives) cannot be asked where a file is: the links on the way
    // can.
    return promisify(walkPath)(path);
  }
}

/**
 * Nothing is there: rejects with that error where it is so, and with `dangling` where a link on the way to it leads
 * nowhere.
 */
async function wayTo(path: string, error: unknown): Promise<never> {
  for (let at = path; ; at = dirname(at)) {
    const found = await ifThere(lstat(at));
    if (found?.isSymbolicLink() === true && (await ifThere(realpath(at))) === null) throw refusal('dangling', path);
    if (found !== null || dirname(at) === at) throw error;
  }
}

async function fileAt(path: string): Promise<Stats> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) throw refusal('link', path);
  if (found.isDirectory()) throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR', path });
  if (!found.isFile()) throw refusal('special', path);
  return found;
}

/** Opens what was looked at. What took its place since, where that is a link or a pipe, is not touched. */
async function openLooked(path: string, flags: number): Promise<FileHandle> {
  const file = await open(path, flags | NO_LINK | NO_WAIT);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw refusal('special', path);
}
