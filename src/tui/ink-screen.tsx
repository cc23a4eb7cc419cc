import { Box, render, Text, useCursor, useIsScreenReaderEnabled } from 'ink';
import { useSyncExternalStore } from 'react';
import type { Ambiguous } from '../text/cells.ts';
import { frameTexts } from './keys.ja.ts';
import type { Line, Span } from './line.ts';
import { colourless, cursorIn, looks, screenRows } from './painter.ts';
import { HOME_AND_ERASE, type Screen, type Size } from './screen.ts';
import type { Sized, StoreOf, View } from './store.ts';

/**
 * Frames a second at most. (The last row stays free: the windows console would draw a frame of all rows anew each
 * time.)
 */
const MAX_FPS = 15;
const HOME = '\u001B[H';

/** What keeps a model on the screen. */
export interface Drawing {
  /**
   * Draws all of it anew: a window that was made smaller and larger again has lost rows of a frame that has not
   * changed.
   */
  readonly redraw: () => void;
  readonly end: () => void;
}

/**
 * Lets Ink draw from now on, over what is on the screen. `onEnd` hears that it has gone by itself, `onBug` of a failure
 * in drawing.
 */
export function showByInk<Model extends Sized>(
  { stdin, stdout, isReadOut, ambiguous, colours }: Screen,
  shown: Shown<Model>,
  { onEnd, onBug }: { readonly onEnd: () => void; readonly onBug: (error: unknown) => void },
): Drawing {
  const app = () => <App {...shown} ambiguous={ambiguous} colours={colours} />;
  // A painted frame is what Ink writes over, cell by cell; a screen reader's text covers nothing.
  stdout.write(isReadOut ? HOME_AND_ERASE : HOME);
  const instance = render(app(), {
    stdin,
    stdout,
    // The screen is taken already, and is given back by whoever took it.
    alternateScreen: false,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    isScreenReaderEnabled: isReadOut,
    maxFps: MAX_FPS,
  });
  instance.waitUntilExit().then(onEnd, onBug);
  return {
    redraw() {
      stdout.write(HOME_AND_ERASE);
      instance.clear();
      instance.rerender(app());
    },
    end() {
      instance.unmount();
      instance.cleanup();
    },
  };
}

/** A store and how its model is drawn. */
interface Shown<Model extends Sized> extends View<Model> {
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

/** What stands before the selected row on every screen. */
const MARKER = '> ';

/**
 * Lines as a screen reader reads them, top to bottom: what is only drawn (rules, boxes, filling) goes, and with it
 * every line that holds nothing else; the marks of what is selected become words.
 */
export function spokenText(lines: readonly Line[]): string {
  return lines
    .map((row) =>
      row
        .map(({ text, spoken = text }) => spoken)
        .join('')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => (text.startsWith(MARKER) ? frameTexts.selected(text.slice(MARKER.length)) : text))
    .join('\n');
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly size: Size;
  readonly ambiguous: Ambiguous;
}

/**
 * Exactly as many rows as the window has, but for its last, and exactly as wide: lines are fitted here, so that Ink
 * never wraps or truncates one. The terminal's cursor stands where a line says so; else it is hidden.
 */
export function Lines({ lines, size, ambiguous }: LinesProps) {
  const rows = screenRows(lines, size, ambiguous);
  useCursor().setCursorPosition(cursorIn(rows, ambiguous));
  return (
    <Box width={size.columns} height={rows.length} flexShrink={0}>
      <Text wrap="truncate">
        {placed(rows).map(({ place, item }) => (
          <Row key={place} row={item} first={place === '0'} />
        ))}
      </Text>
    </Box>
  );
}

/** All rows are one text to Ink: it lays out and measures one node instead of one a row. */
function Row({ row, first }: { readonly row: Line; readonly first: boolean }) {
  return (
    <>
      {first ? null : '\n'}
      {placed(row).map(({ place, item }) => (isPlain(item) ? item.text : <Piece key={place} span={item} />))}
    </>
  );
}

function isPlain({ tone = 'plain', bold = false, inverse = false }: Span): boolean {
  return tone === 'plain' && !bold && !inverse;
}

function Piece({ span }: { readonly span: Span }) {
  return (
    <Text {...looks[span.tone ?? 'plain']} bold={span.bold ?? false} inverse={span.inverse ?? false}>
      {span.text}
    </Text>
  );
}

/** A row, and a piece of a row, is what stands at its place: it has no other identity. */
function placed<T>(items: readonly T[]): readonly { readonly place: string; readonly item: T }[] {
  return items.map((item, index) => ({ place: String(index), item }));
}
