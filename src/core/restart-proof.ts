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

/** What the last request to restart has come to, by the boot time before it and the boot time now. */
export function restartProof(entries: readonly JournalEntry[], bootedAt: Instant | null): RestartProof {
  const request = entries.findLast((entry) => entry.event.event === 'restart-requested');
  if (request?.event.event !== 'restart-requested') return { type: 'none' };
  const requestedAt = fromIso(request.at);
  if (requestedAt === null) return { type: 'none' };
  const before = request.event.bootedAt === null ? null : fromIso(request.event.bootedAt);
  const proven =
    bootedAt !== null && (before === null ? bootedAt >= requestedAt : bootedAt - before > BOOT_DRIFT);
  if (proven) return { type: 'proven', bootedAt };
  const withdrawn = entries.some((entry) => entry.line > request.line && isWithdrawal(entry));
  return withdrawn ? { type: 'none' } : { type: 'not-yet', requestedAt };
}

function isWithdrawal({ event }: JournalEntry): boolean {
  return (
    event.event === 'restart-cancelled' || (event.event === 'restart-answered' && event.answer !== 'accepted')
  );
}
