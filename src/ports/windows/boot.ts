import type { BootKind } from '../../domain/facts.ts';
import { MINUTE, type Instant } from '../../domain/time.ts';

/** One start of the kernel as the event log has it (Microsoft-Windows-Kernel-Boot, event 27). */
export interface BootEvent {
  readonly at: Instant;
  readonly type: BootKind;
}

/** The uptime and the event's clock drift apart when the clock is set; two boots are never this close. */
const SAME_BOOT = 3 * MINUTE;

/**
 * How the terminal was started last, by two witnesses: the uptime, which only a full boot begins anew, and the kernel's newest
 * boot event. `unknown` where the log says nothing, or calls a boot full that the uptime does not know.
 */
export function bootKindOf(bootedAt: Instant | null, events: readonly BootEvent[]): BootKind {
  const newest = events.toSorted((one, other) => other.at - one.at)[0];
  if (!newest) return 'unknown';
  if (newest.type !== 'full') return newest.type;
  return bootedAt !== null && Math.abs(newest.at - bootedAt) <= SAME_BOOT ? 'full' : 'unknown';
}
