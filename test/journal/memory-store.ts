import { failed, ok, type Fault, type Result } from '../../src/domain/fault.ts';
import type { JournalStore } from '../../src/journal/store.ts';

export const powerCut: Fault = { code: 'failed', headline: '停電', tryNext: '', guideId: null };

/** A journal in memory whose power can be cut. */
export interface MemoryStore extends JournalStore {
  journal: Uint8Array | null;
  head: Uint8Array | null;
  /** The token of our lock, as long as we are at work. */
  lock: string | null;
  /** What whoever asks for the lock is told. */
  acquired: Awaited<ReturnType<JournalStore['acquireLock']>>;
  /** Whether it is being given up: then nothing is held. */
  released: boolean;
  /** Every call, in order. */
  readonly calls: readonly string[];
  /** The bytes of each append. */
  readonly appended: readonly Uint8Array[];
  /**
   * From here on the disk takes only so many bytes more, then every call fails; a head takes one byte, all or nothing.
   * What the disk did not take of an append is gone, or NULs.
   */
  cutPowerAfter(bytes: number, rest?: 'gone' | 'nuls'): void;
  restorePower(): void;
  refuse(what: 'read' | 'append' | 'replaceHead' | null): void;
}

export function memoryStore(journal: Uint8Array | null = null, head: Uint8Array | null = null): MemoryStore {
  const calls: string[] = [];
  const appended: Uint8Array[] = [];
  let left = Infinity;
  let isNulFilled = false;
  let refused: string | null = null;

  async function call<T>(name: string, work: () => Result<T>): Promise<Result<T>> {
    calls.push(name);
    // Lets other callers in, as a disk does.
    await Promise.resolve();
    return left < 0 || refused === name ? failed(powerCut) : work();
  }

  const store: MemoryStore = {
    path: '/data/journal.jsonl',
    journal,
    head,
    lock: null,
    acquired: ok({ held: true }),
    released: false,
    calls,
    appended,
    cutPowerAfter: (bytes, rest = 'gone') => {
      left = bytes;
      isNulFilled = rest === 'nuls';
    },
    restorePower: () => {
      left = Infinity;
    },
    refuse: (what) => {
      refused = what;
    },
    read: () => call('read', () => ok({ journal: store.journal, head: store.head })),
    append: (bytes) =>
      call('append', () => {
        appended.push(bytes);
        const taken = bytes.slice(0, left);
        const nuls = new Uint8Array(isNulFilled ? bytes.length - taken.length : 0);
        store.journal = Uint8Array.of(...(store.journal ?? []), ...taken, ...nuls);
        left -= bytes.length;
        return left < 0 ? failed(powerCut) : ok(store.journal);
      }),
    replaceHead: (bytes) =>
      call('replaceHead', () => {
        left -= 1;
        if (left < 0) return failed(powerCut);
        store.head = bytes;
        return ok(null);
      }),
    acquireLock: () => call('acquireLock', () => store.acquired),
    holdLock: () => call('holdLock', () => (store.released ? ok(null) : store.acquired)),
    releaseLock: () => Promise.resolve(),
    lockToken: () => store.lock,
    livingLock: () => Promise.resolve(store.lock),
    stamp: () => Promise.resolve(String(store.journal?.length ?? 0)),
  };
  return store;
}
