import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/ports/node/replace-file.ts';

const bytes = Buffer.from('new');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oqs-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that other programs read', () => {
  it('is replaced whole, with nothing beside it', async () => {
    const path = join(folder, '監視.prom');
    for (const text of ['old', 'new']) {
      expect(await replaceFile(path, Buffer.from(text), '1')).toEqual({ type: 'written' });
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(['監視.prom']);
  });

  it('goes through what an earlier run left, and through no link in its place', async () => {
    const path = join(folder, 'a.prom');
    writeFileSync(join(folder, 'other'), 'other');
    symlinkSync(join(folder, 'other'), `${path}.1.tmp`);
    expect(await replaceFile(path, bytes, '1')).toEqual({ type: 'written' });
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('other');
    expect(readdirSync(folder).toSorted()).toEqual(['a.prom', 'other']);
  });

  it('cannot take the place of a folder, or lie in none', async () => {
    mkdirSync(join(folder, 'a.prom'));
    expect(await replaceFile(join(folder, 'a.prom'), bytes, '1')).toMatchObject({ type: 'failed' });
    expect(await replaceFile(join(folder, 'none', 'a.prom'), bytes, '1')).toEqual({
      type: 'failed',
      code: 'ENOENT',
    });
    expect(readdirSync(folder)).toEqual(['a.prom']);
  });
});
