/** Who asks for programs: how many of its own run and wait, and who wants to know. */
export interface Asker {
  running: number;
  waiting: number;
  /** Hears whether all that it has asked for still waits for its turn. */
  readonly onWaiting: (allWait: boolean) => void;
}

/** Lets a few programs run at a time: many that start at once make a slow terminal slower than one after the other. */
export interface Turns {
  /**
   * Waits for a turn; gives the function that ends it, or null where the signal was aborted first. Whoever has the
   * fewest programs running comes first, so that one whose programs hang does not keep the others waiting.
   */
  take(asker: Asker, signal: AbortSignal): Promise<(() => void) | null>;
}

interface Waiting {
  readonly asker: Asker;
  readonly begin: () => void;
}

/**
 * Turns for at most `most` at a time, and at most `mostEach` of one asker: what one of them hangs on leaves room for
 * the others.
 */
export function createTurns(most: number, mostEach: number = most): Turns {
  let running = 0;
  let queue: readonly Waiting[] = [];
  const mayBegin = (asker: Asker): boolean => running < most && asker.running < mostEach;

  function begin(asker: Asker): () => void {
    let ended = false;
    running += 1;
    asker.running += 1;
    return () => {
      if (ended) return;
      ended = true;
      running -= 1;
      asker.running -= 1;
      tell(asker);
      const fewest = Math.min(...queue.map((each) => each.asker.running));
      const first = queue.find((each) => each.asker.running === fewest);
      if (first && mayBegin(first.asker)) first.begin();
    };
  }

  return {
    async take(asker, signal) {
      if (signal.aborted) return null;
      if (mayBegin(asker)) return begin(asker);
      const turn = Promise.withResolvers<(() => void) | null>();
      /** The wait is over: with what begins it, or called off. */
      const leave = (first: () => (() => void) | null): void => {
        signal.removeEventListener('abort', onAbort);
        queue = queue.filter((each) => each !== entry);
        asker.waiting -= 1;
        const end = first();
        tell(asker);
        turn.resolve(end);
      };
      const onAbort = (): void => leave(() => null);
      const entry: Waiting = { asker, begin: () => leave(() => begin(asker)) };
      signal.addEventListener('abort', onAbort, { once: true });
      queue = [...queue, entry];
      asker.waiting += 1;
      tell(asker);
      return turn.promise;
    },
  };
}

function tell(asker: Asker): void {
  asker.onWaiting(asker.waiting > 0 && asker.running === 0);
}
