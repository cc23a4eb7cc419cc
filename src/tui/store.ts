import type { Ambiguous } from '../text/cells.ts';
import type { Instant } from '../domain/time.ts';
import type { KeyPress } from './keys.ts';
import type { Line } from './line.ts';

/** The one place that holds a program's model. */
export interface StoreOf<Model, Message> {
  readonly model: () => Model;
  readonly dispatch: (message: Message) => void;
  /** Calls `listener` after each change; gives the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** `run` does an effect; it may dispatch at once or later. Messages that arrive meanwhile wait their turn. */
export function storeOf<Model, Message, Effect>(
  first: Model,
  update: (model: Model, message: Message) => readonly [Model, readonly Effect[]],
  run: (effect: Effect) => void,
): StoreOf<Model, Message> {
  let model = first;
  const listeners = new Set<() => void>();
  const waiting: Message[] = [];
  let working = false;

  function work(): void {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      const [next, effects] = update(model, message);
      const changed = next !== model;
      model = next;
      if (changed) for (const listener of listeners) listener();
      for (const effect of effects) run(effect);
    }
  }

  return {
    model: () => model,
    dispatch(message) {
      waiting.push(message);
      if (working) return;
      working = true;
      try {
        work();
      } finally {
        working = false;
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What happens to every program. */
export type TerminalMessage =
  | { readonly type: 'resized'; readonly columns: number; readonly rows: number }
  /** `chunk` numbers the piece of input that the key came in; `now` is the terminal's time. */
  | { readonly type: 'pressed'; readonly press: KeyPress; readonly chunk: number; readonly now: Instant };

/** A model knows the size of its window. */
export interface Sized {
  readonly size: { readonly columns: number; readonly rows: number };
}

/** How a program's model is drawn. */
export interface View<Model extends Sized> {
  readonly view: (model: Model, ambiguous: Ambiguous) => readonly Line[];
  /** The model as a screen reader gets it; absent: as it is. */
  readonly readOut?: (model: Model) => Model;
}
