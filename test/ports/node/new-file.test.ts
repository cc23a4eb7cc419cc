import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeNewFile } from '../../../src/ports/node/new-file.ts';

const bytes = Buffer.from('zip');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oqs-new-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a new file', () => {
  it('is written whole, with nothing beside it', async () => {
    const path = join(folder, 'さくら.zip');
    expect(await writeNewFile(path, bytes)).toEqual({ type: 'written' });
    expect(readFileSync(path)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['さくら.zip']);
  });

  it('never takes the place of what is there: a file, a folder, a link to nowhere', async () => {
    writeFileSync(join(folder, 'file'), 'old');
    mkdirSync(join(folder, 'folder'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
    for (const name of ['file', 'folder', 'link'])
      expect(await writeNewFile(join(folder, name), bytes)).toEqual({ type: 'exists' });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('makes no folder, and leaves nothing behind where it fails', async () => {
    writeFileSync(join(folder, 'file'), 'old');
    expect(await writeNewFile(join(folder, 'none', 'a.zip'), bytes)).toEqual({
      type: 'failed',
      code: 'ENOENT',
    });
    expect(await writeNewFile(join(folder, 'file', 'a.zip'), bytes)).toEqual({
      type: 'failed',
      code: 'ENOTDIR',
    });
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
