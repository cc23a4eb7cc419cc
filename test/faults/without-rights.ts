import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** The user id of somebody without any rights of his own, "nobody" on Linux. */
const NOBODY = 65_534;

/**
 * Begins work as somebody who may not read the settings of a data folder: what the work does before its first wait, it does with
 * these rights. Root may read everything, so root is nobody for that moment; the whole process is.
 */
export function withoutRights<T>(dataDir: string, begin: () => Promise<T>): Promise<T> {
  chmodSync(join(dataDir, 'settings.json'), 0o000);
  const isRoot = process.geteuid?.() === 0;
  if (!isRoot) return begin();
  chmodSync(join(dataDir, '../../..'), 0o755);
  process.seteuid?.(NOBODY);
  try {
    return begin();
  } finally {
    process.seteuid?.(0);
  }
}
