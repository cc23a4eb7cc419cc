import { describe, expect, it } from 'vitest';
import { commandFaults } from '../../src/ports/command-faults.ts';
import { createFakeCommands, type FollowAnswer } from '../fakes/commands.ts';
import { fakeFault, healthyTerminal } from '../fakes/ports.ts';
import { powerCut } from '../journal/memory-store.ts';
import { bench } from './bench.ts';
import { done } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';

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
