import type { ActionTools } from '../actions/action.ts';
import { App } from './app.tsx';
import { firstModel } from './first-model.ts';
import { keepLive } from './live.ts';
import type { Lock } from '../screens/model.ts';
import type { About } from '../support/about.ts';
import { createRuntime, type Leaving } from './run-effects.ts';
import type { Opening } from './opening.ts';
import { consoleStarted } from './update/console-started.ts';
import { createStore, type Store } from './store.ts';
import { fullScreen, sizeOf, type Screen } from '../tui/full-screen.tsx';
import type { Timers } from '../ports/node/timers.ts';

export type { Screen } from '../tui/full-screen.tsx';

/**
 * Opens the console and waits until the operator leaves, or `ended` is aborted (the machine goes down, the process is told
 * to stop); gives whether it is to open again at once. Rejects for a bug.
 */
export async function runConsole(options: {
  readonly about: About;
  readonly tools: ActionTools;
  readonly lock: Lock;
  readonly message: string | null;
  /** What a console that closed to open again leaves to this one. */
  readonly opening: Opening | null;
  readonly screen: Screen;
  readonly timers: Timers;
  readonly ended: AbortSignal;
}): Promise<Leaving> {
  const { about, tools, screen } = options;
  const finished = Promise.withResolvers<Leaving>();
  const runtime = createRuntime({
    tools,
    notice: about.notice,
    dispatch: (message) => store.dispatch(message),
    onLeave: finished.resolve,
    onBug: (error) => finished.reject(error),
  });
  const store: Store = createStore(
    firstModel({
      about,
      size: sizeOf(screen.stdout),
      now: tools.ports.clock.now(),
      journal: tools.journal.reading(),
      lock: options.lock,
      livingLock: tools.ports.journal.lockToken(),
      message: options.message,
      opening: options.opening,
    }),
    (effect) => runtime.run(effect),
  );
  const start = (): (() => void) => {
    const stopLive = keepLive(store, tools.ports, options.timers);
    if (options.lock.held && options.opening === null)
      runtime.run({ type: 'act', request: { action: 'record', events: [consoleStarted(about)] } });
    runtime.run({ type: 'take-survey', history: store.model().history });
    return () => {
      runtime.stop();
      stopLive();
    };
  };
  return fullScreen<Leaving>({
    screen,
    app: () => (
      <App store={store} now={() => tools.ports.clock.now()} ambiguous={screen.ambiguous} colours={screen.colours} />
    ),
    finished,
    left: { how: 'left' },
    ended: options.ended,
    onResize: (size) => store.dispatch({ type: 'resized', ...size }),
    start,
  });
}
