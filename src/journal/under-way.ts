import { isAfterItsBoot, nothingBegun, type Begun } from '../domain/begun.ts';
import type { JournalEntry } from './events.ts';

export function begunOf(entries: readonly JournalEntry[]): Begun {
  const { download, restart } = entries.reduce(withEntry, { ...nothingBegun, earlier: null });
  return { download, restart };
}

interface Seen extends Begun {
  /** The request that stood before the last one was made. */
  readonly earlier: Begun['restart'];
}

function withEntry(before: Seen, { at, event, boot }: JournalEntry): Seen {
  const isAnswered = before.restart !== null && isAfterItsBoot(before.restart, boot);
  const seen: Seen = isAnswered ? { ...before, restart: null, earlier: null } : before;
  switch (event.event) {
    case 'download-started':
      return { ...seen, download: { at: Date.parse(at), lock: event.lock ?? null } };
    case 'download-finished':
      return { ...seen, download: null };
    case 'restart-requested': {
      const dueAt = event.dueAt === undefined ? null : Date.parse(event.dueAt);
      return {
        ...seen,
        restart: { at: Date.parse(at), dueAt, ...(boot ? { boot } : {}) },
        earlier: seen.restart,
      };
    }
    case 'restart-answered': {
      if (event.answer === 'accepted') return { ...seen, earlier: null };
      // Whatever this one came to, the one that was asked for before it still stands.
      return { ...seen, restart: seen.earlier, earlier: null };
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
