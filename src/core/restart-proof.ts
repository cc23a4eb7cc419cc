import type { JournalEntry } from '../journal/events.ts';
import type { RestartProof } from './model.ts';
import type { Instant } from './time.ts';
import { fromIso, MINUTE } from './time.ts';

/**
 * Two boot times that differ by no more than this are one boot: the time is computed from the uptime and drifts when
 * the clock is set.
 */
const BOOT_DRIFT = MINUTE;

export function isSameBoot(one: Instant, other: Instant): boolean {
  return Math.abs(one - other) <= BOOT_DRIFT;
}

interface Request {
  readonly requestedAt: Instant;
  /** The boot time before it. */
  readonly before: Instant | null;
  readonly accepted: boolean;
}

/** What the last request to restart has come to, by the boot time before it and the boot time now. */
export function restartProof(entries: readonly JournalEntry[], bootedAt: Instant | null): RestartProof {
  const { last, standing } = requestsOf(entries);
  if (bootedAt !== null && last !== null && isProven(last, bootedAt)) return { type: 'proven', bootedAt };
  if (standing === null || (bootedAt !== null && isProven(standing, bootedAt))) return { type: 'none' };
  return { type: 'not-yet', requestedAt: standing.requestedAt, accepted: standing.accepted };
}

function isProven({ requestedAt, before }: Request, bootedAt: Instant): boolean {
  return before === null ? bootedAt >= requestedAt : bootedAt - before > BOOT_DRIFT;
}

interface Requests {
  readonly last: Request | null;
  /** The one that has been neither called off nor refused. */
  readonly standing: Request | null;
  /** The one that stood before the last was made. */
  readonly earlier: Request | null;
}

function requestsOf(entries: readonly JournalEntry[]): Requests {
  return entries.reduce<Requests>(withEntry, { last: null, standing: null, earlier: null });
}

function withEntry(requests: Requests, { at, event }: JournalEntry): Requests {
  const { last, standing, earlier } = requests;
  switch (event.event) {
    case 'restart-requested': {
      const request = requestOf(at, event.bootedAt);
      return { last: request, standing: request, earlier: standing };
    }
    case 'restart-answered':
      if (event.answer === 'accepted')
        return { last, earlier, standing: standing && { ...standing, accepted: true } };
      return { last, earlier, standing: anotherStands(event.answer) ? earlier : null };
    case 'restart-cancelled':
      return { last, standing: null, earlier: null };
    default:
      return requests;
  }
}

function requestOf(at: string, bootedAt: string | null): Request | null {
  const requestedAt = fromIso(at);
  if (requestedAt === null) return null;
  return { requestedAt, before: bootedAt === null ? null : fromIso(bootedAt), accepted: false };
}

/** The system refused because a restart is on its way already: what was asked for before still stands. */
function anotherStands(answer: string): boolean {
  return answer === 'already-scheduled' || answer === 'already-going-down';
}
