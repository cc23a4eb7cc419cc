import { mkdir, readFile, readdir, unlink, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLock, type Lock } from '../../../src/ports/node/lock.ts';
import { nodeProcesses, startTicks, type Processes } from '../../../src/ports/node/processes.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const now = Date.parse('2026-01-20T08:10:00+09:00');
const hour = 3_600_000;
let folder = '';
let path = '';

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'console.lock');
});

function machine(pid: number, over: Partial<Processes> = {}): Processes {
  return {
    pid,
    isAlive: () => true,
    startMark: () => Promise.resolve(null),
    presence: null,
    bootedAt: () => now - hour,
    now: () => now,
    ...over,
  };
}

function isNotTen(pid: number): boolean {
  return pid !== 10;
}

function lockOf(pid: number, over: Partial<Processes> = {}, pauseMs = 20): Lock {
  return createLock(path, machine(pid, over), { pauseMs });
}

describe('createLock', () => {
  it('takes a free lock and gives it back', async () => {
    const lock = lockOf(10);
    expect(await lock.acquire()).toEqual({ held: true });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      pid: 10,
      startedAt: '2026-01-19T23:10:00.000Z',
    });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that it holds the lock when it is asked again', async () => {
    const lock = lockOf(10);
    await lock.acquire();
    expect(await lock.acquire()).toEqual({ held: true });
  });

  it('is taken again where its file is gone, under the same token, and given back as ever', async () => {
    const lock = lockOf(10);
    await lock.acquire();
    const token = lock.token();
    await unlink(path);
    // The console looks, and its operator presses, at the same time.
    expect(await Promise.all([lock.acquire(), lock.acquire()])).toEqual([{ held: true }, { held: true }]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: 10, token });
    expect(await lockOf(11).acquire()).toEqual({ held: false, ownerPid: 10 });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is lost to a console that came when its file was gone, until that one ends', async () => {
    const [first, second] = [lockOf(10), lockOf(11)];
    await first.acquire();
    await unlink(path);
    expect(await second.acquire()).toEqual({ held: true });
    expect(await first.acquire()).toEqual({ held: false, ownerPid: 11 });
    expect([first.token(), await first.livingToken()]).toEqual([null, second.token()]);
    await first.release();
    expect(await second.acquire()).toEqual({ held: true });
    await second.release();
    expect(await first.acquire()).toEqual({ held: true });
  });

  it('is given back by whoever leaves while it is being looked at', async () => {
    const lock = lockOf(10);
    await lock.acquire();
    await unlink(path);
    await Promise.all([lock.acquire(), lock.release()]);
    expect([lock.token(), await readdir(folder)]).toEqual([null, []]);
  });

  it('is only held, never taken, by whoever does not have it any more', async () => {
    const lock = lockOf(10);
    expect(await lock.hold()).toBeNull();
    await lock.acquire();
    await unlink(path);
    expect(await lock.hold()).toEqual({ held: true });
    expect(await readdir(folder)).toEqual(['console.lock']);
    const [released, held] = await Promise.all([lock.release(), lock.hold()]);
    expect([released, held, await lock.hold(), await readdir(folder)]).toEqual([undefined, null, null, []]);
  });

  it.each([
    ['a console that is gone', JSON.stringify({ pid: 11, startedAt: new Date(now).toISOString(), token: 'x' })],
    ['nobody', 'half'],
  ])('is taken back from a file that names %s', async (_, text) => {
    const lock = lockOf(10, { isAlive: (pid) => pid !== 11 });
    await lock.acquire();
    await writeFile(path, text);
    expect(await Promise.all([lock.acquire(), lock.acquire()])).toEqual([{ held: true }, { held: true }]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: 10, token: lock.token() });
    expect(await readdir(folder)).toEqual(['console.lock']);
  });

  it('names the console that holds it', async () => {
    await lockOf(10).acquire();
    expect(await lockOf(11).acquire()).toEqual({ held: false, ownerPid: 10 });
  });

  it('does not remove the lock of another', async () => {
    const first = lockOf(10);
    await first.acquire();
    await lockOf(11).release();
    expect(await readdir(folder)).toEqual(['console.lock']);
  });

  it('takes over from a console that is gone, which then cannot give it back', async () => {
    const gone = lockOf(10);
    await gone.acquire();
    expect(await lockOf(11, { isAlive: () => false }).acquire()).toEqual({ held: true });
    await gone.release();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: 11 });
    expect(await readdir(folder)).toEqual(['console.lock']);
  });

  it('takes over where an earlier try could not clear up after itself', async () => {
    await lockOf(10).acquire();
    await writeFile(`${path}.mine`, 'half');
    const lock = createLock(path, machine(11, { isAlive: isNotTen }), { pauseMs: 20, newToken: () => 'mine' });
    expect(await lock.acquire()).toEqual({ held: true });
    expect(await readdir(folder)).toEqual(['console.lock']);
  });

  it('takes over its own id from an earlier run', async () => {
    await lockOf(10).acquire();
    expect(await lockOf(10).acquire()).toEqual({ held: true });
  });

  it('takes over where the id now belongs to another process', async () => {
    await lockOf(10, { startMark: () => Promise.resolve('boot 100') }).acquire();
    const same = { startMark: () => Promise.resolve('boot 100') };
    expect(await lockOf(11, same).acquire()).toEqual({ held: false, ownerPid: 10 });
    const other = { startMark: () => Promise.resolve('boot 200') };
    expect(await lockOf(11, other).acquire()).toEqual({ held: true });
  });

  it('takes over from before the last start of the system, where marks cannot be told', async () => {
    await lockOf(10).acquire();
    expect(await lockOf(11, { bootedAt: () => now - hour + 60_000 }).acquire()).toMatchObject({ held: false });
    expect(await lockOf(11, { bootedAt: () => now }).acquire()).toEqual({ held: true });
  });

  it('goes by the sign of life where there is one: an id that a later process has got is no owner', async () => {
    const shown = new Set<string>();
    const signs = (token: string): Partial<Processes> => ({
      presence: {
        show: async () => void shown.add(token),
        hide: () => void shown.delete(token),
        isShown: async (name) => shown.has(name),
      },
    });
    const tokens = ['first', 'second'] as const;
    const [first, second] = tokens.map((token, index) =>
      createLock(path, machine(10 + index, signs(token)), { pauseMs: 20, newToken: () => token }),
    );
    expect(await first?.acquire()).toEqual({ held: true });
    expect(await second?.acquire()).toEqual({ held: false, ownerPid: 10 });
    shown.delete('first');
    expect(await second?.acquire()).toEqual({ held: true });
    await second?.release();
    expect(shown).toEqual(new Set());
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'pid 10'],
    ['half a lock', '{"pid":10,"startedAt":"2026'],
    ['a process id that is none', '{"pid":0,"startedAt":"2026-01-20T00:00:00Z","token":"x"}'],
    ['other JSON', '[]'],
  ])('takes over a lock that holds %s', async (_, text) => {
    await writeFile(path, text);
    expect(await lockOf(11).acquire()).toEqual({ held: true });
  });

  it('waits for the owner of a lock that is still being written', async () => {
    await writeFile(path, '');
    const waiting = lockOf(11, {}, 2_000).acquire();
    await writeFile(path, JSON.stringify({ pid: 10, startedAt: new Date(now).toISOString(), token: 'x' }));
    expect(await waiting).toEqual({ held: false, ownerPid: 10 });
  });

  it('is held by one of several that start together', async () => {
    const results = await Promise.all([11, 12, 13, 14, 15].map((pid) => lockOf(pid).acquire()));
    expect(results.filter(({ held }) => held)).toHaveLength(1);
  });

  it('is held by one of several that take over together', async () => {
    await writeFile(path, JSON.stringify({ pid: 10, startedAt: new Date(now).toISOString(), token: 'x' }));
    const results = await Promise.all(
      [11, 12, 13, 14, 15].map((pid) => lockOf(pid, { isAlive: isNotTen }, 200).acquire()),
    );
    expect(results.filter(({ held }) => held)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['console.lock']);
  });

  it('rejects where the lock cannot be a file', async () => {
    await mkdir(path);
    await expect(lockOf(10).acquire()).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('the token of the lock that is held', () => {
  it('is ours while we hold it, in the file as well, and another one each time', async () => {
    const lock = lockOf(10);
    expect([lock.token(), await lock.livingToken()]).toEqual([null, null]);
    await lock.acquire();
    const token = lock.token();
    expect(token).not.toBeNull();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ token });
    expect(await lock.livingToken()).toBe(token);
    await lock.release();
    expect([lock.token(), await lock.livingToken()]).toEqual([null, null]);
    await lock.acquire();
    expect(lock.token()).not.toBe(token);
  });

  it('is the owner’s for whoever looks on, without taking or writing anything', async () => {
    const owner = lockOf(10);
    await owner.acquire();
    const before = await readFile(path, 'utf8');
    const looker = lockOf(11);
    expect(await looker.livingToken()).toBe(owner.token());
    expect(looker.token()).toBeNull();
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await readdir(folder)).toEqual(['console.lock']);
  });

  it('is nobody’s once the owner is gone, or its id is another process’s', async () => {
    await lockOf(10, { startMark: () => Promise.resolve('boot 100') }).acquire();
    expect(await lockOf(11, { isAlive: isNotTen }).livingToken()).toBeNull();
    expect(await lockOf(11, { startMark: () => Promise.resolve('boot 200') }).livingToken()).toBeNull();
    // A lock of an earlier run that had our id: its owner is not us.
    expect(await lockOf(10).livingToken()).toBeNull();
  });

  it.each(['', '[]', '{"pid":10'])('is nobody’s where the file holds %j', async (text) => {
    await writeFile(path, text);
    expect(await lockOf(11).livingToken()).toBeNull();
  });
});

