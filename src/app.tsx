import { useInput } from 'ink';
import { useRef, useSyncExternalStore } from 'react';
import type { Store } from './core/store.ts';
import { placeOf } from './core/model-queries.ts';
import type { Instant } from './core/time.ts';
import { readKeys } from './input/keys.ts';
import { view } from './screens/view.ts';
import type { Ambiguous } from './ui/cells.ts';
import { Lines } from './ui/lines.tsx';

interface AppProps {
  readonly store: Store;
  readonly now: () => Instant;
  readonly ambiguous: Ambiguous;
}

/** The console on the screen: the frame of the model, and the only place where keys come in. */
export function App({ store, now, ambiguous }: AppProps) {
  const model = useSyncExternalStore(store.subscribe, store.model);
  const chunk = useChunks();
  useInput((input, key) => {
    const mode = placeOf(store.model()) === 'text' ? 'text' : 'menu';
    for (const press of readKeys(input, key, mode))
      store.dispatch({ type: 'pressed', press, chunk: chunk(), now: now() });
  });
  return (
    <Lines
      lines={view(model, ambiguous)}
      height={Math.max(1, model.size.rows - 1)}
      columns={model.size.columns}
      ambiguous={ambiguous}
    />
  );
}

/** Numbers the chunks of input: Ink calls once a key, and all keys of one chunk in one turn of the event loop. */
function useChunks(): () => number {
  const current = useRef({ number: 0, open: false });
  return () => {
    const chunk = current.current;
    if (!chunk.open) {
      chunk.open = true;
      chunk.number += 1;
      setImmediate(() => {
        chunk.open = false;
      });
    }
    return chunk.number;
  };
}
