import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../domain/fault.ts';
import type { StoreDeed } from './file-faults.ja.ts';
import type { JournalStore } from '../../journal/store.ts';
import { dataFiles } from '../../settings/data-files.ts';
import { appendDurably, makeDurably, replaceDurably } from './file-writer.ts';
import { createGrowingFile, type GrowingFile } from './growing-file.ts';
import { createLock } from './lock.ts';
import { folderForUsers, makeDataFolder } from './make-folder.ts';
import { readAtMost, refuseLink } from './open-file.ts';
import { nodeProcesses, type Processes } from './processes.ts';
import { PATIENCE_MS, storeFault, withPatience } from './file-faults.ts';
import { ifThere, isThere } from './if-there.ts';

/** How often both files are read again when another console moves the head in between. */
const READ_TRIES = 5;

/** Some hundred thousand lines: a terminal writes a few a day. */
const JOURNAL_BYTES = 64 * 1024 * 1024;

/** A head is some 90 bytes; what is longer is none. */
const HEAD_BYTES = 4 * 1024;

/**
 * How long a console that leaves waits for its lock to be removed, in milliseconds: a lock without an owner is taken
 * over.
 */
const RELEASE_MS = 500;

/** How long a look in passing may take, in milliseconds: what it tells is asked for again soon. */
const GLANCE_MS = 2_000;

/**
 * The journal in a folder: `journal.jsonl`, `journal.head` and `console.lock`. Nothing is made before the first write.
 * Faults: `denied`, `busy`, `unreadable` (a folder in a file's place or the other way round), `absent` (the place went
 * away), `timed-out` (no answer within `patienceMs`), `failed` (disk full and anything else).
 */
export function createJournalStore(
  dataDir: string,
  processes: Processes = nodeProcesses(),
  { patienceMs = PATIENCE_MS } = {},
): JournalStore {
  const path = join(dataDir, dataFiles.journal.name);
  const headPath = join(dataDir, dataFiles.head.name);
  const lockPath = join(dataDir, dataFiles.lock.name);
  const madeIn = async (): Promise<string> => folderForUsers(dataDir);
  const lock = createLock(lockPath, processes, { madeIn });
  const journal = createGrowingFile(path, JOURNAL_BYTES);
  const glanceMs = Math.min(GLANCE_MS, patienceMs);
  let unfinished: Promise<unknown> = Promise.resolve();
  /** What was asked for before the lock is given up is still done under it. */
  let looks: Promise<unknown> = Promise.resolve();

  /** A write that was given up may still come to its end: whatever comes next waits for it, or is not begun. */
  async function attempt<T>(deed: StoreDeed, file: string, work: () => Promise<T>): Promise<Result<T>> {
    try {
      await withPatience(unfinished, patienceMs);
      const running = work();
      if (deed === 'write') unfinished = running.catch(() => undefined);
      return ok(await withPatience(running, patienceMs));
    } catch (error) {
      return failed(storeFault(error, deed, file));
    }
  }

  return {
    path,
    read: () => attempt('read', path, () => readBoth(journal, headPath)),
    append: (bytes) =>
      attempt('write', path, async () => {
        await makeDataFolder(dataDir);
        await appendDurably(path, bytes, await madeIn());
        return journal.appended(bytes);
      }),
    replaceHead: (bytes) =>
      attempt('write', headPath, async () => {
        await makeDataFolder(dataDir);
        await refuseLink(headPath);
        await replaceDurably(headPath, bytes, { madeIn: await madeIn() });
        return null;
      }),
    acquireLock: () =>
      attempt('write', lockPath, async () => {
        await makeDataFolder(dataDir);
        await refuseLink(lockPath);
        return lock.acquire();
      }),
    holdLock: () => {
      const look = attempt('write', lockPath, async () => {
        await makeDataFolder(dataDir);
        await refuseLink(lockPath);
        return lock.hold();
      });
      looks = Promise.allSettled([looks, look]);
      return look;
    },
    async releaseLock() {
      await glance(
        looks.then(async () => lock.release()).then(() => null),
        Math.min(RELEASE_MS, patienceMs),
      );
    },
    lockToken: () => lock.token(),
    livingLock: () => glance(lock.livingToken(), glanceMs),
    stamp: () => glance(stampOf(path), glanceMs),
  };
}

/**
 * What a look in passing gave; null where the disk gave no answer, or an error: that is told where the file is read or
 * written.
 */
async function glance(look: Promise<string | null>, patienceMs: number): Promise<string | null> {
  try {
    return await withPatience(look, patienceMs);
  } catch {
    return null;
  }
}

async function stampOf(path: string): Promise<string> {
  const facts = await ifThere(stat(path));
  return facts === null ? '' : `${String(facts.size)} ${String(facts.mtimeMs)}`;
}

/**
 * Reads both files as they stood at one time: another console writes the journal first and the head after it, so
 * the head must be the same before and after the journal is read. One that never rests is given as it is.
 */
async function readBoth(
  growing: GrowingFile,
  headPath: string,
): Promise<{ readonly journal: Uint8Array | null; readonly head: Uint8Array | null }> {
  let head = await ifThere(readAtMost(headPath, HEAD_BYTES));
  for (let tries = 1; ; tries += 1) {
    const journal = await ifThere(growing.read());
    const headAfter = await ifThere(readAtMost(headPath, HEAD_BYTES));
    if (isSame(head, headAfter) || tries === READ_TRIES) return { journal, head };
    head = headAfter;
  }
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

/**
 * What became of the journal in another folder: there is none to take up, or it is taken up, or neither could be done.
 */
export type EarlierJournal = 'none' | 'taken-up' | 'left';

/**
 * Takes up the journal of one folder in another that has none: the lines as they are, so that its chain goes on. The
 * head comes first; whoever is killed in between finds no journal, and takes it up anew. The first folder stays as it
 * is.
 */
export async function takeUpJournal(from: string, to: string): Promise<EarlierJournal> {
  try {
    const path = join(to, dataFiles.journal.name);
    if (await isThere(path)) return 'none';
    const read = await createJournalStore(from).read();
    if (!read.ok) return 'left';
    const { journal, head } = read.value;
    if (journal === null || journal.length === 0) return 'none';
    await makeDataFolder(to);
    if (head !== null) await replaceDurably(join(to, dataFiles.head.name), head);
    await makeDurably(path, journal);
    return 'taken-up';
  } catch {
    // Whoever writes there says why that cannot be.
    return 'left';
  }
}
