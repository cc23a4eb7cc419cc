import { Text, useIsScreenReaderEnabled, useStdin } from 'ink';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import type { Drawn, StoreOf, TerminalMessage } from './store.ts';
import type { InputMode } from './keys.ts';
import { readKeys } from './read-keys.ts';
import type { Token } from './sequences.ts';
import { listenToKeys } from './keyboard.ts';
import type { Ambiguous } from '../text/cells.ts';
import type { Line } from './line.ts';
import { colourless, Lines, spokenText } from './lines.tsx';

interface Sized {
  readonly size: { readonly columns: number; readonly rows: number };
}

interface InteractiveProps<Model extends Sized> extends Omit<Drawn<Model, never>, 'store'> {
  readonly store: Pick<
    StoreOf<Model, Extract<TerminalMessage, { type: 'pressed' }>>,
    'model' | 'dispatch' | 'subscribe'
  >;
  readonly view: (model: Model, ambiguous: Ambiguous) => readonly Line[];
  /** Whether characters are keys or text now. */
  readonly mode: (model: Model) => InputMode;
  /** The model as a screen reader gets it; absent: as it is. */
  readonly readOut?: (model: Model) => Model;
}

/** A store's model on the screen, and the only place where keys come in. */
export function Interactive<Model extends Sized>(props: InteractiveProps<Model>) {
  const { store, view, ambiguous, readOut } = props;
  const model = useSyncExternalStore(store.subscribe, store.model);
  const isReadOut = useIsScreenReaderEnabled();
  const chunk = useChunks();
  const { stdin } = useStdin();
  const onKeys = useEffectEvent((tokens: readonly Token[], isPasted: boolean) => {
    for (const press of readKeys(tokens, () => props.mode(store.model()), isPasted))
      store.dispatch({ type: 'pressed', press, chunk: chunk(), now: props.now() });
  });
  useEffect(() => listenToKeys(stdin, onKeys), [stdin]);
  if (isReadOut) return <Text>{spokenText(view(readOut?.(model) ?? model, ambiguous))}</Text>;
  const lines = view(model, ambiguous);
  return (
    <Lines
      lines={props.colours ? lines : colourless(lines)}
      height={Math.max(1, model.size.rows - 1)}
      columns={model.size.columns}
      ambiguous={ambiguous}
    />
  );
}

/** Numbers the chunks of input: all that comes in one turn of the event loop is one. */
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
