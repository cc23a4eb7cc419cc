import { statSync, type BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { errorCode } from '../../domain/system-error.ts';
import type { Instant } from '../../domain/time.ts';
import { isNetworkPath } from '../../settings/terminal-path.ts';
import type { FileContent, Files } from '../ports.ts';
import { untilAborted } from '../waiting.ts';
import { fileFaults } from './file-faults.ts';
import { beginningOf, openToRead, placeOf } from './open-file.ts';

/** How long to wait before each further try on a file that another program holds, in milliseconds. */
const RETRY_AFTER_MS = [50, 100, 200] as const;
/** EPERM as well: Windows says it for a file that is just being deleted or replaced. */
const held: ReadonlySet<string> = new Set(['EBUSY', 'EPERM']);

export interface FilesOptions {
  /** Where a path on the terminal (`C:\OQS\...`) is on this machine. */
  readonly toHostPath: (terminalPath: string) => string;
  /** A time of this machine's file system on the terminal's clock; by default the same. */
  readonly clockOf?: (hostTime: Instant) => Instant;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** How often watched files are looked at, in milliseconds. */
  readonly pollMs?: number;
}

interface Limits {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** The terminal's files: whole reads of small files, and a watch. Nothing here writes or throws. */
export function createFiles(options: FilesOptions): Files {
  const clockOf = options.clockOf ?? ((time: Instant) => time);
  const wait = options.wait ?? ((ms: number) => delay(ms, undefined, { ref: false }));
  const modifiedAt = ({ mtimeMs }: BigIntStats): Instant => clockOf(Number(mtimeMs));

  async function read(path: string, limits: Limits): Promise<Result<FileContent>> {
    const host = options.toHostPath(path);
    const tooLarge = (size: number) => failed(fileFaults.tooLarge(path, size, limits.maxBytes));
    const file = await openToRead(host);
    try {
      const before = await file.stat();
      if (before.size > limits.maxBytes) return tooLarge(before.size);
      // One byte beyond the limit tells that there is more.
      const bytes = await beginningOf(file, limits.maxBytes + 1, { signal: limits.signal });
      const after = await file.stat({ bigint: true });
      // It may have grown since it was looked at.
      if (bytes.length > limits.maxBytes) return tooLarge(Math.max(Number(after.size), bytes.length));
      return ok({ bytes, modifiedAt: modifiedAt(after) });
    } finally {
      await file.close();
    }
  }

  /** Tries again where another program holds the file for a moment, as installers and virus scanners do. */
  async function attempt<T>(path: string, signal: AbortSignal, work: () => Promise<Result<T>>) {
    if (isNetworkPath(path)) return failed(fileFaults.network(path));
    const tries = async (): Promise<Result<T>> => {
      for (let tried = 0; ; tried += 1) {
        try {
          return await work();
        } catch (error) {
          const code = errorCode(error);
          const ms = RETRY_AFTER_MS[tried];
          if (ms === undefined || !held.has(code) || signal.aborted) return failed(fileFaults.ofCode(path, code));
          await wait(ms);
        }
      }
    };
    return untilAborted(tries(), signal, () => failed(fileFaults.cancelled(path)));
  }

  return {
    read: (path, limits) => attempt(path, limits.signal, () => read(path, limits)),
    stat: (path, signal) =>
      attempt(path, signal, async () => {
        const stats = await stat(await placeOf(options.toHostPath(path)), { bigint: true });
        return stats.isFile() ? ok({ modifiedAt: modifiedAt(stats) }) : failed(fileFaults.notAFile(path));
      }),
    watch: (paths, onChange) =>
      watchFiles(
        paths.filter((path) => !isNetworkPath(path)).map((path) => options.toHostPath(path)),
        onChange,
        options.pollMs,
      ),
  };
}

const POLL_MS = 1_000;

/**
 * Calls `onChange` after one of the files appeared, changed or went: at most once a round, within `pollMs` and a
 * little. Their folders need not exist. Gives the function that stops it. It looks instead of being told: a folder that
 * is held open for notifications cannot be renamed on Windows, nor can those above it, and a version-up may do just
 * that.
 */
function watchFiles(hostPaths: readonly string[], onChange: () => void, pollMs: number = POLL_MS): () => void {
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
  return stat(path, { bigint: true }).then(markOf, errorCode);
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
