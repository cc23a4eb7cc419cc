import { rm, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { MINUTE } from '../../domain/time.ts';
import { jsonIn } from '../../text/json.ts';
import { ifThere } from './if-there.ts';
import { makeDurably, renamePatiently } from './file-writer.ts';
import { readAtMost } from './open-file.ts';
import type { Processes } from './processes.ts';

/** `console.lock`. `startMark` tells a process from a later one with the same id, where the system can tell. */
const ownerSchema = z.lazy(() =>
  z.object({
    pid: z.int().positive(),
    startedAt: z.iso.datetime(),
    token: z.string().min(1),
    /** When the system was started, as the owner saw it. */
    bootedAt: z.iso.datetime().optional(),
    startMark: z.string().optional(),
    /** Whether the owner gives a sign of life under its token. */
    shown: z.boolean().optional(),
  }),
);
type Owner = z.infer<typeof ownerSchema>;

/** What the lock's file says: its owner, bytes that are none, or nothing at all. */
type Found = { readonly text: string; readonly owner: Owner | null } | null;

type Acquired = { readonly held: true } | { readonly held: false; readonly ownerPid: number };

export interface Lock {
  /**
   * Takes the lock; where it was taken before, sees that its file still names this holding: somebody may have removed
   * it, or put another's in its place. Where that one is not at work, it is taken again under the same token. Rejects
   * with the system's error where the lock's file cannot be written.
   */
  acquire(): Promise<Acquired>;
  /** The same where it is held; null where it is not, or is just being given up: then nothing is taken. */
  hold(): Promise<Acquired | null>;
  /** Removes the lock's file if it is this one's; never rejects, for a lock left behind is taken over. */
  release(): Promise<void>;
  /** What names this holding of the lock, in its file as well; null while it is not held. */
  token(): string | null;
  /**
   * The token of the lock whose owner is at work, ours or another's; null where nobody holds it, or where the system
   * can tell its owner and the lock does not say by what: anybody could have written that. Takes nothing and writes
   * nothing. Rejects with the system's error where the file cannot be read.
   */
  livingToken(): Promise<string | null>;
}

/** The start of the system is known to the second at best and moves when the clock is set right. */
const BOOT_TOLERANCE = 10 * MINUTE;
/** A lock is some 250 bytes. */
const MOST_BYTES = 64 * 1024;
/** Whoever finds the lock's file made and gone so often is not told by one more look. */
const MOST_TRIES = 100;
/** How long a lock without an owner is given: another console may be writing it. */
const UNOWNED_PAUSES = 5;

/**
 * One console at a time may act. The file is only made where there is none, so of two that start together one gets it.
 * `madeIn`: the folder whose rights it gets; by default its own.
 *
 * A lock whose owner is gone, or that names none, is taken over: a file of our own is renamed into its place, and
 * after a pause we hold it if it is still ours. Of several that take over together the last rename wins. Two can
 * hold it only if one of them stands still between its last look and its rename for longer than that pause.
 */
export function createLock(
  path: string,
  processes: Processes,
  {
    pauseMs = 200,
    newToken = (): string => crypto.randomUUID(),
    madeIn = async (): Promise<string> => Promise.resolve(dirname(path)),
  } = {},
): Lock {
  // Each holding has a name of its own: what was begun under an earlier one is not watched any more.
  let token = newToken();
  let held = false;
  let acquiring: Promise<Acquired> | null = null;
  let releasing = false;

  async function describeSelf(): Promise<string> {
    const startMark = await processes.startMark(processes.pid);
    // Before the lock names us: nobody may find it without the sign.
    await processes.presence?.show(token);
    const shown = (await processes.presence?.isShown(token)) ?? false;
    return JSON.stringify({
      pid: processes.pid,
      startedAt: new Date(processes.now()).toISOString(),
      token,
      bootedAt: new Date(processes.bootedAt()).toISOString(),
      ...(startMark === null ? {} : { startMark }),
      ...(shown ? { shown } : {}),
    } satisfies Owner);
  }

  /** Looks until the file names an owner, is gone, or keeps its silence. */
  async function look(): Promise<Found> {
    let found = await readLock(path);
    for (let pauses = 0; found && !found.owner && pauses < UNOWNED_PAUSES; pauses += 1) {
      await delay(pauseMs / UNOWNED_PAUSES);
      found = await readLock(path);
    }
    return found;
  }

  async function takeOver(stale: string, self: string): Promise<boolean> {
    const own = join(await madeIn(), `${basename(path)}.${token}`);
    // An earlier try may have had to leave it: a virus scanner held it.
    await rm(own, { force: true });
    try {
      await writeFile(own, self, { flag: 'wx', flush: true });
      if ((await readLock(path))?.text !== stale) return false;
      await renamePatiently(own, path);
    } finally {
      await rm(own, { force: true });
    }
    await delay(pauseMs);
    return (await readLock(path))?.owner?.token === token;
  }

  async function acquire(): Promise<Acquired> {
    if (held && (await readLock(path))?.owner?.token === token) return { held };
    const self = await describeSelf();
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      if (await makeDurably(path, new TextEncoder().encode(self), await madeIn())) return { held: true };
      const found = await look();
      if (found?.owner?.token === token) return { held: true };
      if (found?.owner && (await standingOf(found.owner, processes)) !== 'gone') {
        return { held: false, ownerPid: found.owner.pid };
      }
      // Gone, or taken by another in the meantime: look again.
      if (found && (await takeOver(found.text, self))) return { held: true };
    }
    throw Object.assign(new Error(`EBUSY: ${path}`), { code: 'EBUSY', path });
  }

  async function take(): Promise<Acquired> {
    // Two at a time would take it over from each other.
    acquiring ??= acquire().finally(() => {
      acquiring = null;
    });
    const acquired = await acquiring;
    ({ held } = acquired);
    return acquired;
  }

  return {
    acquire: take,
    hold: async () => (held && !releasing ? take() : null),
    release: async () => {
      releasing = true;
      try {
        // Or it would find its file gone, and make it anew.
        await acquiring;
        if ((await readLock(path))?.owner?.token === token) await unlink(path);
        processes.presence?.hide();
      } catch {
        // The next console finds that this process is gone and takes the lock over.
      }
      held = false;
      releasing = false;
      token = newToken();
    },
    token: () => (held ? token : null),
    livingToken: async () => {
      if (held) return token;
      const owner = (await readLock(path))?.owner ?? null;
      return owner !== null && (await standingOf(owner, processes)) === 'at-work' ? owner.token : null;
    },
  };
}

/**
 * Whether the process that wrote the lock still runs: not merely one that got its id later. `doubtful`: a process has
 * its id, and the lock has nothing of what a console shows here. It is not taken over on a doubt, and proves nothing.
 */
async function standingOf(owner: Owner, processes: Processes): Promise<'at-work' | 'doubtful' | 'gone'> {
  if (owner.pid === processes.pid || !processes.isAlive(owner.pid)) return 'gone';
  const { presence } = processes;
  if (owner.shown === true && presence) return (await presence.isShown(owner.token)) ? 'at-work' : 'gone';
  const mark = await processes.startMark(owner.pid);
  if (mark !== null) return mark === owner.startMark ? 'at-work' : 'gone';
  const { bootedAt } = owner;
  const isThisBoot = bootedAt === undefined || Math.abs(Date.parse(bootedAt) - processes.bootedAt()) <= BOOT_TOLERANCE;
  if (!isThisBoot) return 'gone';
  return presence === null ? 'at-work' : 'doubtful';
}

async function readLock(path: string): Promise<Found> {
  const bytes = await ifThere(readAtMost(path, MOST_BYTES));
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  return { text, owner: ownerSchema.safeParse(jsonIn(text)).data ?? null };
}
