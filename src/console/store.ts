import type { Effect } from '../screens/step.ts';
import type { Message } from './message.ts';
import type { Model } from '../screens/model.ts';
import { storeOf, type StoreOf } from '../tui/store.ts';
import { update } from './update.ts';

/** The one place that holds the console's model. */
export type Store = StoreOf<Model, Message>;

/** The console's store, see `storeOf`. */
export function createStore(first: Model, run: (effect: Effect) => void): Store {
  return storeOf(first, update, run);
}
