import type { CommandEvent } from '../../ports.ts';
import { jsonOf } from '../ask.ts';
import { pressButtonLineSchema } from '../powershell/script-lines.ts';
import { hasSecondWay, metByBoth, metByEnd, metByScript, type Met } from './obstacle.ts';
import type { WindowLine } from './windows-seen.ts';

/** What has come of a press. */
export type PressNews =
  /** A window as it stood right before the press. */
  | { readonly type: 'before'; readonly window: WindowLine }
  /** The first way has not pressed, for certain, and the second one is under way. */
  | { readonly type: 'second-way' }
  /** From here on the button may have been pressed. */
  | { readonly type: 'pressing' }
  | { readonly type: 'pressed' }
  /** Nothing was pressed, for certain. */
  | { readonly type: 'not-pressed'; readonly met: Met };

/** The two ways to press, one after the other, for one press at most. */
export interface PressWays {
  /** What an event of the script that runs means; null: nothing, or nothing yet. */
  readonly take: (event: CommandEvent) => PressNews | null;
  readonly mayHavePressed: () => boolean;
}

/**
 * Follows UI Automation's script, and after it the one that presses by a message. The second one is started only where
 * the first has said that it did not press, why, and has ended by itself: a press that may have been made is never made
 * again, and a script that was killed or failed has proved nothing.
 */
export function createPressWays(startSecond: (first: Met) => void): PressWays {
  /** Why the first way has not pressed, once the second one is under way. */
  let first: Met | null = null;
  /** The same of the way that is under way. */
  let met: Met | null = null;
  let mayHavePressed = false;
  let isOver = false;

  function take(event: CommandEvent): PressNews | null {
    if (isOver) return null;
    return event.type === 'line' ? line(event.text) : end(event);
  }

  function line(text: string): PressNews | null {
    const said = pressButtonLineSchema.safeParse(jsonOf(text));
    if (said.success && said.data.type === 'obstacle') {
      if (mayHavePressed) return null;
      met = metByScript(said.data);
      return first === null && hasSecondWay(met) ? null : notPressed(met);
    }
    if (said.success && said.data.type === 'window') return { type: 'before', window: said.data };
    if (said.success && said.data.type === 'pressed') {
      mayHavePressed = true;
      return { type: 'pressed' };
    }
    // A line cut off in the middle may be the one that says so.
    if (mayHavePressed || (!said.success && !text.includes('"press'))) return null;
    mayHavePressed = true;
    return { type: 'pressing' };
  }

  function end(event: CommandEvent): PressNews | null {
    if (mayHavePressed) return null;
    if (first !== null) return notPressed(met ?? first);
    if (met === null || event.type !== 'exit') return notPressed(met ?? metByEnd(event));
    first = met;
    met = null;
    startSecond(first);
    return { type: 'second-way' };
  }

  function notPressed(now: Met): PressNews {
    isOver = true;
    return { type: 'not-pressed', met: first === null ? now : metByBoth(first, now) };
  }

  return { take, mayHavePressed: () => mayHavePressed };
}
