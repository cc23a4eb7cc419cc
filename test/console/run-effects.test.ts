import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../src/domain/fault.ts';
import { checkIds } from '../../src/domain/facts.ts';
import { emptyHistory } from '../../src/domain/history.ts';
import { historyOf } from '../../src/journal/history.ts';
import { fakeFault } from '../fakes/ports.ts';
import { fileOf, headOf, line } from '../journal/build.ts';
import { patientTool, turn, wired } from './runtime-bench.ts';

describe('a survey', () => {
  it('brings the journal as it now is, then the reading with what the journal knows', async () => {
    const path = 'C:\\learned.csv';
    const { runtime, store, message, types } = await wired({
      terminal: { files: { [path]: { content: '顔認証ライブラリ,5.1.0\r\n', modifiedAt: 0 } } },
    });
    // Another console has learned the path since this one opened the journal.
    const lines = [line([], { event: 'record-path-learned', path })];
    store.journal = fileOf(lines);
    store.head = headOf(lines);
    runtime.run({ type: 'take-survey', scope: 'all', history: emptyHistory });
    const { survey } = await message('surveyed');
    expect(types()).toEqual(['living-lock', 'journal', ...checkIds.map(() => 'arrived'), 'surveyed']);
    expect((await message('journal')).reading.entries).toHaveLength(1);
    const library = survey.components.find(({ id }) => id === 'face-library');
    expect(library?.witnesses.find(({ source }) => source === 'delivery-record')).toMatchObject({
      path,
      version: '5.1.0',
    });
  });

  it('goes by the history it was given where the journal cannot be read, and says so', async () => {
    const path = 'C:\\known.csv';
    const { runtime, store, message, types } = await wired({
      terminal: { files: { [path]: { content: '顔認証ライブラリ,5.1.0\r\n', modifiedAt: 0 } } },
    });
    store.refuse('read');
    runtime.run({ type: 'take-survey', scope: 'all', history: { ...emptyHistory, recordPath: path } });
    const { survey } = await message('surveyed');
    expect(types()).toEqual(['living-lock', 'journal-failed', ...checkIds.map(() => 'arrived'), 'surveyed']);
    expect(survey.components.flatMap(({ witnesses }) => witnesses)).toContainEqual(
      expect.objectContaining({ source: 'delivery-record', version: '5.1.0' }),
    );
  });

  it('says how long each check took', async () => {
    let ticks = 0;
    const { runtime, message } = await wired({}, undefined, () => (ticks += 7));
    runtime.run({ type: 'take-survey', scope: 'all', history: emptyHistory });
    const { survey } = await message('surveyed');
    expect(survey.checks.filter(({ durationMs }) => durationMs < 7)).toEqual([]);
  });

  it('that is the first waits for no second look at the journal where this console holds the lock', async () => {
    const { runtime, store, journal, message, types } = await wired();
    store.lock = 'ours';
    const history = historyOf(journal.reading().entries, 'any');
    runtime.run({ type: 'take-survey', scope: 'all', history });
    await message('surveyed');
    expect(types().indexOf('arrived')).toBeLessThan(types().indexOf('journal'));
    await turn();
    // Nothing was written meanwhile.
    expect(types()).not.toContain('refresh');
  });

  it('is followed by no other for what this console itself has written meanwhile', async () => {
    const { runtime, store, journal, actionDone, message, types } = await wired();
    store.lock = 'ours';
    const history = historyOf(journal.reading().entries, 'any');
    runtime.run({ type: 'take-survey', scope: 'all', history });
    runtime.run({ type: 'act', request: { action: 'record', events: [{ event: 'support-called' }] } });
    await Promise.all([actionDone('record'), message('surveyed')]);
    await turn();
    expect(types()).not.toContain('refresh');
  });

  it('is followed by another where something was written between the opening and the first', async () => {
    const { runtime, store, journal, message } = await wired();
    store.lock = 'ours';
    const history = historyOf(journal.reading().entries, 'any');
    const lines = [line([], { event: 'download-started' })];
    store.journal = fileOf(lines);
    store.head = headOf(lines);
    runtime.run({ type: 'take-survey', scope: 'all', history });
    await message('refresh');
    expect((await message('journal')).reading.entries).toHaveLength(1);
  });

  it('that is the first waits for the journal where another console may be at work', async () => {
    const { runtime, message, types } = await wired();
    runtime.run({ type: 'take-survey', scope: 'all', history: emptyHistory });
    await message('surveyed');
    expect(types().slice(0, 2)).toEqual(['living-lock', 'journal']);
  });

  it('tells nothing more once the console is left', async () => {
    const { runtime, message, types } = await wired({ troubles: { 'machine.report': 'hang' } });
    runtime.run({ type: 'take-survey', scope: 'all', history: emptyHistory });
    await message('journal');
    runtime.stop();
    await turn();
    expect(types()).not.toContain('surveyed');
  });
});

