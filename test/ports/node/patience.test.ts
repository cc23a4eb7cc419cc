import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/domain/fault.ts';
import { readNamedFile, readOptionalFile } from '../../../src/ports/node/config-files.ts';
import { createDataFolder } from '../../../src/ports/node/data-folder.ts';
import { createJournalStore } from '../../../src/ports/node/journal-store.ts';
import { NO_ANSWER, withPatience } from '../../../src/ports/node/file-faults.ts';
import { fakeTrust } from '../../fakes/trust.ts';

const never = new Promise<never>(() => undefined);

describe('patience with the file system', () => {
  it('gives what came in time, a value or an error', async () => {
    expect(await withPatience(Promise.resolve(5), 10_000)).toBe(5);
    await expect(withPatience(Promise.reject(new Error('EIO')), 10_000)).rejects.toThrow('EIO');
  });

  it('ends when the time is up, and when it is aborted', async () => {
    await expect(withPatience(never, 1)).rejects.toMatchObject({ code: NO_ANSWER });
    await expect(withPatience(never, 10_000, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

/** Pipes stand for a disk that does not answer: whoever opens one waits until somebody opens its other end. */
describe.runIf(process.platform !== 'win32')('a file that never answers', () => {
  let folder = '';
  let pipe = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'oqs-patience-'));
  });
  afterEach(() => {
    if (pipe !== '') closeSync(openEnd());
    pipe = '';
    rmSync(folder, { recursive: true, force: true });
  });

  function makePipe(name: string): void {
    pipe = join(folder, name);
    execFileSync('mkfifo', [pipe]);
  }
  const openEnd = (): number => openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const { signal } = new AbortController();

  it('is a journal that cannot be read, in words', async () => {
    makePipe('journal.jsonl');
    const store = createJournalStore(folder, undefined, { patienceMs: 50 });
    expect(await store.read()).toMatchObject({
      ok: false,
      fault: { code: 'timed-out', headline: expect.stringContaining('ディスクから答えがない') as unknown },
    });
  });

  it('is never written to twice: a write that was given up comes to its end before the next one begins', async () => {
    makePipe('journal.jsonl');
    const store = createJournalStore(folder, undefined, { patienceMs: 50 });
    const first = Uint8Array.of(0x31);
    const second = Uint8Array.of(0x32);
    expect(await store.append(first)).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
    expect(await store.append(second)).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
    expect(await store.replaceHead(second)).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
    expect(() => readFileSync(join(folder, 'journal.head'))).toThrow('ENOENT');
  });

  it('is a lock of which nothing can be told at a glance', async () => {
    makePipe('console.lock');
    const store = createJournalStore(folder, undefined, { patienceMs: 50 });
    expect(await store.livingLock()).toBeNull();
  });

  it('is a file of the data folder that cannot be read', async () => {
    makePipe('settings.json');
    const data = createDataFolder(folder, { trust: fakeTrust(), patienceMs: 50 });
    expect(await data.read('settings.json', signal)).toMatchObject({
      ok: false,
      fault: { code: 'timed-out' },
    });
    expect(await data.read('settings.json', AbortSignal.abort())).toMatchObject({
      ok: false,
      fault: { code: 'cancelled' },
    });
  });

  it('is not opened as a settings file', () => {
    makePipe('settings.json');
    expect(() => readNamedFile(pipe, '直してください。')).toThrow(InputError);
    expect(() => readOptionalFile(pipe, '直してください。')).toThrow('ファイルではありません');
  });
});
