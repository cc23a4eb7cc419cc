import type { Placed } from '../domain/boots.ts';
import { isAfterItsBoot, type Begun, type BegunRestart } from '../domain/history.ts';
import type { Instant } from '../domain/time.ts';
import type { JournalEntry } from './events.ts';

/** The reader lets only times with an offset through. */
export function instantOf(text: string): Instant {
  return Date.parse(text);
}

/** A request to restart, with what the system answered to it. */
interface RestartRequest extends Required<Placed>, BegunRestart {
  /** The boot time before it. */
  readonly bootedAt: Instant | null;
  readonly accepted: boolean;
}

interface RestartRequests {
  readonly last: RestartRequest | null;
  /** The one that has been neither called off nor refused. */
  readonly standing: RestartRequest | null;
  /** The one that stood before the last was made. */
  readonly earlier: RestartRequest | null;
}

/** The last request to restart, and the one that stands; whether a boot has come since is not asked. */
export function restartRequestsIn(entries: readonly JournalEntry[]): RestartRequests {
  let requests: RestartRequests = { last: null, standing: null, earlier: null };
  for (let place = 0; place < entries.length; place += 1) {
    const entry = entries[place];
    // Most lines tell of something else, and this is asked for with each tick of the clock.
    const name = entry?.event.event;
    if (entry && (name === 'restart-requested' || name === 'restart-answered' || name === 'restart-cancelled'))
      requests = withEntry(requests, entry, place);
  }
  return requests;
}

function withEntry(requests: RestartRequests, { at, boot, event }: JournalEntry, place: number): RestartRequests {
  const { last, standing, earlier } = requests;
  switch (event.event) {
    case 'restart-requested': {
      const request: RestartRequest = {
        at,
        place,
        bootedAt: event.bootedAt === null ? null : instantOf(event.bootedAt),
        dueAt: event.dueAt === undefined ? null : instantOf(event.dueAt),
        ...(boot ? { boot } : {}),
        accepted: false,
      };
      return { last: request, standing: request, earlier: standing };
    }
    case 'restart-answered':
      if (event.answer === 'accepted') return { last, earlier, standing: standing && { ...standing, accepted: true } };
      // Whatever this one came to, the one that was asked for before it still stands.
      return { last, earlier: null, standing: earlier };
    case 'restart-cancelled':
      return { last, standing: null, earlier: null };
    default:
      return requests;
  }
}

/** What was begun and not ended: the last download, and the standing request to restart that no boot has answered. */
export function begunOf(entries: readonly JournalEntry[]): Begun {
  const download = downloadOf(entries);
  const { standing } = restartRequestsIn(entries);
  const isAnswered = (entry: JournalEntry, place: number): boolean =>
    standing !== null && place > standing.place && answers(entry, standing);
  if (standing === null || entries.some(isAnswered)) return { download, restart: null };
  const { at, dueAt, boot } = standing;
  return { download, restart: { at, dueAt, ...(boot ? { boot } : {}) } };
}

function downloadOf(entries: readonly JournalEntry[]): Begun['download'] {
  const last = entries.findLast(
    ({ event: { event } }) => event === 'download-started' || event === 'download-finished',
  );
  if (last?.event.event !== 'download-started') return null;
  const { at, boot, event } = last;
  return { at, lock: event.lock ?? null, ...(boot ? { boot } : {}) };
}

/** Whether a line is of another boot than the request's. The boot on record may be an older one, found only now. */
function answers({ boot, event }: JournalEntry, request: RestartRequest): boolean {
  if (isAfterItsBoot(request, boot)) return true;
  return event.event === 'restart-confirmed' && instantOf(event.bootedAt) >= request.at;
}
