import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

/**
 * The last bytes of a regular file, at most so many; null where there is none. A link, a pipe or a device in its place is not opened:
 * reading it might never end. Throws as the file system does.
 */
export function endOfFile(path: string, mostBytes: number): Uint8Array | null {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, mostBytes));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, size - bytes.length));
  } finally {
    closeSync(file);
  }
}

/** Whether there is anything at this path. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
