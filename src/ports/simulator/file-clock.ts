import type { Instant } from '../../domain/time.ts';

/**
 * A file's time on the terminal's clock. Files that the simulator writes carry the terminal's time already. One that somebody
 * changed by hand in the working folder carries the host's: it lies between the preparation and the present, and becomes the
 * terminal's time of as long ago.
 */
export function fileClock(options: {
  readonly preparedAtReal: Instant;
  readonly followsRealClock: boolean;
  /** The terminal's time when it was prepared. */
  readonly startedAt: Instant;
  readonly realNow: () => Instant;
  readonly now: () => Instant;
}): (hostTime: Instant) => Instant {
  return (hostTime) => {
    const age = options.realNow() - hostTime;
    const byHand = !options.followsRealClock && hostTime >= options.preparedAtReal && age >= 0;
    return byHand ? Math.max(options.startedAt, options.now() - age) : hostTime;
  };
}
