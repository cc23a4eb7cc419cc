import { render } from 'ink';
import type { Instance } from 'ink';
import type { ActionTools } from './actions/action.ts';
import { App } from './app.tsx';
import { firstModel } from './core/first-model.ts';
import { keepLive } from './core/live.ts';
import type { About, Lock } from './core/model.ts';
import { createRuntime } from './core/run-effects.ts';
import type { Store } from './core/store.ts';
import { createStore } from './core/store.ts';
import type { Timers } from './ports/node/timers.ts';
import type { Ambiguous } from './ui/cells.ts';

/** The terminal that the console draws on. */
export interface Screen {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly ambiguous: Ambiguous;
}

const NO_LINE_WRAP = '\u001B[?7l';
const LINE_WRAP = '\u001B[?7h';

/** The windows console counts a frame of all rows as one that must be drawn anew, so the last row stays free. */
const MAX_FPS = 15;

/**
 * Opens the console and waits until the operator leaves, or `ended` is aborted (the machine goes down, the process is told
 * to stop). On every way out the screen, the cursor, the echo and the line wrap are as they were. Rejects for a bug.
 */
export async function runConsole(options: {
  readonly about: About;
  readonly tools: ActionTools;
  readonly lock: Lock;
  readonly message: string | null;
  readonly screen: Screen;
  readonly timers: Timers;
  readonly ended: AbortSignal;
}): Promise<void> {
  const { about, tools, screen } = options;
  const { stdout } = screen;
  const finished = Promise.withResolvers<undefined>();
  const runtime = createRuntime({
    tools,
    notice: about.notice,
    offsetMinutes: about.offsetMinutes,
    dispatch: (message) => store.dispatch(message),
    onLeave: () => finished.resolve(undefined),
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
    }),
    (effect) => runtime.run(effect),
  );
  const resized = (): void => store.dispatch({ type: 'resized', ...sizeOf(stdout) });
  const stop = (): void => finished.resolve(undefined);

  let instance: Instance | null = null;
  let stopLive: (() => void) | null = null;
  stdout.on('resize', resized);
  options.ended.addEventListener('abort', stop, { once: true });
  try {
    stdout.write(NO_LINE_WRAP);
    instance = render(
      <App store={store} now={() => tools.ports.clock.now()} ambiguous={screen.ambiguous} />,
      {
        stdin: screen.stdin,
        stdout,
        alternateScreen: true,
        incrementalRendering: true,
        exitOnCtrlC: false,
        patchConsole: false,
        interactive: true,
        maxFps: MAX_FPS,
      },
    );
    instance.waitUntilExit().then(() => finished.resolve(undefined), finished.reject);
    stopLive = keepLive(store, tools.ports, options.timers);
    runtime.run({ type: 'take-survey', history: store.model().history });
    if (options.ended.aborted) stop();
    await finished.promise;
  } finally {
    runtime.stop();
    stopLive?.();
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
