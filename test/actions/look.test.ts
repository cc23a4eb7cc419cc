import { describe, expect, it } from 'vitest';
import { commandFaults } from '../../src/ports/command-faults.ts';
import { createFakeCommands, type FollowAnswer } from '../fakes/commands.ts';
import { fakeFault, healthyTerminal, type FakeOptions } from '../fakes/ports.ts';
import { powerCut } from '../journal/memory-store.ts';
import { bench } from './bench.ts';
import { done } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';
import { recordPathTexts } from '../../src/actions/actions.ja.ts';

const path = 'C:\\ProgramData\\OQS\\配信実績.csv';
const show = { action: 'show-record' } as const;
const withRecord = { terminal: { tool: { ...healthyTerminal.tool, recordPath: path } } };

describe('opening the tool', () => {
  it('leaves its window to the operator', async () => {
    const { run, log, events } = await bench();
    expect(await run({ action: 'open-tool' })).toEqual([done({ action: 'open-tool' }, ok(null))]);
    expect(log).toEqual(['tool.open', 'said open-tool done']);
    expect(events()).toEqual([]);
  });

  it('says why it did not open', async () => {
    const fault = fakeFault('denied');
    const { run } = await bench({ troubles: { 'tool.open': fault } });
    expect(await run({ action: 'open-tool' })).toEqual([done({ action: 'open-tool' }, failed(fault))]);
  });
});

describe("a document of the operator's", () => {
  const document = 'C:\\資料\\発生エラー詳細.pdf';
  const open = { action: 'open-document', path: document } as const;

  it('is opened, and nothing is put on record', async () => {
    const { run, events } = await bench();
    expect(await run(open)).toEqual([done({ action: 'open-document', path: document }, ok(null))]);
    expect(events()).toEqual([]);
  });

  it('says why it did not open', async () => {
    const fault = fakeFault('absent');
    const { run } = await bench({ troubles: { 'documents.open': fault } });
    expect(await run(open)).toEqual([done({ action: 'open-document', path: document }, failed(fault))]);
  });
});

describe('「配信実績の確認」', () => {
  it('keeps the path of the file that opened, before it says so', async () => {
    const { run, log, events } = await bench(withRecord);
    const messages = await run(show);
    expect(messages.at(-1)).toEqual(done({ action: 'show-record' }, ok({ path })));
    expect(events()).toEqual([{ event: 'record-path-learned', path }]);
    expect(log).toEqual([
      'tool.showRecord',
      'written record-path-learned',
      'sealed',
      'said journal',
      'said show-record done',
    ]);
  });

  it('writes nothing where the path could not be learned', async () => {
    const { run, events } = await bench();
    expect(await run(show)).toEqual([done({ action: 'show-record' }, ok({ path: null }))]);
    expect(events()).toEqual([]);
  });

  it('shows the record even where its path cannot be kept', async () => {
    const { run, store } = await bench(withRecord);
    store.refuse('append');
    expect(await run(show)).toEqual([
      { type: 'journal-failed', fault: powerCut },
      done({ action: 'show-record' }, ok({ path })),
    ]);
  });

  it.each<readonly [string, FollowAnswer['end'], string]>([
    ['is not there', { fault: commandFaults.absent('tool', 'tool.exe') }, 'absent'],
    ['fails', { exitCode: 1 }, 'failed'],
    ['says nothing', { exitCode: 0 }, 'unreadable'],
  ])('says why the program that %s showed nothing', async (_, end, code) => {
    const commands = createFakeCommands([
      { program: 'tool', args: ['show-record'], times: 1, follow: { lines: [], end } },
    ]);
    const { run, events } = await bench({ commands });
    expect(await run(show)).toMatchObject([{ action: 'show-record', outcome: { ok: false, fault: { code } } }]);
    expect(events()).toEqual([]);
  });

  it('gives up when the console is left', async () => {
    const { run } = await bench({ troubles: { 'tool.showRecord': 'hang' } });
    const leaving = new AbortController();
    const running = run(show, leaving.signal);
    leaving.abort();
    expect(await running).toMatchObject([{ action: 'show-record', outcome: { fault: { code: 'cancelled' } } }]);
  });
});

const PATH = 'C:\\配信実績.csv';

function terminalWith(content: string): FakeOptions {
  return { terminal: { files: { [PATH]: { content, modifiedAt: 0 } } } };
}

async function look(options: Parameters<typeof bench>[0], signal?: AbortSignal) {
  const at = await bench(options);
  const messages = await at.run({ action: 'look-at-record', path: PATH }, signal);
  expect(at.events()).toEqual([]);
  return messages;
}

describe('looking at what is said to be the delivery record', () => {
  it('tells the versions that it names, and keeps nothing', async () => {
    expect(await look(terminalWith('顔認証ライブラリ,5.1.0\r\n連携アプリケーション,4.0.2\r\n'))).toEqual([
      done(
        { action: 'look-at-record', path: PATH },
        ok({ 'distribution-app': null, 'link-app': '4.0.2', 'face-library': '5.1.0', 'reader-app': null }),
      ),
    ]);
  });

  it('tells the versions of the components that the notice brings', async () => {
    const own = [
      { id: 'browser-extension', name: 'ブラウザ拡張機能', versionInfo: null, recordNames: ['拡張プラグイン'] },
    ];
    const [message] = await look({ ...terminalWith('顔認証ライブラリ,5.1.0\r\n拡張プラグイン,2.0.0\r\n'), own });
    expect(message).toMatchObject({
      outcome: { value: { 'link-app': null, 'face-library': '5.1.0', 'browser-extension': '2.0.0' } },
    });
  });

  it('tells that a file is no such record', async () => {
    const [message] = await look(terminalWith('買い物: 牛乳'));
    expect(message).toMatchObject({ outcome: { ok: true, value: { 'face-library': null, 'link-app': null } } });
  });

  it('tells why a file cannot be read', async () => {
    expect(await look({})).toMatchObject([{ outcome: { ok: false, fault: { code: 'absent' } } }]);
    const denied = fakeFault('denied');
    expect(await look({ troubles: { 'files.read': denied } })).toMatchObject([{ outcome: failed(denied) }]);
  });

  it('waits no longer than one check may take', async () => {
    const at = await bench({ troubles: { 'files.read': 'hang' }, limits: { checkTimeoutSeconds: 0.05 } });
    expect(await at.run({ action: 'look-at-record', path: PATH })).toMatchObject([
      { outcome: { ok: false, fault: { code: 'timed-out', headline: recordPathTexts.noAnswer } } },
    ]);
  });

  it('ends with the console', async () => {
    const leaving = AbortSignal.abort();
    expect(await look({ troubles: { 'files.read': 'hang' } }, leaving)).toMatchObject([
      { outcome: { fault: { code: 'cancelled' } } },
    ]);
  });
});
