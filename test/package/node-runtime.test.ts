import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { integrityOf } from '../../scripts/package/integrity.ts';
import { fetchPinned, nodeRuntime, type Fetch, type Pinned } from '../../scripts/package/node-runtime.ts';
import { temporaryFolder } from '../e2e/built.ts';
import { pinnedNode } from './node-version.ts';

const right = Buffer.from('the right bytes');
const pin: Pinned = { package: 'thing', version: '1.0.0', integrity: integrityOf(right) };
const name = 'thing-1.0.0.tgz';

describe('the pinned Node', () => {
  it('is the version that the project itself runs on', () => {
    expect(nodeRuntime.version).toBe(pinnedNode);
  });

  it('is named by a whole SHA-512', () => {
    expect(nodeRuntime.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    expect(integrityOf(Buffer.from('abc'))).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    );
  });
});

describe('fetching a pinned package', () => {
  let calls = 0;
  beforeEach(() => {
    calls = 0;
  });
  const gives =
    (bytes: Uint8Array): Fetch =>
    async (_, folder) => {
      calls += 1;
      writeFileSync(join(folder, name), bytes);
    };

  it('keeps it in the cache, and does not fetch it again', async () => {
    using folder = temporaryFolder();
    const cache = join(folder.path, 'deep', 'cache');
    const path = await fetchPinned(pin, cache, gives(right));
    expect(readFileSync(path)).toEqual(right);
    expect(await fetchPinned(pin, cache, gives(right))).toBe(path);
    expect(calls).toBe(1);
    expect(readdirSync(cache)).toEqual([name]);
  });

  it('refuses other bytes, says so, and keeps nothing', async () => {
    using folder = temporaryFolder();
    await expect(fetchPinned(pin, folder.path, gives(Buffer.from('other bytes')))).rejects.toMatchObject({
      code: 'wrong-bytes',
      message: expect.stringContaining(pin.integrity),
      remedy: expect.stringContaining('do not use it'),
    });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('refuses it when nothing came', async () => {
    using folder = temporaryFolder();
    await expect(fetchPinned(pin, folder.path, async () => {})).rejects.toMatchObject({
      code: 'wrong-bytes',
      message: expect.stringContaining('nothing came'),
    });
  });

  it('fetches anew what was changed in the cache', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, name), 'half');
    const path = await fetchPinned(pin, folder.path, gives(right));
    expect(readFileSync(path)).toEqual(right);
  });

  it('leaves nothing behind where fetching fails', async () => {
    using folder = temporaryFolder();
    const fails: Fetch = async () => {
      throw new Error('no network');
    };
    await expect(fetchPinned(pin, folder.path, fails)).rejects.toThrow('no network');
    expect(existsSync(join(folder.path, name))).toBe(false);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
