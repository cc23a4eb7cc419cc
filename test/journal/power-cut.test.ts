import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import { readJournal } from '../../src/journal/read.ts';
import { memoryStore, type MemoryStore } from './memory-store.ts';

/** Opens the journal and appends numbered events until the power goes; gives the numbers that were acknowledged. */
async function work(store: MemoryStore, first: number, appends: number): Promise<number[]> {
  const clock = { now: () => Date.parse('2026-01-20T08:10:00+09:00') };
  const journal = await openJournal({ store, clock, offsetMinutes: 540, noticeId: 'n' });
  if (!journal.ok) return [];
  const acknowledged: number[] = [];
  for (let index = first; index < first + appends; index += 1) {
    const done = await journal.value.append({ event: 'console-started', version: String(index) });
    if (done.ok) acknowledged.push(index);
  }
  return acknowledged;
}

function versionsOf(store: MemoryStore): number[] {
  return readJournal(store.journal, store.head).entries.flatMap(({ event }) =>
    event.event === 'console-started' ? [Number(event.version)] : [],
  );
}

describe('a power cut', () => {
  it('after any byte leaves a journal that goes on, and loses nothing that was acknowledged', async () => {
    const whole = memoryStore();
    await work(whole, 0, 3);
    const bytes = (whole.journal?.length ?? 0) + 3;
    expect(bytes).toBeGreaterThan(100);
    for (let cut = 0; cut <= bytes; cut += 1) {
      const store = memoryStore();
      store.cutPowerAfter(cut);
      const acknowledged = await work(store, 0, 3);
      store.restorePower();
      const { state, line } = readJournal(store.journal, store.head);
      expect(['absent', 'torn', 'unsealed', 'intact']).toContain(state);
      expect(state === 'unsealed' ? line : 1).toBe(1);
      acknowledged.push(...(await work(store, 9, 1)));
      expect(acknowledged.at(-1)).toBe(9);
      expect(readJournal(store.journal, store.head).state).toBe('intact');
      expect(versionsOf(store)).toEqual(expect.arrayContaining(acknowledged));
    }
  });

  it('may come again and again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 420 }), { minLength: 1, maxLength: 8 }), async (cuts) => {
        const store = memoryStore();
        const acknowledged: number[] = [];
        for (const [index, cut] of cuts.entries()) {
          store.cutPowerAfter(cut);
          acknowledged.push(...(await work(store, index * 10, 2)));
          store.restorePower();
          expect(readJournal(store.journal, store.head).state).not.toBe('changed');
        }
        acknowledged.push(...(await work(store, 900, 1)));
        expect(acknowledged.at(-1)).toBe(900);
        expect(readJournal(store.journal, store.head).state).toBe('intact');
        expect(versionsOf(store)).toEqual(expect.arrayContaining(acknowledged));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nothing in the file that could be changed unseen', async () => {
    const store = memoryStore();
    for (const [index, cut] of [500, 40, 15, 230, 60, 30].entries()) {
      store.cutPowerAfter(cut);
      await work(store, index * 10, 2);
      store.restorePower();
    }
    await work(store, 900, 1);
    const { journal, head } = store;
    if (!journal) throw new Error('nothing was written');
    expect(readJournal(journal, head).tears.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(fc.nat({ max: journal.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, shift) => {
        const changed = journal.map((byte, index) => (index === at ? (byte + shift) % 256 : byte));
        expect(readJournal(changed, head).state).toBe('changed');
      }),
      { numRuns: 400 },
    );
  });
});
