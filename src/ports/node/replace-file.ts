import { open, rm } from 'node:fs/promises';
import { renamePatiently } from './durable-files.ts';
import { errorCode } from './error-code.ts';

/** `failed`: with the system's code, `EACCES`. */
export type ReplacedFile = { readonly type: 'written' } | { readonly type: 'failed'; readonly code: string };

/** The collector is another user. */
const READABLE_BY_ALL = 0o644;

/**
 * Puts the bytes in a file's place for another program to read, which finds the old ones or the new ones, whole. `tag` makes the
 * temporary file beside it this process's own, so that two runs at a time do not disturb each other: `FILE.TAG.tmp`. No folder
 * is made, and a link in either place is replaced, not followed.
 */
export async function replaceFile(path: string, bytes: Uint8Array, tag: string): Promise<ReplacedFile> {
  const temporaryPath = `${path}.${tag}.tmp`;
  try {
    // Left by an earlier process with this tag whose power went.
    await rm(temporaryPath, { force: true });
    const file = await open(temporaryPath, 'wx', READABLE_BY_ALL);
    try {
      // Whatever the umask of the one who runs this.
      await file.chmod(READABLE_BY_ALL);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporaryPath, path);
    return { type: 'written' };
  } catch (error) {
    // The first error is the one to tell; a file that cannot be removed either changes nothing about it.
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    return { type: 'failed', code: errorCode(error) };
  }
}
