import type { Store } from './store.ts';
import type { Timers } from '../tui/timers.ts';
import { MINUTE, SECOND } from '../domain/time.ts';

/** How long after a reading the next one begins, ever longer: a terminal that is slow must not be kept busy. The last one holds on. */
const PAUSES = [5 * SECOND, 10 * SECOND, 20 * SECOND, 40 * SECOND, MINUTE] as const;

/**
 * Has the terminal read again, after a pause, while the next step is to read again: what was not read in time may be the next time.
 * Gives the function that stops it.
 */
export function keepReadingAgain(store: Store, timers: Timers): () => void {
  let tries = 0;
  let callOff: (() => void) | null = null;

  function stop(): void {
    callOff?.();
    callOff = null;
  }

  function look(): void {
    const { decision, surveying } = store.model();
    if (decision?.step !== 'read-again') tries = 0;
    if (decision?.step !== 'read-again' || surveying) {
      stop();
      return;
    }
    if (callOff !== null) return;
    const pause = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? MINUTE;
    callOff = timers.after(pause, () => {
      callOff = null;
      tries += 1;
      store.dispatch({ type: 'refresh' });
    });
  }

  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    unsubscribe();
    stop();
  };
}
