import { consoleView, modeOf } from '../../src/console/console.ts';
import type { Store } from '../../src/console/update.ts';
import { App } from '../../src/tui/ink-screen.tsx';
import { pressKeys } from '../../src/tui/keyboard.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { showFrames, type Frames } from './frames.tsx';

/** A console's store on a screen of its model's size, as Ink draws it, with its keys. */
export interface ConsoleFrames extends Frames {
  /** Draws all of it anew. */
  redrawn(): void;
}

export function showConsole(
  store: Store,
  options: {
    readonly now: () => number;
    readonly ambiguous?: Ambiguous;
    readonly colours?: boolean;
    readonly isReadOut?: boolean;
  },
): ConsoleFrames {
  const { now, ambiguous = 'narrow', colours = true, isReadOut = false } = options;
  const app = () => <App {...consoleView} store={store} ambiguous={ambiguous} colours={colours} />;
  const frames = showFrames(app(), {
    ...store.model().size,
    ambiguous,
    isReadOut,
    keys: (stdin) => pressKeys(stdin, { store, mode: modeOf, now }),
  });
  return { ...frames, redrawn: () => frames.redraw(app()) };
}
