import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/domain/fault.ts';
import { readNamedFile, readOptionalFile } from '../../../src/ports/node/config-files.ts';
import { createDataFolder } from '../../../src/ports/node/data-folder.ts';
import { createJournalStore } from '../../../src/ports/node/journal-store.ts';
import { NO_ANSWER, withPatience } from '../../../src/ports/node/file-faults.ts';
import { fakeTrust } from '../../fakes/trust.ts';
import { deadDisk, needsFuse } from '../../harness/dead-disk.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const never = new Promise<never>(() => undefined);

describe('patience with the file system', () => {
  it('gives what came in time, a value or an error', async () => {
    expect(await withPatience(Promise.resolve(5), 10_000)).toBe(5);
    await expect(withPatience(Promise.reject(new Error('EIO')), 10_000)).rejects.toThrow('EIO');
  });

  it('ends when the time is up, and when it is aborted', async () => {
    await expect(withPatience(never, 1)).rejects.toMatchObject({ code: NO_ANSWER });
    await expect(withPatience(never, 10_000, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const { signal } = new AbortController();

describe('a disk that never answers', () => {
  let disk: ReturnType<typeof deadDisk> = null;
  beforeEach(() => {
    disk = deadDisk(temporaryFolder());
  });
  afterEach(() => disk?.[Symbol.dispose]());
  const store = () => createJournalStore(disk?.path ?? '', undefined, { patienceMs: 50 });

  it('holds a journal that cannot be read, in words', async ({ skip }) => {
    if (disk === null) skip(needsFuse);
    expect(await store().read()).toMatchObject({
      ok: false,
      fault: { code: 'timed-out', headline: expect.stringContaining('ディスクから答えがない') as unknown },
    });
  });

  it('is never written to twice: a write that was given up comes to its end before the next one begins', async ({
    skip,
  }) => {
    if (disk === null) skip(needsFuse);
    const one = store();
    expect(await one.append(Uint8Array.of(0x31))).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
    expect(await one.append(Uint8Array.of(0x32))).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
    expect(await one.replaceHead(Uint8Array.of(0x32))).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
  });

  it('holds a lock of which nothing can be told at a glance, and which is left behind in time', async ({ skip }) => {
    if (disk === null) skip(needsFuse);
    const one = store();
    expect(await one.livingLock()).toBeNull();
    expect(await one.acquireLock()).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
    await one.releaseLock();
  });

  it('holds a file of the data folder that cannot be read', async ({ skip }) => {
    if (disk === null) skip(needsFuse);
    const data = createDataFolder(disk?.path ?? '', { trust: fakeTrust(), patienceMs: 50 });
    expect(await data.read('settings.json', signal)).toMatchObject({ ok: false, fault: { code: 'timed-out' } });
    expect(await data.read('settings.json', AbortSignal.abort())).toMatchObject({
      ok: false,
      fault: { code: 'cancelled' },
    });
  });
});

describe.runIf(process.platform !== 'win32')('a pipe in the place of a file', () => {
  let folder = '';
  beforeEach(() => {
    folder = temporaryFolder();
  });

  function makePipe(name: string): string {
    const pipe = join(folder, name);
    execFileSync('mkfifo', [pipe]);
    return pipe;
  }

  it.each(['journal.jsonl', 'journal.head'])('is no %s, at once', async (name) => {
    const pipe = makePipe(name);
    const fault = { code: 'unreadable', headline: expect.stringContaining(pipe) as unknown };
    expect(await createJournalStore(folder).read()).toMatchObject({ ok: false, fault });
  });

  it('is nothing to append to, and no lock', async () => {
    makePipe('journal.jsonl');
    makePipe('console.lock');
    const store = createJournalStore(folder);
    expect(await store.append(Uint8Array.of(0x31))).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
    expect(await store.acquireLock()).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
    expect(await store.livingLock()).toBeNull();
  });

  it('is not opened as a settings file', async () => {
    const pipe = makePipe('settings.json');
    await expect(readNamedFile(pipe, '直してください。')).rejects.toThrow(InputError);
    await expect(readOptionalFile(pipe, '直してください。')).rejects.toThrow('ファイルではありません');
    expect(await createDataFolder(folder, { trust: fakeTrust() }).read('settings.json', signal)).toMatchObject({
      ok: false,
      fault: { code: 'unreadable' },
    });
  });
});
