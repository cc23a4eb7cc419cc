import { describe, expect, it } from 'vitest';
import { lastLineSeen } from '../../src/journal/on-record.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { openJournal, type Journal } from '../../src/journal/journal.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { JournalStore } from '../../src/journal/store.ts';
import { bytesOf, chain, fileOf, hashOf, headOf, line } from './build.ts';
import { memoryStore, powerCut, type MemoryStore } from './memory-store.ts';

const now = Date.parse('2026-01-20T08:10:00.900+09:00');
const called: JournalEvent = { event: 'support-called' };
const three = chain(3);

async function open(store: JournalStore): Promise<Journal> {
  const opened = await openJournal({ store, clock: { now: () => now }, offsetMinutes: 540, noticeId: 'n' });
  if (!opened.ok) throw new Error(opened.fault.headline);
  return opened.value;
}

function textOf(bytes: Uint8Array | null): string {
  return new TextDecoder().decode(bytes ?? undefined);
}

function linesOf(store: MemoryStore): string[] {
  return textOf(store.journal).split('\n').slice(0, -1);
}

function eventsOf(store: MemoryStore): string[] {
  return readJournal(store.journal, store.head).entries.map(({ event }) => event.event);
}

async function acknowledge(journal: Journal): Promise<void> {
  const line = lastLineSeen(journal.reading());
  await journal.append({ event: 'journal-acknowledged', line });
}

describe('openJournal', () => {
  it('reads and writes nothing', async () => {
    const store = memoryStore();
    const journal = await open(store);
    expect(journal.reading().state).toBe('absent');
    expect(store.calls).toEqual(['read']);
  });

  it('passes on why the journal cannot be read', async () => {
    const store = memoryStore();
    store.refuse('read');
    const options = { store, clock: { now: () => now }, offsetMinutes: 540, noticeId: 'n' };
    expect(await openJournal(options)).toEqual({ ok: false, fault: powerCut });
  });
});

describe('append', () => {
  it('writes the first line and its head', async () => {
    const store = memoryStore();
    const journal = await open(store);
    await journal.append({ event: 'download-finished', outcome: 'error', pressed: true, message: 'だめ' });
    const line =
      '{"at":"2026-01-20T08:10:00+09:00","seq":1,"prev":null,"notice":"n",' +
      '"event":"download-finished","outcome":"error","pressed":true,"message":"だめ"}';
    expect(textOf(store.journal)).toBe(`${line}\n`);
    expect(textOf(store.head)).toBe(`{"seq":1,"sha256":"${hashOf(line)}"}`);
  });

  it('links each line to the one before, and the reading follows', async () => {
    const store = memoryStore(fileOf(three), headOf(three));
    const journal = await open(store);
    const appended = await journal.append(called);
    const last = JSON.parse(linesOf(store)[3] ?? '') as unknown;
    expect(last).toMatchObject({ seq: 4, prev: hashOf(three[2] ?? '') });
    expect(appended).toMatchObject({ ok: true, value: { state: 'intact' } });
    expect(journal.reading().entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('writes a line and its line end in one call, then the head', async () => {
    const store = memoryStore();
    const journal = await open(store);
    await journal.append(called);
    expect(store.calls).toEqual(['read', 'read', 'append', 'replaceHead']);
    expect(textOf(store.appended[0] ?? null)).toMatch(/^\{.*\}\n$/);
  });

  it('lets calls wait for each other', async () => {
    const store = memoryStore();
    const journal = await open(store);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => journal.append({ event: 'console-started', version: String(index) })),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    const reading = readJournal(store.journal, store.head);
    expect(reading.state).toBe('intact');
    expect(reading.entries.map(({ event }) => ('version' in event ? event.version : ''))).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index)),
    );
  });

  it('goes on behind what another console appended', async () => {
    const store = memoryStore();
    const [one, two] = [await open(store), await open(store)];
    await one.append(called);
    await two.append(called);
    await one.append(called);
    expect(readJournal(store.journal, store.head)).toMatchObject({ state: 'intact', entries: { length: 3 } });
    expect((await two.refresh()).ok && two.reading().entries.length).toBe(3);
  });

  it('refuses what would not read back', async () => {
    const store = memoryStore();
    const journal = await open(store);
    const refused = await journal.append({ event: 'restart-confirmed', bootedAt: 'yesterday', kind: 'full' });
    expect(refused).toMatchObject({ ok: false, fault: { headline: expect.stringContaining('bootedAt') } });
    expect(store.journal).toBeNull();
  });

  it.each(['read', 'append'] as const)('says when %s fails; the next one runs all the same', async (what) => {
    const store = memoryStore(fileOf(three), headOf(three));
    const journal = await open(store);
    store.refuse(what);
    expect(await journal.append(called)).toEqual({ ok: false, fault: powerCut });
    expect(journal.reading().entries).toHaveLength(3);
    store.refuse(null);
    expect(await journal.append(called)).toMatchObject({
      ok: true,
      value: { state: 'intact', entries: { length: 4 } },
    });
  });

  it('is not stopped by a store that throws', async () => {
    let isBroken = true;
    const store = memoryStore();
    const journal = await open({
      ...store,
      append: (bytes) => (isBroken ? Promise.reject(new Error('a bug')) : store.append(bytes)),
    });
    await expect(journal.append(called)).rejects.toThrow('a bug');
    isBroken = false;
    expect(await journal.append(called)).toMatchObject({ ok: true });
  });

  it('keeps a line whose head cannot be written, and says so; the next one needs the head', async () => {
    const store = memoryStore(fileOf(three), headOf(three));
    const journal = await open(store);
    store.refuse('replaceHead');
    expect(await journal.append(called)).toMatchObject({ ok: true, value: { headFault: powerCut, state: 'intact' } });
    expect(await journal.append(called)).toEqual({ ok: false, fault: powerCut });
    store.refuse(null);
    expect(await journal.append(called)).toMatchObject({ ok: true, value: { headFault: null, state: 'intact' } });
    expect(readJournal(store.journal, store.head).entries).toHaveLength(5);
  });
});

