import type { Instant } from '../domain/time.ts';
import type { KeyPress } from './keys.ts';

/** When something came in, and in which piece of input. */
export interface InputMark {
  readonly at: Instant;
  readonly chunk: number;
}

/** For so long after a dialog has opened nothing confirms it, in milliseconds: pasted text and a bouncing key are over by then. */
export const CONFIRM_DELAY_MS = 300;

/**
 * Whether a press may answer the dialog that opened at `opened`. The rest of the chunk that opened it never does, and
 * Enter not before the delay is over.
 */
export function mayAnswer(opened: InputMark, press: KeyPress, now: InputMark): boolean {
  if (now.chunk === opened.chunk) return false;
  const waited = now.at - opened.at;
  // A clock that was set back must not lock the dialog.
  return press.id !== 'enter' || waited < 0 || waited >= CONFIRM_DELAY_MS;
}