describe('an action', () => {
  it('tells what happens as it happens, and leaves its trace in the journal', async () => {
    const { runtime, actionDone, messages, until, types, store } = await wired({
      terminal: {
        tool: {
          installed: true,
          canOpen: true,
          recordPath: null,
          events: [
            { type: 'says', text: '50 %' },
            { type: 'finished', outcome: 'restart-required', pressed: true, message: null },
          ],
        },
      },
    });
    runtime.run({ type: 'act', request: { action: 'press-download' } });
    await until(() => messages.find((each) => each.type === 'tool' && each.event.type === 'finished') ?? null);
    runtime.run({ type: 'act', request: { action: 'request-restart', bootedAt: null, attempt: 2, replace: false } });
    await actionDone('request-restart');
    expect(types()).toEqual([
      'clock',
      'journal',
      'tool',
      'journal',
      'tool',
      'press-download done',
      'journal',
      'journal',
      'request-restart done',
    ]);
    const text = new TextDecoder().decode(store.journal ?? undefined);
    expect([...text.matchAll(/"event":"([a-z-]+)"/g)].map(([, event]) => event)).toEqual([
      'download-started',
      'download-finished',
      'restart-requested',
      'restart-answered',
    ]);
  });

  it('that throws is a bug, and is told to nobody else', async () => {
    const bug = new TypeError('a bug');
    const { runtime, bug: bugs, messages } = await wired({ troubles: { 'tool.open': bug } });
    runtime.run({ type: 'act', request: { action: 'open-tool' } });
    expect(await bugs()).toEqual([bug]);
    expect(messages).toEqual([]);
  });
});

describe('waiting for the tool', () => {
  it('is given up without anything else being stopped', async () => {
    const signals: AbortSignal[] = [];
    const { runtime, message, actionDone, types } = await wired(
      { troubles: { 'tool.showRecord': 'hang' } },
      ({ tool }) => ({ tool: patientTool(tool, signals) }),
    );
    runtime.run({ type: 'act', request: { action: 'press-download' } });
    runtime.run({ type: 'act', request: { action: 'show-record' } });
    await message('tool');
    runtime.run({ type: 'stop-waiting' });
    runtime.run({ type: 'act', request: { action: 'open-tool' } });
    await actionDone('open-tool');
    await turn();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(types()).not.toContain('show-record done');
    runtime.stop();
    expect(await actionDone('show-record')).toMatchObject({ outcome: { fault: { code: 'cancelled' } } });
  });

  it('begins anew with the next press', async () => {
    const signals: AbortSignal[] = [];
    const { runtime, messages, message, until } = await wired({}, ({ tool }) => ({ tool: patientTool(tool, signals) }));
    runtime.run({ type: 'act', request: { action: 'press-download' } });
    await message('tool');
    runtime.run({ type: 'stop-waiting' });
    runtime.run({ type: 'act', request: { action: 'press-download' } });
    const steps = (): number => messages.filter((each) => each.type === 'tool' && each.event.type === 'step').length;
    await until(() => (steps() === 2 ? true : null));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    runtime.stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

describe('the lock', () => {
  it.each([
    ['held', ok({ held: true } as const), { type: 'lock', lock: { held: true } }],
    ['with another', ok({ held: false, ownerPid: 7 } as const), { type: 'lock', lock: { held: false, ownerPid: 7 } }],
    ['out of reach', failed(fakeFault('denied')), { type: 'journal-failed', fault: fakeFault('denied') }],
  ])('is told: %s', async (_, taken, told) => {
    const { runtime, messages, message } = await wired({}, ({ journal }) => ({
      journal: { ...journal, acquireLock: () => Promise.resolve(taken) },
    }));
    runtime.run({ type: 'take-lock' });
    await message(taken.ok ? 'lock' : 'journal-failed');
    expect(messages).toEqual(taken.ok ? [{ type: 'living-lock', token: null }, told] : [told]);
  });
});

describe('looking on', () => {
  const started = fileOf([line([], { event: 'download-started', lock: 'theirs' })]);

  it('tells whose lock is held, and of the journal only where it has grown', async () => {
    let theirs: string | null = null;
    const { runtime, store, types, message, until, messages } = await wired({}, ({ journal }) => ({
      journal: { ...journal, livingLock: () => Promise.resolve(theirs) },
    }));
    runtime.run({ type: 'look-on' });
    await message('clock');
    expect(types()).toEqual(['living-lock', 'journal', 'clock']);
    runtime.run({ type: 'look-on' });
    await until(() => messages[3] ?? null);
    expect(types().slice(3)).toEqual(['living-lock']);
    store.journal = started;
    theirs = 'theirs';
    runtime.run({ type: 'look-on' });
    await until(() => messages[6] ?? null);
    expect(messages[4]).toEqual({ type: 'living-lock', token: 'theirs' });
    expect(messages[5]).toMatchObject({ type: 'journal', reading: { entries: [{ seq: 1 }] } });
    expect(messages[6]).toMatchObject({ type: 'clock' });
  });

  it('sees only whether the lock is still ours while it is, and tells no fault of that', async () => {
    const { runtime, store, types, message, messages } = await wired();
    store.lock = 'ours';
    store.acquired = failed(fakeFault('denied'));
    runtime.run({ type: 'look-on' });
    await turn();
    expect(types()).toEqual([]);
    store.acquired = ok({ held: false, ownerPid: 7 });
    runtime.run({ type: 'look-on' });
    await message('lock');
    expect(messages).toEqual([
      { type: 'living-lock', token: 'ours' },
      { type: 'lock', lock: { held: false, ownerPid: 7 } },
    ]);
    // The first is from opening the journal.
    expect(store.calls.filter((call) => call === 'read')).toHaveLength(1);
  });

  it('is done once at a time', async () => {
    const { runtime, store, until } = await wired();
    runtime.run({ type: 'look-on' });
    runtime.run({ type: 'look-on' });
    await until(() => store.calls.find((call) => call === 'read') ?? null);
    await turn();
    // The first is from opening the journal.
    expect(store.calls.filter((call) => call === 'read')).toHaveLength(2);
  });
});

it('leaves when it is told to, once', async () => {
  const { runtime, left, messages } = await wired();
  runtime.run({ type: 'leave' });
  expect([left(), messages]).toEqual([1, []]);
});
