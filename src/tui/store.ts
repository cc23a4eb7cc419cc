import type { Ambiguous } from '../text/cells.ts';
import type { Instant } from '../domain/time.ts';
import type { KeyPress } from './keys.ts';

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

/** What a program's frame and keys are made of. */
export interface Drawn<Model, Message> {
  readonly store: StoreOf<Model, Message>;
  readonly now: () => Instant;
  readonly ambiguous: Ambiguous;
  readonly colours: boolean;
}
