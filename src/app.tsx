import { Text, useInput, useIsScreenReaderEnabled } from 'ink';
import { useRef, useSyncExternalStore } from 'react';
import type { Store } from './core/store.ts';
import type { Model } from './core/model.ts';
import { placeOf } from './core/model-queries.ts';
import type { Instant } from './core/time.ts';
import type { InputMode } from './input/keys.ts';
import { readKeys } from './input/keys.ts';
import { WIDE } from './screens/screen.ts';
import { view } from './screens/view.ts';
import type { Ambiguous } from './ui/cells.ts';
import { Lines } from './ui/lines.tsx';
import { spokenText } from './ui/spoken.ts';
import { colourless } from './ui/tones.ts';

interface AppProps {
  readonly store: Store;
  readonly now: () => Instant;
  readonly ambiguous: Ambiguous;
  /** Absent: there are colours. */
  readonly colours?: boolean;
}

/** The console on the screen: the frame of the model, and the only place where keys come in. */
export function App({ store, now, ambiguous, colours = true }: AppProps) {
  const model = useSyncExternalStore(store.subscribe, store.model);
  const isReadOut = useIsScreenReaderEnabled();
  const chunk = useChunks();
  useInput((input, key) => {
    const mode = (): InputMode => (placeOf(store.model()) === 'text' ? 'text' : 'menu');
    for (const press of readKeys(input, key, mode))
      store.dispatch({ type: 'pressed', press, chunk: chunk(), now: now() });
  });
  if (isReadOut) return <Text>{spokenText(view(forReadingOut(model), ambiguous))}</Text>;
  const lines = view(model, ambiguous);
  return (
    <Lines
      lines={colours ? lines : colourless(lines)}
      height={Math.max(1, model.size.rows - 1)}
      columns={model.size.columns}
      ambiguous={ambiguous}
    />
  );
}

/** A screen reader reads line by line: there a detail stands below its list, never beside it. */
function forReadingOut(model: Model): Model {
  const { columns, rows } = model.size;
  return { ...model, size: { columns: Math.min(columns, WIDE - 1), rows } };
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
