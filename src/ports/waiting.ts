/**
 * Waits for `work`, but not beyond the signal: when it is aborted first, gives `onAbort()` at once and leaves the work
 * to end by itself. `work` must not reject.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal, onAbort: () => T): Promise<T> {
  if (signal.aborted) return onAbort();
  const aborted = Promise.withResolvers<T>();
  const listener = (): void => aborted.resolve(onAbort());
  signal.addEventListener('abort', listener, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', listener);
  }
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Lets callers that ask the same question at the same time share one answer. A caller whose signal is aborted gets
 * `onAbort()` at once and the others keep waiting; the work itself is aborted when nobody waits any more. Nothing is
 * kept: the next question after an answer starts anew. `start` must not reject.
 */
export function shareInFlight<T>(
  start: (signal: AbortSignal) => Promise<T>,
  onAbort: () => T,
): (signal: AbortSignal) => Promise<T> {
  let current: Flight<T> | null = null;

  function takeOff(): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = { controller, waiting: 0, result: start(controller.signal) };
    current = flight;
    void flight.result.finally(() => land(flight));
    return flight;
  }

  function land(flight: Flight<T>): void {
    if (current === flight) current = null;
  }

  return async (signal) => {
    if (signal.aborted) return onAbort();
    const flight = current ?? takeOff();
    flight.waiting += 1;
    const answer = await untilAborted(flight.result, signal, onAbort);
    flight.waiting -= 1;
    if (flight.waiting === 0) {
      // Whoever asks next must not join a flight that is being called back.
      land(flight);
      flight.controller.abort();
    }
    return answer;
  };
}
