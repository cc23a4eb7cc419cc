import { render, type Instance } from 'ink';
import type { ReactNode } from 'react';
import type { Instant } from '../domain/time.ts';
import { storeOf, type Drawn, type StoreOf, type TerminalMessage } from './store.ts';
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

/** Frames a second at most. (The last row stays free: the windows console would draw a frame of all rows anew each time.) */
const MAX_FPS = 15;

/** The program at work on the world: it does effects, and what goes on beside them. */
export interface Work<Effect> {
  readonly run: (effect: Effect) => void;
  /** Begins what goes on beside them, once the first frame is drawn; gives the function that ends everything. */
  readonly start: () => () => void;
}

/**
 * Runs a program on the whole screen until it ends itself (`finish`), or `ended` is aborted, which gives `left`. Rejects for a bug;
 * the terminal is as it was in any case.
 */
export async function runProgram<Model, Message, Effect, Result>(program: {
  readonly screen: Screen;
  readonly now: () => Instant;
  readonly first: (size: Size) => Model;
  readonly update: (model: Model, message: Message | TerminalMessage) => readonly [Model, readonly Effect[]];
  readonly app: (drawn: Drawn<Model, Message | TerminalMessage>) => ReactNode;
  readonly work: (
    store: StoreOf<Model, Message | TerminalMessage>,
    end: { readonly finish: (result: Result) => void; readonly onBug: (error: unknown) => void },
  ) => Work<Effect>;
  readonly left: Result;
  readonly ended: AbortSignal;
}): Promise<Result> {
  const { screen, now, app, ended, left } = program;
  const finished = Promise.withResolvers<Result>();
  const store = storeOf(program.first(sizeOf(screen.stdout)), program.update, (effect: Effect) => work.run(effect));
  const work = program.work(store, { finish: finished.resolve, onBug: finished.reject });
  return fullScreen({
    screen,
    app: () => app({ store, now, ambiguous: screen.ambiguous, colours: screen.colours }),
    finished,
    left,
    ended,
    onResize: (size) => store.dispatch({ type: 'resized', ...size }),
    start: work.start,
  });
}

/**
 * Shows a program on the whole screen until `finished` is settled, and gives what it gives. On every way out the screen, the
 * cursor, the echo, the line wrap and the pastes are as they were, and while the program is stopped. `start` begins what goes on
 * beside it, once the first frame is drawn, and gives the function that ends that.
 */
async function fullScreen<Result>(options: {
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

function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}

type Streams = Pick<Screen, 'stdin' | 'stdout'>;

const ALTERNATE_SCREEN = '\u001B[?1049h';
const MAIN_SCREEN = '\u001B[?1049l';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
const NO_LINE_WRAP = '\u001B[?7l';
const LINE_WRAP = '\u001B[?7h';
/** Bracketed paste: what is pasted comes between `ESC[200~` and `ESC[201~`. A terminal that does not know it ignores this. */
const MARK_PASTES = '\u001B[?2004h';
const PLAIN_PASTES = '\u001B[?2004l';

/** Takes the terminal for a program on the whole screen, as far as Ink does not (the alternate screen, the cursor). */
function takeTerminal({ stdin, stdout }: Streams): void {
  stdin.ref();
  stdin.setRawMode(true);
  stdout.write(NO_LINE_WRAP + MARK_PASTES);
}

/** Leaves the terminal as it was before `takeTerminal`, once Ink has left it. */
function giveBackTerminal({ stdin, stdout }: Streams): void {
  stdout.write(LINE_WRAP + PLAIN_PASTES);
  stdin.setRawMode(false);
  stdin.unref();
}

/** Leaves it to the shell while the program is stopped, with all that Ink has changed. */
function lendTerminal({ stdin, stdout }: Streams): void {
  stdout.write(LINE_WRAP + PLAIN_PASTES + MAIN_SCREEN + SHOW_CURSOR);
  stdin.setRawMode(false);
}

/** Takes it up after a stop, whatever the shell made of it; all of the screen must be drawn anew then. */
function takeTerminalAgain({ stdin, stdout }: Streams): void {
  // Node counts a terminal that it made raw as raw: only by way of the other mode does it look again. In the background this stops
  // the program once more, before it draws.
  stdin.setRawMode(false);
  stdin.setRawMode(true);
  stdout.write(ALTERNATE_SCREEN + HIDE_CURSOR + NO_LINE_WRAP + MARK_PASTES);
}
