import { statSync, type BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { errorCode } from './error-code.ts';

const POLL_MS = 1_000;

/**
 * Calls `onChange` after one of the files appeared, changed or went: at most once a round, within `pollMs` and a little. Their folders
 * need not exist. Gives the function that stops it. It looks instead of being told: a folder that is held open for
 * notifications cannot be renamed on Windows, nor can those above it, and a version-up may do just that.
 */
export function watchFiles(hostPaths: readonly string[], onChange: () => void, pollMs: number = POLL_MS): () => void {
  const marks = new Map(hostPaths.map((path) => [path, markNow(path)]));
  let stopped = false;
  let looking = false;

  async function look(): Promise<void> {
    const found = await Promise.all([...marks.keys()].map(async (path) => [path, await mark(path)] as const));
    if (stopped) return;
    const changed = found.filter(([path, now]) => marks.get(path) !== now);
    for (const [path, now] of changed) marks.set(path, now);
    if (changed.length > 0) onChange();
  }

  const timer = setInterval(() => {
    // A look that hangs is not joined by a second one.
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, pollMs);
  timer.unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

async function mark(path: string): Promise<string> {
  try {
    return markOf(await stat(path, { bigint: true }));
  } catch (error) {
    return errorCode(error);
  }
}

/** The first mark is taken at once, so that no change after the call is missed. */
function markNow(path: string): string {
  try {
    return markOf(statSync(path, { bigint: true }));
  } catch (error) {
    return errorCode(error);
  }
}

function markOf(stats: BigIntStats): string {
  return [stats.size, stats.mtimeNs, stats.ino].join(' ');
}
