import { render } from 'ink';
import type { Instance } from 'ink';
import type { ActionTools } from './actions/action.ts';
import { App } from './app.tsx';
import { firstModel } from './core/first-model.ts';
import { keepLive } from './core/live.ts';
import type { About, Lock } from './core/model.ts';
import { createRuntime } from './core/run-effects.ts';
import type { Opening } from './core/opening.ts';
import { consoleStarted } from './core/update/console-started.ts';
import type { Leaving } from './core/run-effects.ts';
import type { Store } from './core/store.ts';
import { createStore } from './core/store.ts';
import type { Timers } from './ports/node/timers.ts';
import type { Ambiguous } from './ui/cells.ts';

/** The terminal that the console draws on. */
export interface Screen {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly ambiguous: Ambiguous;
  /** Whether colours are wanted; words and marks say all that they say. */
  readonly colours: boolean;
  /** Calls back each time that its window was changed, even to a size that it had before; gives the function that ends it. */
  readonly onWindowChange: (heard: () => void) => () => void;
}

const NO_LINE_WRAP = '\u001B[?7l';
const LINE_WRAP = '\u001B[?7h';
const HOME_AND_ERASE = '\u001B[H\u001B[2J';

/** The windows console counts a frame of all rows as one that must be drawn anew, so the last row stays free. */
const MAX_FPS = 15;

/**
 * Opens the console and waits until the operator leaves, or `ended` is aborted (the machine goes down, the process is told
 * to stop); gives whether it is to open again at once. On every way out the screen, the cursor, the echo and the line wrap are as they were. Rejects for a bug.
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
  const { stdout } = screen;
  const finished = Promise.withResolvers<Leaving>();
  const runtime = createRuntime({
    tools,
    notice: about.notice,
    offsetMinutes: about.offsetMinutes,
    dispatch: (message) => store.dispatch(message),
    onLeave: finished.resolve,
    onBug: (error) => finished.reject(error),
  });
  const store: Store = createStore(
    firstModel({
      about,
      size: sizeOf(stdout),
      now: tools.ports.clock.now(),
      journal: tools.journal.reading(),
      lock: options.lock,
      message: options.message,
      opening: options.opening,
    }),
    (effect) => runtime.run(effect),
  );
  const resized = (): void => store.dispatch({ type: 'resized', ...sizeOf(stdout) });
  const stop = (): void => finished.resolve({ how: 'left' });
  const app = () => (
    <App
      store={store}
      now={() => tools.ports.clock.now()}
      ambiguous={screen.ambiguous}
      colours={screen.colours}
    />
  );
  // A window that was made smaller and larger again has lost rows of a frame that has not changed: all of it is drawn anew.
  const redraw = (): void => {
    stdout.write(HOME_AND_ERASE);
    instance?.clear();
    instance?.rerender(app());
  };

  let instance: Instance | null = null;
  let stopLive: (() => void) | null = null;
  let stopWatchingWindow: (() => void) | null = null;
  stdout.on('resize', resized);
  options.ended.addEventListener('abort', stop, { once: true });
  try {
    stdout.write(NO_LINE_WRAP);
    instance = render(app(), {
      stdin: screen.stdin,
      stdout,
      alternateScreen: true,
      incrementalRendering: true,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
      maxFps: MAX_FPS,
    });
    stopWatchingWindow = screen.onWindowChange(redraw);
    instance.waitUntilExit().then(() => finished.resolve({ how: 'left' }), finished.reject);
    stopLive = keepLive(store, tools.ports, options.timers);
    if (options.lock.held && options.opening === null)
      runtime.run({ type: 'act', request: { action: 'record', events: [consoleStarted(about)] } });
    runtime.run({ type: 'take-survey', history: store.model().history });
    if (options.ended.aborted) stop();
    return await finished.promise;
  } finally {
    runtime.stop();
    stopLive?.();
    stopWatchingWindow?.();
    options.ended.removeEventListener('abort', stop);
    stdout.off('resize', resized);
    instance?.unmount();
    instance?.cleanup();
    stdout.write(LINE_WRAP);
  }
}

function sizeOf(stdout: NodeJS.WriteStream): { readonly columns: number; readonly rows: number } {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
