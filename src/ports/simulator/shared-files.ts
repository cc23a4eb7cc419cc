import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { errorCode } from '../../domain/system-error.ts';
import { textNow } from '../node/if-there.ts';
import { isAlive } from '../node/is-alive.ts';

/**
 * Replaces a file by rename: a reader sees the old content or the new, never a part. It is not flushed: after a power
 * cut one practises on a new terminal. Whatever the umask says, nobody else may write it.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  writeFileSync(temporary, content, { flag: 'wx', mode: 0o644 });
  renamePatiently(temporary, path);
}

/** Leaves a file alone that says the same already. */
export function writeState(path: string, value: object): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (readTextIfThere(path) !== text) replaceFile(path, text);
}

/**
 * Reads a file that `writeState` wrote; null where there is none. Throws where one of the fields is missing: it is not
 * ours.
 */
export function readState<T extends object>(path: string, fields: readonly (keyof T)[]): T | null {
  const text = readTextIfThere(path);
  return text === null ? null : ownJson(text, fields, path);
}

/** The JSON that a part of the simulator wrote; throws where one of the fields is missing: it is not ours. */
export function ownJson<T extends object>(text: string, fields: readonly (keyof T)[], where: string): T {
  const value: unknown = JSON.parse(text);
  if (!hasFields(value, fields)) throw new Error(`${where}: not of a simulated terminal`);
  return value;
}

function hasFields<T extends object>(value: unknown, fields: readonly (keyof T)[]): value is T {
  return typeof value === 'object' && value !== null && fields.every((field) => field in value);
}

/** Creates the file if it is not there yet. Of several processes, one gets true. */
export function claim(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

export function readTextIfThere(path: string): string | null {
  try {
    return textNow(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** On Windows a file that another process is reading cannot be replaced for a moment. */
function renamePatiently(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt === 20 || !['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) {
        rmSync(from, { force: true });
        throw error;
      }
      pause(10);
    }
  }
}

/**
 * Takes a lock file if nobody holds it; a lock whose owner is gone is taken over. Gives the function that releases it.
 */
export function tryLock(path: string): (() => void) | null {
  const mine = `${String(process.pid)} ${crypto.randomUUID()}`;
  if (!claim(path, mine)) {
    const theirs = readTextIfThere(path);
    if (theirs !== null && (isOwnerAlive(theirs) || !takeAway(path, theirs))) return null;
    if (!claim(path, mine)) return null;
  }
  return () => {
    if (readTextIfThere(path) === mine) rmSync(path, { force: true });
  };
}

function isOwnerAlive(content: string): boolean {
  const pid = Number(content.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid);
}

/** Removes exactly the stale lock that was read: another process may have replaced it by its own in between. */
function takeAway(path: string, stale: string): boolean {
  const aside = `${path}.${crypto.randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
  if (readTextIfThere(aside) === stale) {
    rmSync(aside, { force: true });
    return true;
  }
  renameSync(aside, path);
  return false;
}
