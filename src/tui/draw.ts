import type { Drawing } from './ink-screen.tsx';
import type { Screen } from './screen.ts';
import type { Sized, StoreOf, View } from './store.ts';

/**
 * Keeps a store's model on the screen, from the next turn of the event loop on: by itself until the model is settled,
 * from then on by Ink, which is loaded while nobody waits for anything. A screen reader's text is Ink's from the
 * beginning.
 */
export function draw<Model extends Sized>(options: {
  readonly screen: Screen;
  readonly store: Pick<StoreOf<Model, never>, 'model' | 'subscribe'>;
  readonly view: View<Model>;
  /** Whether what it opened with is on the screen. */
  readonly settled: (model: Model) => boolean;
  /** Ink has gone by itself. */
  readonly onEnd: () => void;
  readonly onBug: (error: unknown) => void;
}): Drawing {
  const { screen, store, view, settled, onEnd, onBug } = options;
  const { painter } = screen;
  let ink: Drawing | null = null;
  let isInkWanted = false;
  let isDue = false;
  let ended = false;

  function paint(): void {
    isDue = false;
    if (ended || ink !== null) return;
    const model = store.model();
    if (!screen.isReadOut) painter.paint(view.view(model, screen.ambiguous), model.size);
    if (!isInkWanted && (screen.isReadOut || settled(model))) {
      isInkWanted = true;
      takeOver().catch(onBug);
    }
  }

  async function takeOver(): Promise<void> {
    const loaded = await import('./ink-screen.tsx').catch((error: unknown) => {
      if (screen.isReadOut) throw error;
      // The program's folder is gone, with the stick that it lies on: then it goes on as it has begun.
      return null;
    });
    if (ended || loaded === null) return;
    stopListening();
    painter.forget();
    ink = loaded.showByInk(screen, { ...view, store }, { onEnd, onBug });
  }

  /** What changes in one turn of the event loop is drawn once. */
  function changed(): void {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      try {
        paint();
      } catch (error) {
        onBug(error);
      }
    });
  }

  const stopListening = store.subscribe(changed);
  changed();
  return {
    redraw() {
      ink?.redraw();
      painter.forget();
      changed();
    },
    end() {
      ended = true;
      stopListening();
      ink?.end();
    },
  };
}
