/** Timers, as far as the console needs them. */
export interface Timers {
  /** Calls `then` once after `ms` milliseconds; gives the function that calls it off. */
  after(ms: number, then: () => void): () => void;
}

/** The real ones. They never keep the process alive by themselves. */
export const nodeTimers: Timers = {
  after(ms, then) {
    const timer = setTimeout(then, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
