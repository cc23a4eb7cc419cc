import type { Happening } from './pressing.ts';
import type { WatchLine, WindowLine, WindowsSeen } from './windows-seen.ts';

/** What happened until a script has said that it presses, or that it does not. */
export interface BeforePress {
  readonly put: (happening: Happening) => void;
  /** The windows were like this right before the press. */
  readonly stood: (window: WindowLine) => void;
  /** Nothing was pressed so far, for certain: all windows stood there before any press. */
  readonly settle: () => void;
  /**
   * The button is being pressed, or was. Gives what may have come of that: two pipes keep no order, so that an answer
   * may overtake the word that the button is pressed.
   */
  readonly press: () => readonly Happening[];
}

/**
 * Keeps apart what stood in the windows before the press and what may be an answer to it; `seen` is told of the first.
 */
export function createBeforePress(seen: WindowsSeen): BeforePress {
  let early: readonly Happening[] = [];
  let stood: readonly WindowLine[] = [];

  /** Takes of what came early what `isPast` for what stood there before the press. */
  function settle(isPast: (id: string, index: number) => boolean): void {
    const rest: Happening[] = [];
    for (const [index, happening] of early.entries()) {
      if (isOfWindow(happening) && isPast(happening.line.id, index)) seen.take(happening.line);
      else rest.push(happening);
    }
    early = rest;
    seen.press();
  }

  /** The watch has looked again since, and seen another state of the window. */
  function isSeenAgain(id: string, index: number): boolean {
    return early.slice(index + 1).some((later) => isOfWindow(later) && later.line.id === id);
  }

  return {
    put: (happening) => void (early = [...early, happening]),
    stood: (window) => void (stood = [...stood, window]),
    settle: () => settle(() => true),
    press() {
      settle(isSeenAgain);
      for (const window of stood) seen.before(window);
      return early;
    },
  };
}

/** A look at a window, or its end. */
interface OfWindow {
  readonly type: 'watch';
  readonly line: Extract<WatchLine, { readonly id: string }>;
}

function isOfWindow(happening: Happening): happening is OfWindow {
  return happening.type === 'watch' && (happening.line.type === 'window' || happening.line.type === 'window-closed');
}
