import { startLimit, type LimitOptions } from '../../domain/limit.ts';
import type { Timers } from '../../domain/timers.ts';

/** The real ones. They never keep the process alive by themselves. */
export const nodeTimers: Timers = {
  after(ms, then) {
    const timer = setTimeout(then, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Milliseconds on a clock that never goes back. */
export function stopwatch(): number {
  return performance.now();
}

/** Waits for work, but not for longer than a limit: then gives `onLimit()`, and leaves the work to end by itself. */
export async function withinLimit<T>(
  work: Promise<T>,
  ms: number,
  onLimit: () => T,
  options?: LimitOptions,
): Promise<T> {
  const over = Promise.withResolvers<T>();
  const stop = startLimit(ms, () => over.resolve(onLimit()), options);
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    stop();
  }
}
