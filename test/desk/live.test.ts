import { describe, expect, it } from 'vitest';
import { nobodyCalled } from '../../src/desk/called.ts';
import type { CalledFile } from '../../src/desk/called-file.ts';
import { createCollection } from '../../src/desk/collection.ts';
import { createDeskRuntime, keepGathering, LOOK_EVERY } from '../../src/desk/live.ts';
import type { DeskMessage } from '../../src/desk/model.ts';
import { deskScreenTexts as texts } from '../../src/desk/desk-screen.ja.ts';
import { answer, NOW } from './build.ts';
import { manualTimers } from '../domain/manual-timers.ts';
import { fakeFiles } from './fake-files.ts';
import { Happenings } from '../harness/wait.ts';

function bench(contents: Readonly<Record<string, unknown>>) {
  const texts = new Map(Object.entries(contents).map(([path, each]) => [path, JSON.stringify(each)]));
  const { files, reads } = fakeFiles(texts);
  const happenings = new Happenings();
  const messages: DeskMessage[] = [];
  const manual = manualTimers();
  const live = keepGathering({
    collection: createCollection(files),
    roster: { entries: [{ clinic: 'a', terminal: '1' }], bad: [] },
    timers: {
      after: (ms, goOff) => {
        const cancel = manual.timers.after(ms, goOff);
        happenings.happened();
        return cancel;
      },
    },
    now: () => NOW,
    dispatch: (message) => messages.push(message),
    onBug: (error) => {
      throw error;
    },
  });
  const idle = async (): Promise<void> => {
    await happenings.waitFor(
      () => ([...manual.waiting.values()].some(({ ms }) => ms === LOOK_EVERY) ? true : null),
      5_000,
      () => 'the reading never ended',
    );
  };
  return { texts, reads, messages, live, idle, ...manual };
}

describe('gathering', () => {
  it('shows what was read and the roster, then says nothing while nothing changes', async () => {
    const { messages, live, idle, goOff, reads } = bench({ 'a.json': answer() });
    live.look(false);
    await idle();
    expect(messages.at(-2)).toMatchObject({
      type: 'gathered',
      now: NOW,
      gathered: { entries: [{ terminal: 'ONS01' }], roster: [{ terminal: '1' }] },
    });
    expect(messages.at(-1)).toEqual({ type: 'progress', progress: null });
    messages.length = 0;
    reads.length = 0;
    goOff(LOOK_EVERY);
    await idle();
    expect(messages).toEqual([]);
    expect(reads).toEqual([]);
  });

  it('shows a file that came later', async () => {
    const { texts, messages, live, idle, goOff } = bench({ 'a.json': answer() });
    live.look(false);
    await idle();
    texts.set('b.json', JSON.stringify(answer({ terminal: { name: 'ONS02' } })));
    goOff(LOOK_EVERY);
    await idle();
    expect(messages.findLast(({ type }) => type === 'gathered')).toMatchObject({
      gathered: { entries: [{ terminal: 'ONS01' }, { terminal: 'ONS02' }] },
    });
  });

  it('says so where there is nothing', async () => {
    const { messages, live, idle } = bench({});
    live.look(false);
    await idle();
    expect(messages).toMatchObject([{ type: 'gathered' }, { type: 'progress', progress: null }]);
  });

  it('reads all again after the reading that goes on', async () => {
    const { reads, live, idle } = bench({ 'a.json': answer() });
    live.look(false);
    live.look(true);
    live.look(false);
    await idle();
    expect(reads).toEqual(['a.json', 'a.json']);
  });

  it('ends', async () => {
    const { messages, live, waiting, idle } = bench({ 'a.json': answer() });
    live.look(false);
    await idle();
    live.stop();
    expect(waiting.size).toBe(0);
    messages.length = 0;
    live.look(true);
    expect(messages).toEqual([]);
  });
});

/** Nobody is called here. */
const noMarks: Pick<CalledFile, 'mark'> = { mark: async () => ({ ok: true, called: nobodyCalled() }) };

describe('what the desk asks for', () => {
  async function said(written: { type: 'written' } | { type: 'exists' } | { type: 'failed'; code: string }) {
    const messages = Promise.withResolvers<DeskMessage>();
    const runtime = createDeskRuntime({
      files: fakeFiles(new Map()).files,
      writeNew: async () => written,
      called: noMarks,
      exportPath: (name) => `/folder/${name}`,
      readAll: () => undefined,
      dispatch: messages.resolve,
      onLeave: () => undefined,
      onBug: messages.reject,
    });
    runtime.run({ type: 'export', name: 'x.csv', bytes: new Uint8Array(), rows: 3 });
    return messages.promise;
  }

  it('says how the export went', async () => {
    expect(await said({ type: 'written' })).toEqual({
      type: 'said',
      message: texts.exported('/folder/x.csv', 3),
    });
    expect(await said({ type: 'exists' })).toEqual({
      type: 'said',
      message: texts.exportExists('/folder/x.csv'),
    });
    expect(await said({ type: 'failed', code: 'EROFS' })).toMatchObject({
      message: expect.stringContaining('書き込めないドライブ') as unknown,
    });
  });

  it.each([
    [NOW, true, texts.called.done('あ医院')],
    [null, true, texts.called.undone('あ医院')],
    [NOW, false, '書けない'],
  ] as const)('says how a mark went: %s, %s', async (at, ok, message) => {
    const messages: DeskMessage[] = [];
    const end = Promise.withResolvers<undefined>();
    const called = nobodyCalled();
    const runtime = createDeskRuntime({
      files: fakeFiles(new Map()).files,
      writeNew: async () => ({ type: 'exists' }),
      exportPath: (name) => name,
      called: { mark: async () => (ok ? { ok, called } : { ok, problem: '書けない' }) },
      readAll: () => undefined,
      dispatch: (each) => {
        messages.push(each);
        if (each.type === 'said') end.resolve(undefined);
      },
      onLeave: () => undefined,
      onBug: end.reject,
    });
    runtime.run({ type: 'mark-called', clinic: 'あ医院', at });
    await end.promise;
    expect(messages).toEqual([...(ok ? [{ type: 'called', called }] : []), { type: 'said', message }]);
  });

  it('reads the detail of a file and of a line, and says where it is gone', async () => {
    const document = JSON.stringify(answer());
    const { files } = fakeFiles(
      new Map([
        ['a.json', document],
        ['b.jsonl', `x\n${document}`],
      ]),
    );
    const detail = async (path: string, line: number | null): Promise<DeskMessage> => {
      const message = Promise.withResolvers<DeskMessage>();
      createDeskRuntime({
        files,
        writeNew: async () => ({ type: 'exists' }),
        called: noMarks,
        exportPath: (name) => name,
        readAll: () => undefined,
        dispatch: message.resolve,
        onLeave: () => undefined,
        onBug: message.reject,
      }).run({ type: 'read-detail', rowId: 'id', source: { path, line } });
      return message.promise;
    };
    const read = { rowId: 'id', document: { type: 'read', document: { type: 'answer' } } };
    expect(await detail('a.json', null)).toMatchObject(read);
    expect(await detail('b.jsonl', 2)).toMatchObject(read);
    for (const [path, line] of [
      ['b.jsonl', 1],
      ['b.jsonl', 3],
      ['c.json', null],
    ] as const)
      expect(await detail(path, line)).toMatchObject({ document: { type: 'unreadable' } });
  });
});
