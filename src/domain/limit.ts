/** A timer that fires this much after its time tells of a process that stood still, in milliseconds. */
const STALL_MS = 100;
/** What work is given at most after the process stood still, in milliseconds; never more than its limit was. */
const GRACE_MS = 1_000;
/** A process that stands still again and again must come to an end as well. */
const MOST_GRACES = 3;
/** No timer can be longer, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1;

export interface LimitOptions {
  /** Whether the process stays alive for it: so where nothing else may be left to wait for. By default it does not. */
  readonly holds?: boolean;
}

/**
 * A limit of time on some work: calls `onLimit` once when the work was not done within `ms` milliseconds of real time,
 * whatever the terminal's clock says. Gives the function that calls it off, to be called as soon as the work is done.
 *
 * Timers come before input: in a process that stood still (stopped and continued, asleep, its output held by a mark in
 * the window) the time of a limit is over before an answer that has long been there is read. So no limit counts before
 * the event loop has read what is there, and one that comes late gives a short time anew.
 */
export function startLimit(ms: number, onLimit: () => void, { holds = false }: LimitOptions = {}): () => void {
  let stop: (() => void) | null = null;
  function wait(span: number, graces: number): void {
    const dueAt = performance.now() + span;
    const timer = setTimeout(() => {
      const stoodStill = performance.now() - dueAt > STALL_MS;
      if (stoodStill && graces > 0) wait(Math.min(ms, GRACE_MS), graces - 1);
      else afterTurns(2, onLimit);
    }, span);
    if (!holds) timer.unref();
    stop = () => clearTimeout(timer);
  }

  /** Of two turns the first may read a program's output, the second its end. They hold: an idle loop makes no more. */
  function afterTurns(turns: number, then: () => void): void {
    const turn = setImmediate(() => (turns > 1 ? afterTurns(turns - 1, then) : then()));
    stop = () => clearImmediate(turn);
  }

  wait(Math.min(Math.max(0, ms), LONGEST_MS), MOST_GRACES);
  return () => stop?.();
}

/** A limit whose time does not pass while it is held. `stop` is for good. */
export interface HeldLimit {
  hold(): void;
  go(): void;
  stop(): void;
}

/** A limit that keeps the process alive and that can be held, for work that waits for its turn: see `startLimit`. */
export function startHeldLimit(ms: number, onLimit: () => void): HeldLimit {
  let left = ms;
  let since = 0;
  let stop: (() => void) | null = null;
  let over = false;

  function go(): void {
    if (over || stop !== null) return;
    since = performance.now();
    stop = startLimit(left, onLimit, { holds: true });
  }

  go();
  return {
    hold() {
      if (stop === null) return;
      stop();
      stop = null;
      left = Math.max(0, left - (performance.now() - since));
    },
    go,
    stop() {
      over = true;
      stop?.();
    },
  };
}

/** A signal that is aborted after so many milliseconds, as a limit: see `startLimit`. */
export function limitSignal(ms: number): AbortSignal {
  const controller = new AbortController();
  startLimit(ms, () => controller.abort());
  return controller.signal;
}
