import { MINUTE, SECOND, type Instant } from '../domain/time.ts';
import type { Collection, Progress } from './collection.ts';
import type { DeskMessage } from './message.ts';
import type { Roster } from './roster.ts';

/** Timers as this module needs them; see src/ports/node/timers.ts. */
interface Timers {
  after(ms: number, then: () => void): () => void;
}

/** How long files are left alone after a look at them. */
export const LOOK_EVERY = 10 * SECOND;
/** How often what was read shows while a reading goes on. */
const SHOW_EVERY = 300;

export interface DeskLive {
  /** Looks now; `again` reads every file. While a reading goes on, the next one begins after it. */
  readonly look: (again: boolean) => void;
  readonly stop: () => void;
}

/**
 * Keeps what is gathered up to date: looks for changed files again and again, and says what was read while it is being read. Without a
 * change nothing is said.
 */
export function keepGathering(options: {
  readonly collection: Collection;
  readonly roster: Roster;
  readonly timers: Timers;
  readonly now: () => Instant;
  readonly dispatch: (message: DeskMessage) => void;
  readonly onBug: (error: unknown) => void;
}): DeskLive {
  const { collection, roster, timers, dispatch } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  /** What is to follow the reading that goes on. */
  let next: 'nothing' | 'look' | 'again' = 'nothing';
  let reading = false;
  let first = true;
  let cancelLook = nothing;

  function show(): void {
    if (signal.aborted) return;
    const { entries, bad } = collection.gathered();
    const gathered = { entries, bad: [...roster.bad, ...bad], roster: roster.entries };
    dispatch({ type: 'gathered', gathered, now: options.now() });
  }

  async function read(again: boolean): Promise<void> {
    let progress: Progress | null = null;
    let cancelShow = nothing;
    const showSoon = (): void => {
      cancelShow = timers.after(SHOW_EVERY, () => {
        dispatch({ type: 'progress', progress });
        show();
        showSoon();
      });
    };
    const { changed } = await collection.refresh({
      again,
      signal,
      onProgress: (at) => {
        // A look that finds nothing to read is not worth a word.
        if (progress === null && at.found > 0) {
          dispatch({ type: 'progress', progress: at });
          showSoon();
        }
        progress = at.found > 0 ? at : null;
      },
    });
    cancelShow();
    if (signal.aborted) return;
    if (changed || first || again) {
      first = false;
      show();
      dispatch({ type: 'progress', progress: null });
    }
  }

  function look(again: boolean): void {
    if (signal.aborted) return;
    if (reading) {
      next = again || next === 'again' ? 'again' : 'look';
      return;
    }
    reading = true;
    cancelLook();
    read(again).then(followUp, options.onBug);
  }

  function followUp(): void {
    reading = false;
    const wanted = next;
    next = 'nothing';
    if (wanted === 'nothing') cancelLook = timers.after(LOOK_EVERY, () => look(false));
    else look(wanted === 'again');
  }

  return {
    look,
    stop: () => {
      stopped.abort();
      cancelLook();
    },
  };
}

/** Works at the beginning of each minute; gives the function that ends it. */
export function everyMinute(timers: Timers, now: () => Instant, work: () => void): () => void {
  let cancel = nothing;
  const wait = (): void => {
    cancel = timers.after(MINUTE - (now() % MINUTE), () => {
      work();
      wait();
    });
  };
  wait();
  return () => cancel();
}

/** What there is to call off before anything was begun. */
function nothing(): void {}
