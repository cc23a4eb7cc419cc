import { MINUTE, type Instant } from './time.ts';

/** Timers, as far as the programs need them. */
export interface Timers {
  /** Calls `then` once after `ms` milliseconds; gives the function that calls it off. */
  after(ms: number, then: () => void): () => void;
}

/** Works again and again, each time after a delay that is asked for anew; gives the function that ends it. */
export function repeat(timers: Timers, delay: () => number, work: () => void): () => void {
  let stopped = false;
  let cancel = timers.after(delay(), turn);
  function turn(): void {
    work();
    // The work itself may have brought about the end.
    if (!stopped) cancel = timers.after(delay(), turn);
  }
  return () => {
    stopped = true;
    cancel();
  };
}

/** How long it is to the next full minute. */
export function untilNextMinute(now: Instant): number {
  return MINUTE - (now % MINUTE);
}
