import type { Instant } from '../domain/time.ts';
import { draw } from './draw.ts';
import { pressKeys } from './keyboard.ts';
import type { InputMode } from './keys.ts';
import { sizeOf, type Screen, type Size } from './screen.ts';
import { storeOf, type Sized, type StoreOf, type TerminalMessage, type View } from './store.ts';

/** The program at work on the world: it does effects, and what goes on beside them. */
export interface Work<Effect> {
  readonly run: (effect: Effect) => void;
  /** Begins what goes on beside them, just before the first frame is drawn; gives the function that ends everything. */
  readonly start: () => () => void;
}

/**
 * Runs a program on the whole screen until it ends itself (`finish`), or `ended` is aborted or Ink has gone, which
 * gives `left`. Rejects for a bug. What was typed before it is done first, and stands on the first frame.
 */
export async function runProgram<Model extends Sized, Message, Effect, Result>(program: {
  readonly screen: Screen;
  readonly now: () => Instant;
  readonly first: (size: Size) => Model;
  readonly update: (model: Model, message: Message | TerminalMessage) => readonly [Model, readonly Effect[]];
  readonly view: View<Model>;
  /** Whether characters are keys or text now. */
  readonly mode: (model: Model) => InputMode;
  /** Whether what it opened with is on the screen, so that there is time for loading Ink. */
  readonly settled: (model: Model) => boolean;
  readonly work: (
    store: StoreOf<Model, Message | TerminalMessage>,
    end: { readonly finish: (result: Result) => void; readonly onBug: (error: unknown) => void },
  ) => Work<Effect>;
  readonly left: Result;
  readonly ended: AbortSignal;
}): Promise<Result> {
  const { screen, now, mode, view, settled, ended } = program;
  const { stdin, stdout } = screen;
  const finished = Promise.withResolvers<Result>();
  const onBug = finished.reject;
  const stop = (): void => finished.resolve(program.left);
  const store = storeOf(program.first(sizeOf(stdout)), program.update, (effect: Effect) => work.run(effect));
  const work = program.work(store, { finish: finished.resolve, onBug });
  const resized = (): void => store.dispatch({ type: 'resized', ...sizeOf(stdout) });

  const ends: (() => void)[] = [];
  try {
    stdout.on('resize', resized);
    ends.push(() => stdout.off('resize', resized));
    ended.addEventListener('abort', stop, { once: true });
    ends.push(() => ended.removeEventListener('abort', stop));
    ends.push(pressKeys(stdin, { store, mode, now }));
    await keysAreRead();
    ends.push(work.start());
    const drawing = draw({ screen, store, view, settled, onEnd: stop, onBug });
    ends.push(drawing.end);
    ends.push(screen.onWindowChange(drawing.redraw));
    if (ended.aborted) stop();
    return await finished.promise;
  } finally {
    for (const end of ends.toReversed()) end();
  }
}

/**
 * What the terminal holds already comes with the next look of the event loop at its streams; this is what follows it.
 */
async function keysAreRead(): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}
