import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Options } from '../../src/commands/options.ts';
import { runReport } from '../../src/commands/report.ts';
import { failed, InputError, ok } from '../../src/domain/fault.ts';
import type { JournalStore } from '../../src/journal/store.ts';
import { reportDocumentSchema } from '../../src/report/document.ts';
import { openRun } from '../../src/commands/run.ts';
import { reportCliTexts } from '../../src/report/report.ja.ts';
import { fakeFault, fakeNow, fakePorts } from '../fakes/ports.ts';
import { fileOf, headOf, line } from '../journal/build.ts';
import { memoryStore } from '../journal/memory-store.ts';
import { terminalIn } from './terminal.ts';

type Tools = Parameters<typeof runReport>[1];

const counted = line([], { event: 'terminals-counted', count: 2, allDone: true });

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'oqs-report-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

/**
 * A terminal that is up to date, all others done, its clinic known: nothing is missing but that the report was sent.
 */
function bench(
  changes: { readonly version?: string; readonly clinic?: string; readonly store?: Partial<JournalStore> } = {},
): {
  readonly tools: Tools;
  readonly printed: string[];
  readonly warned: string[];
  readonly calls: readonly string[];
} {
  const clinic = changes.clinic ?? '{"name":"サンプルクリニック","phone":"03-1234-5678"}';
  writeFileSync(join(dataDir, 'clinic.json'), clinic);
  const store = memoryStore(fileOf([counted]), headOf([counted]));
  const ports = {
    ...fakePorts({
      terminal: {
        files: {
          'C:\\Program Files\\OQS-Auth\\Version.info': {
            content: changes.version ?? '5.1.0',
            modifiedAt: fakeNow - 60_000,
          },
        },
      },
    }),
    journal: { ...store, ...changes.store },
  };
  const printed: string[] = [];
  const warned: string[] = [];
  const terminal = terminalIn(dataDir, () => ports);
  const tools: Tools = {
    withRun: async (options, _writes, work) => work(await openRun(terminal, options, '1.2.3')),
    print: (text) => {
      printed.push(text);
      return Promise.resolve();
    },
    warn: (text) => warned.push(text),
    stopwatch: () => 0,
  };
  return { tools, printed, warned, calls: store.calls };
}

function sent(tools: Tools, options: Options = {}): Promise<number> {
  return runReport({ command: 'report-sent', options }, tools);
}

/** What is wrong with the call or the terminal. */
async function refusal(work: Promise<number>): Promise<InputError> {
  const error: unknown = await work.catch((each: unknown) => each);
  if (error instanceof InputError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

describe('report', () => {
  it('prints the page of a report that is ready, and writes and locks nothing', async () => {
    const { tools, printed, calls } = bench();
    expect(await runReport({ command: 'report', options: {} }, tools)).toBe(0);
    expect(printed.join('')).toMatch(/^\[済\] 送る準備ができました。\n\n完了報告: [^]*\n0312345678\n/);
    expect(calls).toEqual(['read']);
  });

  it('gives one document with --json', async () => {
    const { tools, printed } = bench({ version: '5.0.3' });
    expect(await runReport({ command: 'report', options: { json: true } }, tools)).toBe(1);
    const document = reportDocumentSchema.parse(JSON.parse(printed.join('')));
    expect(document).toMatchObject({ ready: false, reasons: [{ id: 'version-not-proven' }] });
  });

  it('ends with 3 where the version is not known', async () => {
    expect(await runReport({ command: 'report', options: {} }, bench({ version: '?' }).tools)).toBe(3);
  });
});

describe('report sent', () => {
  it('records it under the lock, and prints what was recorded', async () => {
    const { tools, printed, warned, calls } = bench();
    expect(await sent(tools)).toBe(0);
    expect(printed.join('')).toMatch(/^\[済\] 1\/20\(火\) 08:10 に、送ったことを記録しました。\n/);
    expect({ warned, calls }).toEqual({
      warned: [],
      calls: ['read', 'acquireLock', 'acquireLock', 'read', 'append', 'replaceHead'],
    });
    expect(await runReport({ command: 'report', options: {} }, tools)).toBe(0);
    expect(printed.at(-1)).toContain('送ったことを記録しました。');
  });

  it.each([{}, { elsewhere: true }])(
    '%j is refused while the version is old, and nothing is written',
    async (options) => {
      const { tools, printed, warned, calls } = bench({ version: '5.0.3' });
      expect(await sent(tools, options)).toBe(1);
      expect(warned).toEqual([reportCliTexts.refused]);
      expect(printed.join('')).toMatch(/^\[要\] まだ送れません。\n {2}- /);
      expect(calls).not.toContain('append');
    },
  );

  it('asks for no value of the form: that was sent from elsewhere', async () => {
    const { tools, printed } = bench({ clinic: '{}' });
    expect(await runReport({ command: 'report', options: {} }, tools)).toBe(1);
    expect(await sent(tools)).toBe(0);
    expect(printed.at(-1)).toMatch(/^\[済\] 1\/20\(火\) 08:10 に、送ったことを記録しました。\n/);
  });

  it('names the console that holds the terminal', async () => {
    const acquireLock = () => Promise.resolve(ok({ held: false, ownerPid: 4711 } as const));
    const { tools, calls } = bench({ store: { acquireLock } });
    const error = await refusal(sent(tools));
    expect(error).toMatchObject({ code: 'locked', message: reportCliTexts.locked(4711) });
    expect(calls).toEqual(['read']);
  });

  it('records nothing where another console has come while the terminal was read', async () => {
    const answers = [ok({ held: true } as const), ok({ held: false, ownerPid: 4711 } as const)];
    const acquireLock = () => Promise.resolve(answers.shift() ?? failed(fakeFault('failed')));
    const { tools, calls } = bench({ store: { acquireLock } });
    expect(await refusal(sent(tools))).toMatchObject({ code: 'locked', message: reportCliTexts.locked(4711) });
    expect(calls).toEqual(['read']);
  });

  it.each([
    [
      'the lock',
      { acquireLock: () => Promise.resolve(failed(fakeFault('denied', '鍵を書けません'))) },
      '鍵を書けません',
    ],
    [
      'the journal',
      { append: () => Promise.resolve(failed(fakeFault('denied', '記録を書けません'))) },
      '記録を書けません',
    ],
  ])('says why %s cannot be written, and gives the lock back', async (_, store, headline) => {
    let isLocked = false;
    const counting = {
      acquireLock: () => {
        isLocked = true;
        return Promise.resolve(ok({ held: true } as const));
      },
      releaseLock: () => {
        isLocked = false;
        return Promise.resolve();
      },
    };
    const { tools } = bench({ store: { ...counting, ...store } });
    expect(await refusal(sent(tools))).toMatchObject({ code: 'data-folder', message: headline });
    expect(isLocked).toBe(false);
  });

  it('is refused where nothing may be recorded', async () => {
    expect(await refusal(sent(bench().tools, { readOnly: true }))).toMatchObject({ code: 'read-only' });
  });
});
