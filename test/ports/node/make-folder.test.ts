import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolderNow } from '../../../src/ports/node/make-folder.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

it('makes a folder with those above it, and leaves one that is there', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a', 'b', 'c');
  makeFolderNow(path);
  writeFileSync(join(path, 'file'), '');
  makeFolderNow(path);
  expect(readdirSync(path)).toEqual(['file']);
  expect(statSync(path).mode & 0o022).toBe(0);
});

it.skipIf(process.platform !== 'linux')('says why it cannot, and does not try for ever', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'file'), '');
  expect(() => makeFolderNow(join(folder, 'a', 'file'))).toThrow('EEXIST');
  expect(() => makeFolderNow(join(folder, 'a', 'file', 'sub', 'sub'))).toThrow('ENOTDIR');
  expect(() => makeFolderNow('/proc/oqs-console/sub')).toThrow('ENOENT');
});
