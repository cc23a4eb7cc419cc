import type { Instant } from '../core/time.ts';
import type { JournalEntry } from './events.ts';

/** What the journal says was begun and not ended, whichever notice it was for. */
export interface Begun {
  /** The last press, where its finish is not on record. `lock` names the console that watches it; null for a press by hand. */
  readonly download: { readonly at: Instant; readonly lock: string | null } | null;
  /**
   * The last request to restart that was neither refused nor called off, and that no boot has answered. `dueAt` null: an earlier
   * version wrote it, and its end cannot be told.
   */
  readonly restart: { readonly at: Instant; readonly dueAt: Instant | null } | null;
}

export const nothingBegun: Begun = { download: null, restart: null };

export function begunOf(entries: readonly JournalEntry[]): Begun {
  const { download, restart } = entries.reduce(withEntry, { ...nothingBegun, earlier: null });
  return { download, restart };
}

interface Seen extends Begun {
  /** The request that stood before the last one was made. */
  readonly earlier: Begun['restart'];
}

function withEntry(seen: Seen, { at, event }: JournalEntry): Seen {
  switch (event.event) {
    case 'download-started':
      return { ...seen, download: { at: Date.parse(at), lock: event.lock ?? null } };
    case 'download-finished':
      return { ...seen, download: null };
    case 'restart-requested': {
      const dueAt = event.dueAt === undefined ? null : Date.parse(event.dueAt);
      return { ...seen, restart: { at: Date.parse(at), dueAt }, earlier: seen.restart };
    }
    case 'restart-answered': {
      if (event.answer === 'accepted') return { ...seen, earlier: null };
      // Refused because a restart is on its way already: what was asked for before still stands.
      const stands = event.answer === 'already-scheduled' || event.answer === 'already-going-down';
      return { ...seen, restart: stands ? seen.earlier : null, earlier: null };
    }
    case 'restart-cancelled':
      return { ...seen, restart: null, earlier: null };
    case 'restart-confirmed': {
      // The boot that is put on record may be an older one, found only now.
      const isAnswered = seen.restart !== null && Date.parse(event.bootedAt) >= seen.restart.at;
      return isAnswered ? { ...seen, restart: null, earlier: null } : seen;
    }
    default:
      return seen;
  }
}
