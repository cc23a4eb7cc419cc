import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fileFaults } from '../../../src/ports/node/file-faults.ts';
import { createFiles, type FilesOptions } from '../../../src/ports/node/files.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const signal = new AbortController().signal;
const PATIENCE_MS = 20_000;
/** Any path on the terminal under C:\OQS\ is a file of this name in the test's own folder. */
const PREFIX = 'C:\\OQS\\';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

const host = (name: string): string => join(folder, name);
const toHostPath = (path: string): string => host(path.slice(PREFIX.length).replaceAll('\\', '/'));
const files = (options: Partial<FilesOptions> = {}) => createFiles({ toHostPath, ...options });
const read = (name: string, maxBytes = 100) => files().read(`${PREFIX}${name}`, { maxBytes, signal });

describe('another computer', () => {
  it.each(['\\\\server\\share\\a', '//server/share/a', '\\\\?\\UNC\\server\\share\\a'])(
    'is not asked for %s',
    async (path) => {
      const asked: string[] = [];
      const port = files({ toHostPath: (each) => String(asked.push(each)) });
      const refused = { ok: false, fault: { code: 'denied', headline: expect.stringContaining(path) as unknown } };
      expect(await port.read(path, { maxBytes: 100, signal })).toMatchObject(refused);
      expect(await port.stat(path, signal)).toMatchObject(refused);
      port.watch([path], () => undefined)();
      expect(asked).toEqual([]);
    },
  );
});

describe('read', () => {
  it('gives bytes and modification time on the clock of the terminal', async () => {
    writeFileSync(host('a.txt'), Uint8Array.from([0x82, 0xa0, 0x00]));
    utimesSync(host('a.txt'), 1_700_000_000, 1_700_000_000);
    const clockOf = (at: number): number => at + 5_000;
    const result = await files({ clockOf }).read(`${PREFIX}a.txt`, { maxBytes: 3, signal });
    expect(result.ok && { ...result.value, bytes: [...result.value.bytes] }).toEqual({
      bytes: [0x82, 0xa0, 0x00],
      modifiedAt: 1_700_000_005_000,
    });
  });

  it('reads a file of many chunks, and an empty one', async () => {
    const bytes = Buffer.alloc(300_000, 'abcdefg');
    writeFileSync(host('big'), bytes);
    writeFileSync(host('empty'), '');
    const big = await read('big', 300_000);
    expect(big.ok && Buffer.compare(big.value.bytes, bytes)).toBe(0);
    expect(await read('empty', 0)).toMatchObject({ ok: true, value: { bytes: Buffer.alloc(0) } });
  });

  it('names size, limit and path of a file that is too large', async () => {
    writeFileSync(host('large.csv'), Buffer.alloc(3 * 1024 * 1024 + 1));
    const result = await read('large.csv', 2 * 1024 * 1024);
    expect(result).toMatchObject({ ok: false, fault: { code: 'too-large' } });
    expect(!result.ok && result.fault.headline).toContain('3.1 MB');
    expect(!result.ok && result.fault.headline).toContain('2.0 MB');
    expect(!result.ok && result.fault.headline).toContain('C:\\OQS\\large.csv');
  });

  it.each([
    ['missing.txt', 'absent'],
    ['a.txt/below', 'absent'],
    ['folder', 'unreadable'],
  ])('tells why it cannot read %s', async (name, code) => {
    writeFileSync(host('a.txt'), 'a');
    mkdirSync(host('folder'));
    const result = await read(name);
    expect(result).toMatchObject({ ok: false, fault: { code } });
    expect(!result.ok && result.fault.headline).toContain(`${PREFIX}${name}`);
  });

  it.skipIf(process.platform === 'win32')('never opens a pipe, which might not come back', async () => {
    execFileSync('mkfifo', [host('pipe')]);
    expect(await read('pipe')).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
  });

  it('does not throw at a path that no system can take', async () => {
    expect(await read('a\0b')).toMatchObject({ ok: false, fault: { code: 'failed' } });
  });

  it('ends with the signal', async () => {
    writeFileSync(host('a.txt'), 'a');
    const aborted = AbortSignal.abort();
    const result = await files().read(`${PREFIX}a.txt`, { maxBytes: 10, signal: aborted });
    expect(result).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  });
});

