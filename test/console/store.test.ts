import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/screens/step.ts';
import { storeOf } from '../../src/tui/store.ts';
import { update, type Store } from '../../src/console/update.ts';
import { morning, ready } from './builders.ts';

const clock = (later: number) => ({ type: 'clock', now: morning + later, uptimeSeconds: null }) as const;
const resized = (columns: number) => ({ type: 'resized', columns, rows: 24 }) as const;

const nothing = (): void => undefined;

describe('the store', () => {
  it('holds the model as the messages make it', () => {
    const store = storeOf(ready(), update, nothing);
    store.dispatch(clock(1_000));
    store.dispatch(resized(100));
    expect(store.model()).toMatchObject({ now: morning + 1_000, size: { columns: 100 } });
  });

  it('tells of changes, and of nothing else, until it is told to stop', () => {
    const store = storeOf(ready(), update, nothing);
    const heard: number[] = [];
    const stop = store.subscribe(() => heard.push(store.model().now - morning));
    store.dispatch(clock(1));
    store.dispatch(clock(1));
    store.dispatch(clock(2));
    stop();
    store.dispatch(clock(3));
    expect(heard).toEqual([1, 2]);
  });

  it('has an effect done once the new model is there, and the screen knows of it', () => {
    const log: string[] = [];
    const store: Store = storeOf(ready(), update, (effect: Effect) => {
      log.push(`${effect.type} while surveying: ${String(store.model().surveying)}`);
    });
    store.subscribe(() => log.push('shown'));
    store.dispatch({ type: 'refresh' });
    expect(log).toEqual(['shown', 'take-survey while surveying: true']);
  });

  it('lets a message that an effect or a listener sends wait its turn', () => {
    const sizes: number[] = [];
    const store: Store = storeOf(ready(), update, () => {
      store.dispatch(resized(101));
      // Not yet: this effect belongs to a message that is still being worked on.
      sizes.push(store.model().size.columns);
    });
    const stop = store.subscribe(() => {
      stop();
      store.dispatch(resized(100));
      sizes.push(store.model().size.columns);
    });
    store.dispatch({ type: 'refresh' });
    expect(sizes).toEqual([80, 80]);
    expect(store.model().size.columns).toBe(101);
  });

  it('goes on after a bug in an effect', () => {
    const store = storeOf(ready(), update, () => {
      throw new Error('a bug');
    });
    expect(() => store.dispatch({ type: 'refresh' })).toThrow('a bug');
    store.dispatch(resized(100));
    expect(store.model()).toMatchObject({ surveying: true, size: { columns: 100 } });
  });
});
