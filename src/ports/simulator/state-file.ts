import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { errorCode } from '../../domain/system-error.ts';

/** Replaces a file by rename, flushed: a reader sees the old content or the new, never a part. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  const file = openSync(temporary, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameWithPatience(temporary, path);
}

export function writeState(path: string, value: object): void {
  replaceFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Reads a file that `writeState` wrote; null where there is none. */
export function readState<T>(path: string, isState: (value: unknown) => value is T): T | null {
  const text = readTextIfThere(path);
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (!isState(value)) throw new Error(`${path}: not a file of a simulated terminal`);
  return value;
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
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** On Windows a file that another process is reading cannot be replaced for a moment. */
function renameWithPatience(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt < 20 && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) {
        pause(10);
        continue;
      }
      rmSync(from, { force: true });
      throw error;
    }
  }
}
