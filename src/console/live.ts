import { MINUTE, SECOND, type Instant } from '../domain/time.ts';
import type { Clock, Ports } from '../ports/ports.ts';
import type { Model } from '../screens/model.ts';
import { pendingChecks, running } from '../screens/queries.ts';
import { repeat, untilNextMinute, type Timers } from '../domain/timers.ts';
import type { Store } from './update.ts';

/** After the start, services of a terminal that has just booted come up one by one: look again, ever later. */
const SETTLE_AFTER = [5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE] as const;

/** How often it is seen who holds the lock, and by a console that only looks what the one that acts has done. */
const LOOK_EVERY = 2 * SECOND;

/**
 * Keeps the model up to date: the clock (each minute, each second while something runs), the regular reading, what
 * another console does, and the files that hold the versions. Gives the function that stops it all.
 */
export function keepLive(store: Store, ports: Pick<Ports, 'clock' | 'files' | 'program'>, timers: Timers): () => void {
  const tick = (): void => store.dispatch({ type: 'clock', ...readClock(ports.clock) });
  const keepTicking = (): (() => void) => repeat(timers, () => untilNextTick(store.model(), ports.clock), tick);
  let ticking = countsSeconds(store.model());
  let stopTicking = keepTicking();

  const changed = (): void => store.dispatch({ type: 'files-changed' });
  let watched = watchedPaths(store.model());
  let stopWatching = ports.files.watch(watched, changed);

  function follow(): void {
    const model = store.model();
    if (countsSeconds(model) !== ticking) {
      ticking = !ticking;
      stopTicking();
      stopTicking = keepTicking();
    }
    const paths = watchedPaths(model);
    if (paths.join('\n') !== watched.join('\n')) {
      watched = paths;
      stopWatching();
      stopWatching = ports.files.watch(paths, changed);
    }
  }

  const { refreshSeconds } = store.model().about.settings.limits;
  const every = (ms: number, run: () => void): (() => void) => repeat(timers, () => ms, run);
  const stops = [
    store.subscribe(follow),
    every(refreshSeconds * SECOND, () => store.dispatch({ type: 'refresh' })),
    keepReadingAgain(store, timers),
    every(LOOK_EVERY, () => store.dispatch({ type: 'look-on' })),
    keepSeeingProgram(store, ports, every),
    ...SETTLE_AFTER.map((ms) => timers.after(ms, () => store.dispatch({ type: 'settle' }))),
  ];

  return () => {
    stopTicking();
    stopWatching();
    for (const stop of stops) stop();
  };
}

/** How often it is seen whether the program's files are still there. */
const SEE_PROGRAM_EVERY = 5 * SECOND;

/**
 * Tells when the stick that the program lies on is pulled out, and when it is back. Gives the function that stops it.
 */
function keepSeeingProgram(
  store: Store,
  { program }: Pick<Ports, 'program'>,
  every: (ms: number, run: () => void) => () => void,
): () => void {
  const stopped = new AbortController();
  const see = async (): Promise<void> => {
    const areThere = await program.areThere(stopped.signal);
    if (areThere !== null && areThere !== store.model().programThere) store.dispatch({ type: 'program', areThere });
  };
  const stop = every(SEE_PROGRAM_EVERY, () => void see());
  return () => {
    stop();
    stopped.abort();
  };
}

/** The files in which versions stand. */
export function watchedPaths(model: Model): readonly string[] {
  const { paths } = model.about.settings;
  const record = paths.deliveryRecord ?? model.history.recordPath;
  return [...Object.values(paths.versionInfo), record].filter((path) => path !== null);
}

/** The time and the uptime, as they are now. */
export function readClock(clock: Clock): { readonly now: Instant; readonly uptimeSeconds: number | null } {
  return { now: clock.now(), uptimeSeconds: clock.uptimeSeconds() };
}

function untilNextTick(model: Model, clock: Clock): number {
  return countsSeconds(model) ? SECOND : untilNextMinute(clock.now());
}

/** Whether seconds are shown: of what runs, or of a file or checks that keep the operator waiting. */
function countsSeconds(model: Model): boolean {
  return running(model) !== null || model.waiting.length > 0 || (model.surveying && pendingChecks(model).length > 0);
}

/** How long after a reading the next one begins, ever longer, so as not to keep a slow terminal busy. */
const PAUSES = [5 * SECOND, 10 * SECOND, 20 * SECOND, 40 * SECOND, MINUTE] as const;

/**
 * Reads the terminal again, after a pause, while that is the next step: what was not read in time may be the next time.
 * Gives the function that stops it.
 */
function keepReadingAgain(store: Store, timers: Timers): () => void {
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