describe('a lock that shows nothing of what a console shows here', () => {
  const planted = JSON.stringify({ pid: 10, startedAt: new Date(now).toISOString(), token: 'planted' });
  const presence = { show: async () => undefined, hide: () => undefined, isShown: async () => false };

  it('is nobody’s where the system tells processes apart, and is taken over', async () => {
    await writeFile(path, planted);
    const marks = { startMark: () => Promise.resolve('boot 100') };
    expect(await lockOf(11, marks).livingToken()).toBeNull();
    expect(await lockOf(11, marks).acquire()).toEqual({ held: true });
  });

  it('proves nobody at work where consoles give a sign, and is not taken over on that doubt', async () => {
    await writeFile(path, planted);
    expect(await lockOf(11, { presence }).livingToken()).toBeNull();
    expect(await lockOf(11, { presence }).acquire()).toEqual({ held: false, ownerPid: 10 });
  });

  it('is its process’s where the system can tell nothing', async () => {
    await writeFile(path, planted);
    expect(await lockOf(11).livingToken()).toBe('planted');
  });
});

describe('nodeProcesses', () => {
  it('knows itself, its parent and a process that has ended', () => {
    const processes = nodeProcesses();
    const ended = spawnSync(process.execPath, ['--version']).pid;
    expect(processes.isAlive(processes.pid)).toBe(true);
    expect(processes.isAlive(process.ppid)).toBe(true);
    expect(processes.isAlive(ended)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('tells processes apart by more than the id', async () => {
    const processes = nodeProcesses();
    const own = await processes.startMark(processes.pid);
    expect(own).toMatch(/^[0-9a-f-]{36} \d+$/);
    expect(await processes.startMark(processes.pid)).toBe(own);
    expect(await processes.startMark(1)).not.toBe(own);
  });

  it('reads the start from behind a name with spaces and parentheses', () => {
    const fields = Array.from({ length: 50 }, (_, index) => String(index + 3));
    expect(startTicks(`7 (a (b) c) ${fields.join(' ')}`)).toBe('22');
  });
});
