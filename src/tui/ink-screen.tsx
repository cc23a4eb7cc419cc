import { render } from 'ink';
import { App, type Shown } from './app.tsx';
import { HOME_AND_ERASE } from './canvas.ts';
import type { Screen } from './screen.ts';
import type { Sized } from './store.ts';

/**
 * Frames a second at most. (The last row stays free: the windows console would draw a frame of all rows anew each
 * time.)
 */
const MAX_FPS = 15;
const HOME = '\u001B[H';

/** What is on the screen by Ink's hand. */
export interface InkScreen {
  /**
   * Draws all of it anew: a window that was made smaller and larger again has lost rows of a frame that has not
   * changed.
   */
  readonly redraw: () => void;
  readonly end: () => void;
}

/**
 * Lets Ink draw from now on, over what is on the screen. `onEnd` hears that it has gone by itself, `onBug` of a failure
 * in drawing.
 */
export function showByInk<Model extends Sized>(
  { stdin, stdout, isReadOut, ambiguous, colours }: Screen,
  shown: Shown<Model>,
  { onEnd, onBug }: { readonly onEnd: () => void; readonly onBug: (error: unknown) => void },
): InkScreen {
  const app = () => <App {...shown} ambiguous={ambiguous} colours={colours} />;
  // A painted frame is what Ink writes over, cell by cell; a screen reader's text covers nothing.
  stdout.write(isReadOut ? HOME_AND_ERASE : HOME);
  const instance = render(app(), {
    stdin,
    stdout,
    // The screen is taken already, and is given back by whoever took it.
    alternateScreen: false,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    isScreenReaderEnabled: isReadOut,
    maxFps: MAX_FPS,
  });
  instance.waitUntilExit().then(onEnd, onBug);
  return {
    redraw() {
      stdout.write(HOME_AND_ERASE);
      instance.clear();
      instance.rerender(app());
    },
    end() {
      instance.unmount();
      instance.cleanup();
    },
  };
}
