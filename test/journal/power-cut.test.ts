import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import { readLines } from '../../src/journal/lines.ts';
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

/**
 * Whether the last line has the number that earlier versions would have given it, which did not count torn lines: then
 * what the head seals beyond it is told as lost.
 */
function isOldCount(journal: Uint8Array): boolean {
  const whole = readLines(journal).rest.filter(({ isJson }) => isJson);
  const last = whole.at(-1);
  return last !== undefined && last.seq === whole.length && last.seq < last.number;
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

  it('that takes sealed lines back never looks like a change, at any byte, and says which numbers are lost', async () => {
    const store = memoryStore();
    await work(store, 0, 5);
    const { journal, head } = store;
    if (!journal || !head) throw new Error('nothing was written');
    for (let length = 0; length <= journal.length; length += 1) {
      const kept = journal.slice(0, length);
      const whole = kept.filter((byte) => byte === 0x0a).length;
      const nuls = Uint8Array.of(...kept, ...new Uint8Array(journal.length - length));
      // One NUL in a line that has its line end may be a byte that somebody put there.
      const ended = length === journal.length - 1 ? [] : [Uint8Array.of(...nuls, 0x0a)];
      for (const left of [kept, nuls, ...ended]) {
        const reading = readJournal(left, head);
        expect(reading.state).not.toBe('changed');
        const read = reading.entries.length;
        expect(read).toBeGreaterThanOrEqual(whole);
        const lost = read === 5 ? [] : [{ line: read + 1, from: read + 1, to: 5 }];
        expect(reading.losses).toEqual(lost);
        for (const blank of [null, new Uint8Array(), new Uint8Array(84)])
          expect(readJournal(left, blank).state).not.toBe('changed');
      }
    }
  });

  it('that takes sealed lines back may be followed by others while that is mended', async () => {
    const whole = memoryStore();
    await work(whole, 0, 4);
    const { journal, head } = whole;
    if (!journal || !head) throw new Error('nothing was written');
    const rest = fc.constantFrom('gone', 'nuls');
    const cut = fc.tuple(fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 900 })), rest);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: journal.length }),
        rest,
        fc.array(cut, { maxLength: 5 }),
        async (length, how, cuts) => {
          // Two cuts on one line end, of which the second leaves NULs in its place: the sealed line before them is told
          // as lost, although its bytes are there.
          fc.pre(length !== journal.length - 1 || !cuts.some(([bytes, left]) => bytes === 0 && left === 'nuls'));
          const nuls = new Uint8Array(how === 'nuls' ? journal.length - length : 0);
          const store = memoryStore(Uint8Array.of(...journal.slice(0, length), ...nuls), head);
          const isLost = readJournal(store.journal, store.head).losses.length > 0;
          const acknowledged: number[] = [];
          for (const [index, [bytes, left]] of cuts.entries()) {
            store.cutPowerAfter(bytes, left);
            acknowledged.push(...(await work(store, 10 + index * 10, 2)));
            store.restorePower();
            const { state } = readJournal(store.journal, store.head);
            // What was lost is told all the time, until somebody says that they have seen it.
            expect(isLost ? ['torn'] : ['absent', 'intact', 'torn', 'unsealed']).toContain(state);
          }
          acknowledged.push(...(await work(store, 900, 1)));
          const reading = readJournal(store.journal, store.head);
          expect(reading.state).toBe(isLost ? 'torn' : 'intact');
          expect(versionsOf(store)).toEqual(expect.arrayContaining(acknowledged));
          expect(reading.tail.seq).toBe(reading.tail.lines);
        },
      ),
      { numRuns: 80 },
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
    const tears = readLines(journal).rest.filter(({ isJson }) => !isJson);
    expect(tears.length).toBeGreaterThan(2);
    expect(readJournal(journal, head)).toMatchObject({ state: 'intact', problems: [] });
    fc.assert(
      fc.property(fc.nat({ max: journal.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, shift) => {
        const changed = journal.map((byte, index) => (index === at ? (byte + shift) % 256 : byte));
        // The last line end as a NUL is what a power cut leaves of it.
        const isCut = at === journal.length - 1 && changed[at] === 0;
        const { state, losses } = readJournal(changed, head);
        const isLost = isOldCount(changed);
        expect([state, losses.length > 0]).toEqual([isCut || isLost ? 'torn' : 'changed', isLost || losses.length > 0]);
      }),
      { numRuns: 400 },
    );
  });
});
