import { describe, expect, it } from 'vitest';
import { createTurns, type Asker, type Turns } from '../../../src/ports/node/turns.ts';

const patient = new AbortController().signal;

function askerWith(onWaiting: Asker['onWaiting'] = () => undefined): Asker {
  return { running: 0, waiting: 0, onWaiting };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Takes turns one after the other, and notes who has begun. */
function bench(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  async function begin(name: string, turn: Promise<(() => void) | null>): Promise<void> {
    const end = await turn;
    begun.push(end === null ? `${name} was called off` : name);
    if (end !== null) ends.set(name, end);
  }
  return {
    begun,
    ask(name: string, asker: Asker, signal = patient): void {
      void begin(name, turns.take(asker, signal));
    },
    async end(name: string): Promise<void> {
      ends.get(name)?.();
      await settled();
    },
  };
}

describe('turns', () => {
  it('begins as many as may run at a time, and the next as soon as one ends', async () => {
    const { ask, end, begun } = bench(createTurns(2));
    const asker = askerWith();
    for (const name of ['a', 'b', 'c', 'd']) ask(name, asker);
    await settled();
    expect(begun).toEqual(['a', 'b']);
    await end('a');
    expect(begun).toEqual(['a', 'b', 'c']);
    // An end counts once.
    await end('a');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('begins with whoever has the fewest running: one whose programs hang does not keep the others', async () => {
    const { ask, end, begun } = bench(createTurns(2));
    const [hanging, innocent] = [askerWith(), askerWith()];
    for (const name of ['h1', 'h2', 'h3']) ask(name, hanging);
    for (const name of ['i1', 'i2']) ask(name, innocent);
    await settled();
    await end('h2');
    expect(begun).toEqual(['h1', 'h2', 'i1']);
    await end('i1');
    await end('i2');
    expect(begun).toEqual(['h1', 'h2', 'i1', 'i2', 'h3']);
  });

  it('leaves room for others beside one that wants everything', async () => {
    const { ask, begun } = bench(createTurns(4, 2));
    const [greedy, late] = [askerWith(), askerWith()];
    for (const name of ['g1', 'g2', 'g3', 'g4']) ask(name, greedy);
    await settled();
    ask('late', late);
    await settled();
    expect(begun).toEqual(['g1', 'g2', 'late']);
  });

  it('gives up a place in the queue when its signal is aborted', async () => {
    const { ask, end, begun } = bench(createTurns(1));
    const asker = askerWith();
    const impatient = new AbortController();
    ask('a', asker);
    ask('b', asker, impatient.signal);
    ask('c', asker);
    await settled();
    impatient.abort();
    await settled();
    await end('a');
    expect(begun).toEqual(['a', 'b was called off', 'c']);
    expect(await createTurns(1).take(asker, impatient.signal)).toBeNull();
  });

  it('tells an asker whether all that it wants still waits', async () => {
    const heard: boolean[] = [];
    const { ask, end } = bench(createTurns(1));
    ask('other', askerWith());
    ask(
      'own',
      askerWith((allWait) => heard.push(allWait)),
    );
    await settled();
    expect(heard.at(-1)).toBe(true);
    await end('other');
    expect(heard.at(-1)).toBe(false);
  });
});
