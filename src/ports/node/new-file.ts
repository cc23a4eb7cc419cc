import { lstat, rm } from 'node:fs/promises';
import { replaceDurably } from './durable-files.ts';
import { errorCode } from './error-code.ts';

/** `failed`: with the system's code, `ENOENT`. */
export type NewFile =
  { readonly type: 'written' } | { readonly type: 'exists' } | { readonly type: 'failed'; readonly code: string };

/** Puts the bytes into a new file, whole or not at all. What is there already, of whatever kind, stays as it is; no folder is made. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<NewFile> {
  const temporaryPath = `${path}.oqs-new`;
  try {
    if (await isThere(path)) return { type: 'exists' };
    await replaceDurably(path, bytes, temporaryPath);
    return { type: 'written' };
  } catch (error) {
    // The first error is the one to tell; a file that cannot be removed either changes nothing about it.
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    return { type: 'failed', code: errorCode(error) };
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
