import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/tui/draw.ts';
import { spans } from '../../src/tui/line.ts';
import { storeOf } from '../../src/tui/store.ts';
import { fakeScreen } from '../harness/fake-screen.ts';

interface Count {
  readonly size: { readonly columns: number; readonly rows: number };
  readonly count: number;
}
const first: Count = { size: { columns: 80, rows: 24 }, count: 0 };

/** A program that counts, on a screen; it is settled from `settledAt` on. */
function counting(settledAt: number, isReadOut = false, before = '') {
  const screen = fakeScreen({ columns: 80, rows: 24 });
  screen.spoil(before);
  const store = storeOf(
    first,
    (model: Count, message: 'more' | 'bug') => [{ ...model, count: message === 'bug' ? -1 : model.count + 1 }, []],
    () => undefined,
  );
  const bug = Promise.withResolvers<unknown>();
  const drawing = draw({
    screen: { ...screen.screen, isReadOut },
    store,
    view: {
      view({ count }) {
        if (count < 0) throw new Error('cannot draw this');
        return [spans(`count ${String(count)}`)];
      },
    },
    settled: ({ count }) => count >= settledAt,
    onEnd: () => undefined,
    onBug: bug.resolve,
  });
  return { screen, store, drawing, bug: bug.promise };
}

/** How Ink begins: from the upper left, over what stands there. */
const BY_INK = '\u001B[H\u001B[?2026h';

describe('drawing a model', () => {
  it('stands with the next turn of the event loop, without Ink, and follows the model', async () => {
    const { screen, store, drawing } = counting(5);
    await turn();
    expect(screen.written()).toContain('count 0');
    store.dispatch('more');
    await screen.waitFor('count 1');
    expect(screen.written()).not.toContain(BY_INK);
    drawing.end();
    screen.close();
  });

  it('begins with what has come until then, drawn once', async () => {
    const { screen, store, drawing } = counting(5);
    store.dispatch('more');
    store.dispatch('more');
    await screen.waitFor('count 2');
    expect(screen.written()).not.toMatch(/count [01]/);
    drawing.end();
    screen.close();
  });

  it('is Ink once the model is settled, and shows what has come meanwhile', async () => {
    const { screen, store, drawing } = counting(1);
    store.dispatch('more');
    await turn();
    store.dispatch('more');
    await screen.waitFor(() => screen.written().includes(BY_INK), 'a frame of Ink');
    await screen.waitFor('count 2');
    store.dispatch('more');
    await screen.waitFor('count 3');
    drawing.redraw();
    await screen.waitFor('count 3');
    expect(screen.rows().filter((row) => row !== '')).toEqual(['count 3']);
    drawing.end();
    screen.close();
  });

  it('draws all of it anew when it is asked to, whoever draws', async () => {
    const { screen, drawing } = counting(5);
    await screen.waitFor('count 0');
    screen.spoil('spoilt');
    await screen.waitFor('spoilt');
    drawing.redraw();
    const rows = await screen.waitFor((text) => text.trim() === 'count 0', 'nothing but the count');
    expect(rows[0]).toBe('count 0');
    drawing.end();
    screen.close();
  });

  it('is text from the beginning for a screen reader, and never drawn', async () => {
    const { screen, drawing } = counting(5, true, 'what stood there\r\nbefore');
    const rows = await screen.waitFor('count 0');
    expect(rows.filter((row) => row !== '')).toEqual(['count 0']);
    expect(screen.written()).not.toContain('\u001B[1;1H');
    drawing.end();
    screen.close();
  });

  it('tells of a failure in drawing, whoever draws, and ends with nothing left to do', async () => {
    for (const settledAt of [0, 5]) {
      const { screen, store, drawing, bug } = counting(settledAt);
      if (settledAt === 0) await screen.waitFor(() => screen.written().includes(BY_INK), 'a frame of Ink');
      store.dispatch('bug');
      expect(String(await bug)).toContain('cannot draw this');
      drawing.end();
      screen.close();
    }
  });
});
