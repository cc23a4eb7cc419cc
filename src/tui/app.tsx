import { Text, useIsScreenReaderEnabled } from 'ink';
import { useSyncExternalStore } from 'react';
import { colourless } from './look.ts';
import { Lines } from './lines.tsx';
import type { Screen } from './screen.ts';
import { spokenText } from './spoken.ts';
import type { Sized, StoreOf, View } from './store.ts';

/** A store and how its model is drawn. */
export interface Shown<Model extends Sized> extends View<Model> {
  readonly store: Pick<StoreOf<Model, never>, 'model' | 'subscribe'>;
}

type AppProps<Model extends Sized> = Shown<Model> & Pick<Screen, 'ambiguous' | 'colours'>;

/** A store's model on the screen, as Ink draws it. */
export function App<Model extends Sized>({ store, view, readOut, ambiguous, colours }: AppProps<Model>) {
  const model = useSyncExternalStore(store.subscribe, store.model);
  if (useIsScreenReaderEnabled()) return <Text>{spokenText(view(readOut?.(model) ?? model, ambiguous))}</Text>;
  const lines = view(model, ambiguous);
  return <Lines lines={colours ? lines : colourless(lines)} size={model.size} ambiguous={ambiguous} />;
}