describe('append to a journal that is not intact', () => {
  it('ends a torn line and covers it', async () => {
    const store = memoryStore(bytesOf(`${three.join('\n')}\n{"at`), headOf(three));
    const journal = await open(store);
    expect(journal.reading().state).toBe('torn');
    expect(await journal.append(called)).toMatchObject({ ok: true, value: { state: 'intact', problems: [] } });
    expect(textOf(store.journal)).toContain('\n{"at\n{"at":');
    expect(JSON.parse(linesOf(store)[4] ?? '')).toMatchObject({
      seq: 5,
      prev: hashOf('{"at'),
      tear: [hashOf(three[2] ?? '')],
    });
  });

  it('covers a tear so that the line before it cannot be changed', async () => {
    const store = memoryStore(bytesOf(`${three.join('\n')}\n{"at`), headOf(three));
    await (await open(store)).append(called);
    const changed = bytesOf(textOf(store.journal).replace('再起動', '再再動'));
    expect(readJournal(changed, store.head)).toMatchObject({ state: 'changed', line: 3 });
  });

  it('seals the last line before the next one where the head is one behind', async () => {
    const store = memoryStore(fileOf(three), headOf(three, 2));
    await (await open(store)).append(called);
    expect(store.calls).toEqual(['read', 'read', 'replaceHead', 'append', 'replaceHead']);
  });

  it('records a change once, before anything else', async () => {
    const store = memoryStore(fileOf(three), headOf(three));
    const journal = await open(store);
    store.journal = bytesOf(textOf(store.journal).replace('0.1.0', '0.1.1'));
    expect(await journal.append(called)).toMatchObject({ ok: true, value: { state: 'changed', line: 1 } });
    await journal.append(called);
    expect(eventsOf(store).slice(3)).toEqual(['journal-changed', 'support-called', 'support-called']);
  });

  it('tells a cut tail as lost, with its numbers, until that is acknowledged', async () => {
    const store = memoryStore(fileOf(three.slice(0, 1)), headOf(three));
    const journal = await open(store);
    await journal.append(called);
    await journal.append(called);
    expect(eventsOf(store).slice(1)).toEqual(['journal-lost', 'support-called', 'support-called']);
    const losses = [{ line: 2, from: 2, to: 3 }];
    expect(journal.reading()).toMatchObject({ state: 'torn', line: 2, losses });
    await acknowledge(journal);
    expect(journal.reading()).toMatchObject({ state: 'intact', line: null, losses: [] });
    expect(linesOf(store).map((each) => (JSON.parse(each) as { seq: number }).seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('remembers a removed journal', async () => {
    const store = memoryStore(null, headOf(three));
    await (await open(store)).append(called);
    expect(readJournal(store.journal, store.head)).toMatchObject({
      state: 'torn',
      line: 1,
      losses: [{ line: 1, from: 1, to: 3 }],
    });
    expect(eventsOf(store)).toEqual(['journal-lost', 'support-called']);
  });

  it.each([
    ['gone', null],
    ['empty', bytesOf('')],
    ['nothing but NULs', bytesOf('\0'.repeat(84))],
  ])('records that the head was %s, seals again, and tells it until that is acknowledged', async (_, head) => {
    const store = memoryStore(fileOf(three), head);
    const journal = await open(store);
    expect(await journal.append(called)).toMatchObject({ ok: true, value: { state: 'unsealed', line: 3 } });
    expect(eventsOf(store).slice(3)).toEqual(['journal-unsealed', 'support-called']);
    await journal.append(called);
    expect(journal.reading()).toMatchObject({ state: 'unsealed', line: 3 });
    await acknowledge(journal);
    await journal.append(called);
    expect(journal.reading()).toMatchObject({ state: 'intact', line: null });
  });

  it('covers NULs at the end as it covers a broken line', async () => {
    const store = memoryStore(bytesOf(`${three.join('\n')}\n\0\0\0\0`), headOf(three));
    const journal = await open(store);
    expect(journal.reading()).toMatchObject({ state: 'torn', line: 4, losses: [] });
    expect(await journal.append(called)).toMatchObject({ ok: true, value: { state: 'intact', problems: [] } });
  });

  it('takes what is acknowledged before it is on record for acknowledged, and nothing more', async () => {
    const store = memoryStore(fileOf(three), headOf(three));
    const journal = await open(store);
    store.journal = bytesOf(textOf(store.journal).replace('0.1.0', '0.1.1'));
    await journal.refresh();
    const line = lastLineSeen(journal.reading());
    await journal.append({ event: 'journal-acknowledged', line });
    expect(eventsOf(store).slice(3)).toEqual(['journal-changed', 'journal-acknowledged']);
    expect(journal.reading()).toMatchObject({ state: 'intact' });
    store.journal = bytesOf(textOf(store.journal).replace('再起動', '再再動'));
    expect(await journal.append(called)).toMatchObject({ ok: true, value: { state: 'changed', line: 3 } });
    // An answer to what was shown before that does not cover it.
    await journal.append({ event: 'journal-acknowledged', line });
    expect(journal.reading()).toMatchObject({ state: 'changed', line: 3 });
  });

  it('goes on with the number of the line in a journal that counted otherwise', async () => {
    const before = [...three, 'torn'];
    before.push(line(three, { event: 'support-called', prev: hashOf('torn'), tear: [hashOf(three[2] ?? '')] }));
    const head = bytesOf(JSON.stringify({ seq: 4, sha256: hashOf(before[4] ?? '') }));
    const store = memoryStore(fileOf(before), head);
    const journal = await open(store);
    expect(journal.reading()).toMatchObject({ state: 'intact', tail: { seq: 4 } });
    await journal.append(called);
    await journal.append(called);
    expect(journal.reading()).toMatchObject({ state: 'intact', tail: { seq: 7, lines: 7 } });
  });

  it('records each of several changes', async () => {
    const lines = chain(9);
    const changed = lines.map((each, index) => (index === 1 || index === 6 ? each.replace('08:0', '07:0') : each));
    const store = memoryStore(fileOf(changed), headOf(lines));
    const journal = await open(store);
    await journal.append(called);
    await journal.append(called);
    const recorded = journal
      .reading()
      .entries.flatMap(({ event }) => (event.event === 'journal-changed' ? [event.line] : []));
    expect(recorded).toEqual([2, 7]);
  });

  it('never changes a byte that was there', async () => {
    const before = bytesOf(`${three.join('\n')}\nrubbish\n\n{"at"`);
    const store = memoryStore(before, bytesOf('rubbish'));
    await (await open(store)).append(called);
    expect(store.journal?.slice(0, before.length)).toEqual(before);
  });
});

describe('a journal that loses lines under the hands of an open console', () => {
  const four = [...three, line(three, { event: 'download-started' })];

  it.each([
    ['deleted', null, null, 1],
    ['put back to an older copy', fileOf(three.slice(0, 2)), headOf(three.slice(0, 2)), 3],
  ])('%s: keeps what it has read, and says so', async (_, older, olderHead, missing) => {
    const store = memoryStore(fileOf(four), headOf(four));
    const journal = await open(store);
    const before = journal.reading().entries.map(({ event }) => event.event);
    [store.journal, store.head] = [older, olderHead];
    const refreshed = await journal.refresh();
    expect(refreshed).toMatchObject({ ok: true, value: { state: 'changed', line: missing } });
    expect(
      journal
        .reading()
        .entries.map(({ event }) => event.event)
        .toSorted(),
    ).toEqual(before.toSorted());
    expect(journal.reading().problems.at(-1)?.text).toContain(`${String(missing)} 行目に`);

    await journal.append(called);
    await journal.append(called);
    // Once on record, in the file itself; the lost entries still count here.
    expect(eventsOf(store).filter((event) => event === 'journal-changed')).toHaveLength(1);
    expect(readJournal(store.journal, store.head)).toMatchObject({ state: 'changed', line: missing });
    expect(journal.reading().entries.map(({ event }) => event.event)).toEqual(
      expect.arrayContaining(['download-started', 'support-called', 'journal-changed']),
    );
  });

  it('is sound again when that is acknowledged, though the lost entries still count', async () => {
    const store = memoryStore(fileOf(four), headOf(four));
    const journal = await open(store);
    [store.journal, store.head] = [fileOf(three.slice(0, 2)), headOf(three.slice(0, 2))];
    await journal.refresh();
    await acknowledge(journal);
    expect(journal.reading().state).toBe('intact');
    const events = journal.reading().entries.map(({ event }) => event.event);
    expect(events.filter((event) => event === 'download-started')).toHaveLength(2);
    expect(eventsOf(store).slice(2)).toEqual(['journal-changed', 'journal-acknowledged']);
  });

  it('is not one that only grows by another hand', async () => {
    const store = memoryStore(fileOf(three), headOf(three));
    const journal = await open(store);
    [store.journal, store.head] = [fileOf(four), headOf(four)];
    expect(await journal.refresh()).toMatchObject({ ok: true, value: { state: 'intact' } });
    expect(journal.reading().entries).toHaveLength(4);
  });
});
