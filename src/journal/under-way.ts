import type { Instant } from '../core/time.ts';
import { SECOND } from '../core/time.ts';
import type { BootMark, Moment } from './boots.ts';
import type { JournalEntry } from './events.ts';

/** What the journal says was begun and not ended, whichever notice it was for. */
export interface Begun {
  /** The last press, where its finish is not on record. `lock` names the console that watches it; null for a press by hand. */
  readonly download: { readonly at: Instant; readonly lock: string | null } | null;
  /**
   * The last request to restart that was neither refused nor called off, and that no boot has answered. `dueAt` null: an earlier
   * version wrote it, and its end cannot be told.
   */
  readonly restart: BegunRestart | null;
}

interface BegunRestart {
  readonly at: Instant;
  readonly dueAt: Instant | null;
  /** What marks the boot that it was made in, where its line tells. */
  readonly boot?: BootMark;
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

/** What the clock may be off by before it was set. */
const CLOCK_SLACK = 5 * SECOND;

/** When the request was made and when it is due, by the present clock: where that was set since, the uptime tells by how much. */
export function timesNow(
  { at, dueAt, boot }: BegunRestart,
  present: Moment | undefined,
): { readonly at: Instant; readonly dueAt: Instant | null } {
  const [then, now] = [boot?.uptimeSeconds ?? null, present?.boot?.uptimeSeconds ?? null];
  if (!present || then === null || now === null || now < then) return { at, dueAt };
  const moved = present.at - at - (now - then) * SECOND;
  if (Math.abs(moved) <= CLOCK_SLACK) return { at, dueAt };
  return { at: at + moved, dueAt: dueAt === null ? null : dueAt + moved };
}

/** Whether a line, or what is read now, was written after another boot than the request's. */
export function isAfterItsBoot({ boot }: BegunRestart, later: BootMark | null | undefined): boolean {
  if (!boot || !later) return false;
  if (boot.record !== null && later.record !== null) return boot.record !== later.record;
  return (
    boot.uptimeSeconds !== null &&
    later.uptimeSeconds !== null &&
    later.uptimeSeconds < boot.uptimeSeconds - ROUNDING_SECONDS
  );
}

const ROUNDING_SECONDS = 2;

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
