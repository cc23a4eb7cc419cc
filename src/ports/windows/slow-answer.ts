import { untilAborted } from '../waiting.ts';

/** How long an answer holds. One that failed is asked for again sooner. */
const HOLDS_MS = 5 * 60_000;
const FAILURE_HOLDS_MS = 60_000;

/**
 * A question that PowerShell needs seconds for. It runs to its end even where nobody waits any longer, so that a slow terminal has its
 * answer at the next look; whoever asks waits until `patience` is aborted and then gets the last good answer, or null. `ask` must not
 * reject; it gives null where there is no answer.
 */
export function createSlowAnswer<T>(options: {
  readonly ask: () => Promise<T | null>;
  readonly monotonicMs: () => number;
}): (patience: AbortSignal) => Promise<T | null> {
  let asking: Promise<T | null> | null = null;
  let holdsUntil = Number.NEGATIVE_INFINITY;
  let last: T | null = null;

  async function ask(): Promise<T | null> {
    const answer = await options.ask();
    last = answer ?? last;
    holdsUntil = options.monotonicMs() + (answer === null ? FAILURE_HOLDS_MS : HOLDS_MS);
    asking = null;
    return last;
  }

  return async (patience) => {
    if (asking === null && options.monotonicMs() < holdsUntil) return last;
    asking ??= ask();
    return untilAborted(asking, patience, () => last);
  };
}
