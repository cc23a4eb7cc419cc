import type { Result } from '../domain/fault.ts';

/** The journal's two files and its lock, as bytes; what they mean is the journal's business. */
export interface JournalStore {
  /** Where the journal is, for people. */
  readonly path: string;
  /** Both files, null where absent. What is given stays as it is. */
  read(): Promise<Result<{ readonly journal: Uint8Array | null; readonly head: Uint8Array | null }>>;
  /** Appends and flushes to the disk before it answers. Gives the journal as read last, with what came since. */
  append(bytes: Uint8Array): Promise<Result<Uint8Array>>;
  /** Replaces the head by rename, flushed. */
  replaceHead(bytes: Uint8Array): Promise<Result<null>>;
  /** Takes the lock, or says who holds it. A lock whose owner is gone is taken over. */
  acquireLock(): Promise<Result<LockAnswer>>;
  /**
   * Whether the lock is still ours: its file may have gone, and another console may have come. Where it has gone and
   * none has come, it is made anew. null: we do not hold it, and it is not taken.
   */
  holdLock(): Promise<Result<LockAnswer | null>>;
  releaseLock(): Promise<void>;
  /** What names our holding of the lock, in the lock's file as well; null while we do not hold it. */
  lockToken(): string | null;
  /**
   * The token of the lock whose owner is at work, ours or another's: that very process, not a later one with its id.
   * null: nobody holds it, or it could not be told within two seconds. Takes nothing and writes nothing.
   */
  livingLock(): Promise<string | null>;
  /** Changes with every append; null where it could not be told within two seconds. */
  stamp(): Promise<string | null>;
}

export type LockAnswer = { readonly held: true } | { readonly held: false; readonly ownerPid: number | null };
