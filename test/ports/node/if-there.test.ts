import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endOfFile, foundNow, holdsAnything, isThere, textNow } from '../../../src/ports/node/if-there.ts';
import { temporaryFolder } from '../simulator/harness.ts';

const textAt = async (file: string) => new TextDecoder().decode((await endOfFile(file, 4)) ?? undefined);

describe('the end of a file', () => {
  it('is all of a short one, the last bytes of a long one, and nothing of one that is not there', async () => {
    const file = join(temporaryFolder(), 'journal.jsonl');
    expect(await endOfFile(file, 4)).toBeNull();
    writeFileSync(file, '');
    expect(await textAt(file)).toBe('');
    writeFileSync(file, 'abc');
    expect(await textAt(file)).toBe('abc');
    writeFileSync(file, 'abcdef');
    expect(await textAt(file)).toBe('cdef');
  });

  it.skipIf(process.platform === 'win32')(
    'is nothing of a pipe, a link and a folder, which are not even opened',
    async () => {
      const folder = temporaryFolder();
      const [pipe, link, inner] = ['pipe', 'link', 'inner'].map((name) => join(folder, name));
      execFileSync('mkfifo', [pipe ?? '']);
      symlinkSync('/dev/zero', link ?? '');
      mkdirSync(inner ?? '');
      // A pipe without a writer would be waited for without end.
      for (const path of [pipe, link, inner]) expect(await endOfFile(path ?? '', 4)).toBeNull();
      expect(await Promise.all([pipe, link, inner].map(async (path) => isThere(path ?? '')))).toEqual([
        true,
        true,
        true,
      ]);
      expect(await isThere(join(folder, 'nothing'))).toBe(false);
    },
  );
});

describe('a folder that may be there', () => {
  it('holds nothing where there is none, or nothing in it; what is no folder is something', async () => {
    const folder = temporaryFolder();
    const [empty, full] = [join(folder, 'empty'), join(folder, 'full')];
    for (const each of [empty, full]) mkdirSync(each);
    writeFileSync(join(full, 'file'), '');
    symlinkSync('nowhere', join(folder, 'link'));
    const paths = [join(folder, 'none'), empty, full, join(full, 'file'), join(folder, 'link')];
    expect(await Promise.all(paths.map(holdsAnything))).toEqual([false, false, true, true, true]);
  });
});

describe.skipIf(process.platform === 'win32')('what stands at a path', () => {
  const folder = (): string => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'file'), 'text');
    symlinkSync('nowhere', join(path, 'to-nothing'));
    symlinkSync('loop', join(path, 'loop'));
    symlinkSync('file', join(path, 'to-file'));
    execFileSync('mkfifo', [join(path, 'pipe')]);
    return path;
  };

  it('is looked at through links, and nothing is nothing', () => {
    const path = folder();
    expect(foundNow(join(path, 'to-file'))?.isFile()).toBe(true);
    expect(foundNow(path)?.isDirectory()).toBe(true);
    expect(foundNow(join(path, 'none', 'sub'))).toBeNull();
  });

  it.each([
    ['to-nothing', 'OQS_REFUSED_DANGLING'],
    ['to-nothing/sub', 'OQS_REFUSED_DANGLING'],
    ['loop', 'ELOOP'],
    ['loop/sub', 'ELOOP'],
    ['file/sub', 'ENOTDIR'],
  ])('is not nothing where it cannot be looked at: %s', (name, code) => {
    const path = folder();
    expect(() => foundNow(join(path, name))).toThrow(expect.objectContaining({ code }));
  });

  it('is read where it is a file, and a pipe is not waited for', () => {
    const path = folder();
    expect(textNow(join(path, 'to-file'))).toBe('text');
    for (const [name, code] of [
      ['pipe', 'OQS_REFUSED_SPECIAL'],
      ['.', 'EISDIR'],
      ['none', 'ENOENT'],
    ])
      expect(() => textNow(join(path, name ?? ''))).toThrow(expect.objectContaining({ code }));
  });
});
