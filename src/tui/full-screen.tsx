import { render, type Instance } from 'ink';
import type { ReactNode } from 'react';
import { giveBackTerminal, lendTerminal, takeTerminal, takeTerminalAgain } from './taken-terminal.ts';
import type { Ambiguous } from '../text/cells.ts';

/** The terminal that a program draws on. */
export interface Screen {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly ambiguous: Ambiguous;
  /** Whether colours are wanted; words and marks say all that they say. */
  readonly colours: boolean;
  /** Calls back each time that its window was changed, even to a size that it had before; gives the function that ends it. */
  readonly onWindowChange: (heard: () => void) => () => void;
  /** Calls back around each stop of the program (job control); gives the function that ends it. */
  readonly onStop: (on: Stopping) => () => void;
}

interface Stopping {
  /** The program is about to be stopped. Not called where it is stopped without being asked (SIGSTOP). */
  readonly stopping: () => void;
  /** It goes on; that its window has changed is told as well then, whether it did or not. */
  readonly goingOn: () => void;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

const HOME_AND_ERASE = '\u001B[H\u001B[2J';

/** The windows console counts a frame of all rows as one that must be drawn anew, so the last row stays free. */
const MAX_FPS = 15;

/**
 * Shows a program on the whole screen until `finished` is settled, and gives what it gives. On every way out the screen, the
 * cursor, the echo, the line wrap and the pastes are as they were, and while the program is stopped. `start` begins what goes on
 * beside it, once the first frame is drawn, and gives the function that ends that.
 */
export async function fullScreen<Result>(options: {
  readonly screen: Screen;
  readonly app: () => ReactNode;
  readonly finished: PromiseWithResolvers<Result>;
  /** What an end that nobody asked for gives: Ink itself has gone, or `ended` is aborted. */
  readonly left: Result;
  readonly ended: AbortSignal;
  readonly onResize: (size: Size) => void;
  readonly start: () => () => void;
}): Promise<Result> {
  const { screen, app, finished, ended } = options;
  const { stdout } = screen;
  const resized = (): void => options.onResize(sizeOf(stdout));
  const stop = (): void => finished.resolve(options.left);
  // A window that was made smaller and larger again has lost rows of a frame that has not changed: all of it is drawn anew.
  const redraw = (): void => {
    stdout.write(HOME_AND_ERASE);
    instance?.clear();
    instance?.rerender(app());
  };

  let instance: Instance | null = null;
  let stopWork: (() => void) | null = null;
  let stopWatchingWindow: (() => void) | null = null;
  let stopWatchingStops: (() => void) | null = null;
  stdout.on('resize', resized);
  ended.addEventListener('abort', stop, { once: true });
  try {
    takeTerminal(screen);
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
    stopWatchingStops = screen.onStop({
      stopping: () => lendTerminal(screen),
      goingOn: () => takeTerminalAgain(screen),
    });
    instance.waitUntilExit().then(stop, finished.reject);
    stopWork = options.start();
    if (ended.aborted) stop();
    return await finished.promise;
  } finally {
    stopWork?.();
    stopWatchingStops?.();
    stopWatchingWindow?.();
    ended.removeEventListener('abort', stop);
    stdout.off('resize', resized);
    instance?.unmount();
    instance?.cleanup();
    giveBackTerminal(screen);
  }
}

export function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
