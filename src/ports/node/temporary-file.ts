import { lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Other users' programs may read it. */
export const READABLE_BY_ALL = 0o644;

/**
 * Writing takes moments, a sleep of the computer in its midst a night: what is older was left by a process whose power
 * went.
 */
const LEFT_AFTER_MS = 24 * 60 * 60_000;
const TEMPORARY = /^oqs-console-[0-9a-f-]{36}\.tmp$/;

/** A name that nobody can foresee, and so nobody can plant a link under. It is short enough beside any name. */
export function temporaryName(): string {
  return `oqs-console-${crypto.randomUUID()}.tmp`;
}

/**
 * Hands over a new file of this folder under a temporary name, flushed; afterwards there is nothing of that name any
 * more.
 */
export async function withTemporary<T>(
  folder: string,
  bytes: Uint8Array,
  mode: number | undefined,
  work: (temporaryPath: string) => Promise<T>,
): Promise<T> {
  const temporaryPath = join(folder, temporaryName());
  try {
    await writeNewDurably(temporaryPath, bytes, mode);
    return await work(temporaryPath);
  } finally {
    // The first error is the one to tell; half a file that cannot be removed either changes nothing about it.
    await rm(temporaryPath, { force: true }).catch(() => undefined);
  }
}

/** Writes a new file, flushed. `x`: only a new file is opened, and no link is followed. */
export async function writeNewDurably(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await open(path, 'wx', mode ?? READABLE_BY_ALL);
  try {
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Removes what processes whose power went have left in a folder. How old a file is, the file just written there tells:
 * this computer's clock may be hours from that of a shared folder.
 */
export async function removeLeftovers(folder: string, justWritten: string): Promise<void> {
  try {
    const { mtimeMs: now } = await lstat(justWritten);
    for (const path of await temporariesIn(folder)) {
      const { mtimeMs } = await lstat(path);
      if (now - mtimeMs > LEFT_AFTER_MS) await rm(path, { force: true });
    }
  } catch {
    // They harm nobody, and the file is written.
  }
}

/** The temporary files of a folder, with their paths. */
export async function temporariesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => TEMPORARY.test(name)).map((name) => join(folder, name));
}
