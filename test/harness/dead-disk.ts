import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Why a test is passed over. */
export const needsFuse = 'needs root on Linux, with FUSE';

/**
 * Mounts a disk that never answers, until it is disposed; null where this cannot be had (root on Linux with FUSE).
 * Nobody reads what the kernel asks for it, so whoever touches it waits.
 */
export function deadDisk(folder: string): (Disposable & { readonly path: string }) | null {
  const path = join(folder, 'dead-disk');
  mkdirSync(path);
  let device: number;
  try {
    device = openSync('/dev/fuse', 'r+');
  } catch {
    return null;
  }
  const options = 'fd=3,rootmode=40000,user_id=0,group_id=0';
  const mounted = spawnSync('mount', ['-i', '-t', 'fuse', '-o', options, 'dead', path], {
    stdio: ['ignore', 'ignore', 'ignore', device],
  });
  if (mounted.status !== 0) {
    closeSync(device);
    return null;
  }
  return {
    path,
    [Symbol.dispose]() {
      // Closed, the disk is gone, and whoever waits for it hears so.
      spawnSync('umount', ['-l', path]);
      closeSync(device);
    },
  };
}
