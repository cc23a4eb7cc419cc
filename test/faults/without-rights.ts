import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** The user id of somebody without any rights of his own, "nobody" on Linux. */
const NOBODY = 65_534;

/**
 * Works as somebody who may not read the settings of a data folder. Root may read everything, so root is nobody
 * meanwhile; the whole process is.
 */
export async function withoutRights<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  chmodSync(join(dataDir, 'settings.json'), 0o000);
  const isRoot = process.geteuid?.() === 0;
  if (!isRoot) return work();
  chmodSync(join(dataDir, '../../..'), 0o755);
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
