import type { Effect } from './effect.ts';
import type { Message } from './message.ts';
import type { Model } from './model.ts';
import { update } from './update.ts';

/** The one place that holds the model. */
export interface Store {
  readonly model: () => Model;
  readonly dispatch: (message: Message) => void;
  /** Calls `listener` after each change; gives the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** `run` does an effect; it may dispatch at once or later. Messages that arrive meanwhile wait their turn. */
export function createStore(first: Model, run: (effect: Effect) => void): Store {
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