describe('a file that another program holds', () => {
  /** The system's answers in order; once they are used up the file can be read. */
  function held(codes: readonly string[]) {
    const left = [...codes];
    const waits: number[] = [];
    const holding = files({
      toHostPath(path) {
        const code = left.shift();
        if (code !== undefined) throw Object.assign(new Error(code), { code });
        return toHostPath(path);
      },
      wait: (ms) => Promise.resolve(waits.push(ms)),
    });
    return { holding, waits };
  }
  const options = { maxBytes: 10, signal };

  it.each([
    [['EBUSY'], 1],
    [['EBUSY', 'EPERM', 'EBUSY'], 3],
  ])('is tried again after %j', async (codes, tries) => {
    writeFileSync(host('a.txt'), 'a');
    const { holding, waits } = held(codes);
    expect(await holding.read(`${PREFIX}a.txt`, options)).toMatchObject({ ok: true });
    expect(waits).toHaveLength(tries);
  });

  it.each([
    ['EBUSY', 'busy'],
    ['EPERM', 'denied'],
  ])('is %s for good after some tries', async (code, fault) => {
    const { holding, waits } = held(Array.from({ length: 20 }, () => code));
    expect(await holding.read(`${PREFIX}a.txt`, options)).toMatchObject({ ok: false, fault: { code: fault } });
    expect(waits.length).toBeGreaterThan(0);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(1_000);
  });

  it('is not waited for when there is another reason', async () => {
    const { holding, waits } = held(['EACCES']);
    expect(await holding.stat(`${PREFIX}a.txt`, signal)).toMatchObject({ ok: false, fault: { code: 'denied' } });
    expect(waits).toEqual([]);
  });

  it('ends with the signal while it waits', async () => {
    const patience = new AbortController();
    const { promise: asked, resolve } = Promise.withResolvers<null>();
    const waiting = files({
      toHostPath() {
        throw Object.assign(new Error('held'), { code: 'EBUSY' });
      },
      wait() {
        resolve(null);
        return new Promise(() => undefined);
      },
    });
    const result = waiting.read(`${PREFIX}a.txt`, { maxBytes: 10, signal: patience.signal });
    await asked;
    patience.abort();
    expect(await result).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  });
});

describe('fault codes', () => {
  it.each([
    ['ENOENT', 'absent'],
    ['ENOTDIR', 'absent'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EBUSY', 'busy'],
    ['EISDIR', 'unreadable'],
    ['EIO', 'failed'],
  ])('takes %s as %s', (code, expected) => {
    expect(fileFaults.ofCode('C:\\x', code).code).toBe(expected);
  });
});

describe('stat', () => {
  it('gives the modification time', async () => {
    writeFileSync(host('a.txt'), 'abc');
    utimesSync(host('a.txt'), 1_700_000_000, 1_700_000_000);
    expect(await files().stat(`${PREFIX}a.txt`, signal)).toEqual({
      ok: true,
      value: { modifiedAt: 1_700_000_000_000 },
    });
    expect(await files().stat(`${PREFIX}none`, signal)).toMatchObject({ ok: false, fault: { code: 'absent' } });
  });
});

describe('watch', () => {
  function watching(names: readonly string[]) {
    const onChange = vi.fn<() => void>();
    const paths = names.map((name) => `${PREFIX}${name}`);
    const stop = files({ pollMs: 20 }).watch(paths, onChange);
    /** Waits for that many calls; gives how many there were. */
    const seen = async (times: number): Promise<number> =>
      vi.waitUntil(() => onChange.mock.calls.length >= times && onChange.mock.calls.length, PATIENCE_MS);
    return { onChange, stop, seen };
  }

  it('tells when a file appears, changes and goes, even with its folder', async () => {
    const { stop, seen } = watching(['later/a.txt']);
    mkdirSync(host('new'));
    writeFileSync(host('new/a.txt'), 'one');
    renameSync(host('new'), host('later'));
    expect(await seen(1)).toBe(1);
    // In one step, so that no half of it can be seen.
    writeFileSync(host('b.txt'), 'longer');
    renameSync(host('b.txt'), host('later/a.txt'));
    expect(await seen(2)).toBe(2);
    rmSync(host('later'), { recursive: true });
    expect(await seen(3)).toBe(3);
    stop();
  });

  it('notices a file replaced by one of the same size and time', async () => {
    writeFileSync(host('a.txt'), 'old');
    writeFileSync(host('b.txt'), 'new');
    const { atime, mtime } = statSync(host('a.txt'));
    utimesSync(host('a.txt'), atime, mtime);
    utimesSync(host('b.txt'), atime, mtime);
    const { stop, seen } = watching(['a.txt']);
    renameSync(host('b.txt'), host('a.txt'));
    expect(await seen(1)).toBe(1);
    stop();
  });

  it('misses nothing that happens right after the call', async () => {
    writeFileSync(host('a.txt'), 'one');
    const { stop, seen } = watching(['a.txt']);
    writeFileSync(host('a.txt'), 'three');
    expect(await seen(1)).toBe(1);
    stop();
  });

  it('says nothing after it was stopped', async () => {
    const stopped = watching(['a.txt']);
    const other = watching(['a.txt']);
    stopped.stop();
    writeFileSync(host('a.txt'), 'one');
    expect(await other.seen(1)).toBe(1);
    other.stop();
    expect(stopped.onChange).not.toHaveBeenCalled();
  });
});
