import { describe, expect, it } from 'vitest';
import { shareInFlight } from '../../src/ports/waiting.ts';

/** A piece of work that ends when the test says so, and notes when it is called back. */
function sharedWork() {
  const flights: { readonly land: (value: string) => void; readonly signal: AbortSignal }[] = [];
  const ask = shareInFlight(
    (signal) => {
      const { promise, resolve } = Promise.withResolvers<string>();
      flights.push({ land: resolve, signal });
      return promise;
    },
    () => 'given up',
  );
  return { ask, flights };
}

describe('shareInFlight', () => {
  it('does not fail the others when one gives up', async () => {
    const { ask, flights } = sharedWork();
    const one = new AbortController();
    const other = new AbortController();
    const answers = [ask(one.signal), ask(other.signal)];
    one.abort();
    expect(await answers[0]).toBe('given up');
    expect(flights[0]?.signal.aborted).toBe(false);
    flights[0]?.land('done');
    expect(await answers[1]).toBe('done');
    expect(flights).toHaveLength(1);
  });

  it('calls the work back when everybody has given up, and starts anew for the next one', async () => {
    const { ask, flights } = sharedWork();
    const both = new AbortController();
    const answers = [ask(both.signal), ask(both.signal)];
    both.abort();
    expect(await Promise.all(answers)).toEqual(['given up', 'given up']);
    expect(flights[0]?.signal.aborted).toBe(true);

    const next = ask(new AbortController().signal);
    expect(flights).toHaveLength(2);
    flights[0]?.land('old');
    flights[1]?.land('new');
    expect(await next).toBe('new');
  });

  it('starts nothing for one who has given up already', async () => {
    const { ask, flights } = sharedWork();
    expect(await ask(AbortSignal.abort())).toBe('given up');
    expect(flights).toHaveLength(0);
  });
});
