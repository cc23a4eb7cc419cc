import type { Instant } from '../domain/time.ts';
import type { InputMode } from './keys.ts';
import { looksPasted, readKeys } from './read-keys.ts';
import type { StoreOf, TerminalMessage } from './store.ts';
import { giveUp, patience, readInput, startOfInput, type InputState } from './terminal-input.ts';
import type { Token } from './sequences.ts';

/** A paste that comes in pieces goes on for as long as they are no further apart than this, in milliseconds. */
const PASTE_GAP_MS = 30;

/**
 * Reads the keyboard: calls back with what each chunk of input makes complete, and whether that was pasted without the
 * terminal saying so. Gives the function that ends it. Ink has a reader of its own, which takes replies of the terminal
 * for keys; it stays idle as long as nobody uses `useInput`.
 */
export function listenToKeys(
  stdin: NodeJS.ReadableStream,
  heard: (tokens: readonly Token[], isPasted: boolean) => void,
): () => void {
  let state: InputState = startOfInput;
  let waiting: NodeJS.Timeout | undefined;
  let pasting: NodeJS.Timeout | undefined;

  const become = ([next, tokens]: readonly [InputState, readonly Token[]]): void => {
    if (next.begun !== state.begun) {
      clearTimeout(waiting);
      const ms = patience(next);
      if (ms !== null) waiting = setTimeout(() => become(giveUp(state)), ms);
    }
    state = next;
    if (tokens.length > 0) tell(tokens);
  };
  const tell = (tokens: readonly Token[]): void => {
    const isPasted = pasting !== undefined || looksPasted(tokens);
    if (isPasted) {
      clearTimeout(pasting);
      pasting = setTimeout(() => (pasting = undefined), PASTE_GAP_MS);
    }
    heard(tokens, isPasted);
  };
  const read = (bytes: Uint8Array): void => become(readInput(state, bytes));

  stdin.on('data', read);
  // A console that opens anew finds it paused by the one before.
  stdin.resume();
  return () => {
    stdin.off('data', read);
    stdin.pause();
    clearTimeout(waiting);
    clearTimeout(pasting);
  };
}

/**
 * Tells a store of every key that is pressed, with the piece of input that it came in. Gives the function that ends it.
 */
export function pressKeys<Model>(
  stdin: NodeJS.ReadableStream,
  keys: {
    readonly store: Pick<StoreOf<Model, Extract<TerminalMessage, { type: 'pressed' }>>, 'model' | 'dispatch'>;
    /** Whether characters are keys or text now. */
    readonly mode: (model: Model) => InputMode;
    readonly now: () => Instant;
  },
): () => void {
  const { store, mode, now } = keys;
  const chunk = numberedChunks();
  return listenToKeys(stdin, (tokens, isPasted) => {
    for (const press of readKeys(tokens, () => mode(store.model()), isPasted))
      store.dispatch({ type: 'pressed', press, chunk: chunk(), now: now() });
  });
}

/** Numbers the chunks of input: all that comes in one turn of the event loop is one. */
function numberedChunks(): () => number {
  let number = 0;
  let isOpen = false;
  return () => {
    if (!isOpen) {
      isOpen = true;
      number += 1;
      setImmediate(() => {
        isOpen = false;
      });
    }
    return number;
  };
}
