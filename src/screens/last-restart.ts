import { bootSince, bootTimeNear, isMarked, type KnownBoots, type Placed } from '../domain/boots.ts';
import type { JournalEntry } from '../journal/events.ts';
import type { RestartProof } from './model.ts';
import { fromIso, MINUTE, type Instant } from '../domain/time.ts';

/**
 * Two boot times that differ by no more than this are one boot: the time is computed from the uptime and drifts when
 * the clock is set.
 */
const BOOT_DRIFT = MINUTE;

export function isSameBoot(one: Instant, other: Instant): boolean {
  return Math.abs(one - other) <= BOOT_DRIFT;
}

interface Request extends Placed {
  /** The boot time before it. */
  readonly bootedAt: Instant | null;
}

interface Standing extends Request {
  readonly accepted: boolean;
}

/** What the last request to restart has come to. `known.history` is that of these entries. */
export function restartProof(entries: readonly JournalEntry[], known: KnownBoots): RestartProof {
  const { last, standing } = requestsOf(entries);
  if (last !== null && isProven(last, known)) return { type: 'proven', bootedAt: known.bootedAt };
  if (standing === null || hasCome(standing, known)) return { type: 'none' };
  return { type: 'not-yet', requestedAt: standing.at, accepted: standing.accepted };
}

/**
 * Whether the machine was restarted after the request: by the boot's identity, or by the boot times before and after it where
 * the request's line carries no mark. What only the clock speaks for is no proof.
 */
export function isProven(request: Request, known: KnownBoots): boolean {
  if (bootSince(known, request) === 'proven') return true;
  if (carriesMark(request, known)) return false;
  const now = bootTimeNear(known, request);
  const before = request.bootedAt;
  if (now === null) return false;
  // A clock that was put forward moves the boot's time too: a boot of before the request is none that it brought.
  if (before === null) return now >= request.at;
  return now - before > BOOT_DRIFT && now >= request.at - BOOT_DRIFT;
}

function hasCome(request: Request, known: KnownBoots): boolean {
  if (isProven(request, known)) return true;
  return carriesMark(request, known) && bootSince(known, request) === 'assumed';
}

function carriesMark({ place }: Request, { history }: KnownBoots): boolean {
  const line = place === undefined ? undefined : history.trail[place];
  return line !== undefined && isMarked(line);
}

interface Requests {
  readonly last: Standing | null;
  /** The one that has been neither called off nor refused. */
  readonly standing: Standing | null;
  /** The one that stood before the last was made. */
  readonly earlier: Standing | null;
}

function requestsOf(entries: readonly JournalEntry[]): Requests {
  return entries.reduce<Requests>(withEntry, { last: null, standing: null, earlier: null });
}

function withEntry(requests: Requests, { at, event }: JournalEntry, place: number): Requests {
  const { last, standing, earlier } = requests;
  switch (event.event) {
    case 'restart-requested': {
      const request = requestOf(at, place, event.bootedAt);
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

function requestOf(time: string, place: number, bootedAt: string | null): Standing | null {
  const at = fromIso(time);
  if (at === null) return null;
  return { at, place, bootedAt: bootedAt === null ? null : fromIso(bootedAt), accepted: false };
}
