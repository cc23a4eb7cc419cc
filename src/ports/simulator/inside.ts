import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { errorCode } from '../../domain/system-error.ts';

/** Whether a path, which need not exist yet, is the folder or lies in it, links resolved. */
export function isInside(path: string, folder: string): boolean {
  const outer = realPathOf(folder);
  const inner = realPathOf(path);
  return inner === outer || inner.startsWith(`${outer}${sep}`);
}

/** The path with links resolved, as far as it exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const parent = dirname(path);
    if (errorCode(error) !== 'ENOENT' || parent === path) return path;
    return join(realPathOf(parent), basename(path));
  }
}
