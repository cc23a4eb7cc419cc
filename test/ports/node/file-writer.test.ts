import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDataFolder } from '../../../src/ports/node/data-folder.ts';
import { replaceFile, writeNewFile } from '../../../src/ports/node/file-writer.ts';
import { temporaryName } from '../../../src/ports/node/temporary-file.ts';
import { makeDataFolder } from '../../../src/ports/node/make-folder.ts';
import { createJournalStore } from '../../../src/ports/node/journal-store.ts';
import { fakeTrust } from '../../fakes/trust.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const bytes = Buffer.from('new');
let folder = '';
const at = (...names: readonly string[]): string => join(folder, ...names);

beforeEach(() => {
  folder = temporaryFolder();
});

describe('a new file', () => {
  it('is written whole, with nothing beside it', async () => {
    const path = at('さくら.zip');
    expect(await writeNewFile(path, bytes)).toEqual({ type: 'written' });
    expect(readFileSync(path)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['さくら.zip']);
  });

  it('never takes the place of what is there: a file, a folder, a link to nowhere', async () => {
    writeFileSync(at('file'), 'old');
    mkdirSync(at('folder'));
    symlinkSync(at('nowhere'), at('link'));
    for (const name of ['file', 'folder', 'link'])
      expect(await writeNewFile(at(name), bytes)).toEqual({ type: 'exists' });
    expect(readFileSync(at('file'), 'utf8')).toBe('old');
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it('makes no folder, and leaves nothing behind where it fails', async () => {
    writeFileSync(at('file'), 'old');
    expect(await writeNewFile(at('none', 'a.zip'), bytes)).toEqual({ type: 'failed', code: 'ENOENT' });
    expect(await writeNewFile(at('file', 'a.zip'), bytes)).toEqual({ type: 'failed', code: 'ENOTDIR' });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('may have as long a name as the file system takes', async () => {
    const name = `${'あ'.repeat(80)}.zip`;
    expect(await writeNewFile(at(name), bytes)).toEqual({ type: 'written' });
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe('a file that other programs read', () => {
  it('is replaced whole, with nothing beside it', async () => {
    const path = at('監視.prom');
    for (const text of ['old', 'new']) {
      expect(await replaceFile(path, Buffer.from(text))).toEqual({ type: 'written' });
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(['監視.prom']);
  });

  it.skipIf(process.platform === 'win32')('can be read by all, whatever the umask', async () => {
    const before = process.umask(0o077);
    try {
      await replaceFile(at('a.prom'), bytes);
    } finally {
      process.umask(before);
    }
    expect(lstatSync(at('a.prom')).mode & 0o777).toBe(0o644);
  });

  it('cannot take the place of a folder, or lie in none', async () => {
    mkdirSync(at('a.prom'));
    expect(await replaceFile(at('a.prom'), bytes)).toMatchObject({ type: 'failed' });
    expect(await replaceFile(at('none', 'a.prom'), bytes)).toEqual({ type: 'failed', code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual(['a.prom']);
  });
});

describe('what a process left whose power went', () => {
  it('goes with the next file that is written there; what may be another one at work stays', async () => {
    const [left, link, atWork] = [temporaryName(), temporaryName(), temporaryName()];
    for (const name of [left, atWork, 'other', 'oqs-console-notes.tmp']) writeFileSync(at(name), 'old');
    symlinkSync(at('other'), at(link));
    const daysAgo = Date.now() / 1_000 - 2 * 86_400;
    for (const name of [left, 'oqs-console-notes.tmp']) utimesSync(at(name), daysAgo, daysAgo);
    expect(await replaceFile(at('a.prom'), bytes)).toEqual({ type: 'written' });
    expect(readdirSync(folder).toSorted()).toEqual(
      [atWork, link, 'a.prom', 'oqs-console-notes.tmp', 'other'].toSorted(),
    );
    expect(readFileSync(at('other'), 'utf8')).toBe('old');
  });
});

/** Every way in which the console puts a file in its place. */
const { signal } = new AbortController();
const writers: readonly (readonly [name: string, file: string, write: () => Promise<unknown>])[] = [
  ['the journal head', 'journal.head', () => createJournalStore(folder).replaceHead(bytes)],
  [
    'the data folder',
    'settings.json',
    () => createDataFolder(folder, { trust: fakeTrust() }).replace('settings.json', bytes, signal),
  ],
  ['a file for other programs', 'a.prom', () => replaceFile(at('a.prom'), bytes)],
  ['a new file', 'a.zip', () => writeNewFile(at('a.zip'), bytes)],
];
/** Names under which the bytes were once written first. */
const foreseen = (file: string) => [`${file}.new`, `${file}.oqs-new`, `${file}.${String(process.pid)}.tmp`];

describe.each(writers)('%s and planted links', (_, file, write) => {
  it('writes through none at a name that could be foreseen, and leaves them alone', async () => {
    writeFileSync(at('other'), 'other');
    mkdirSync(at('folder'));
    const targets = [at('other'), at('nowhere'), at('folder')];
    for (const [index, name] of foreseen(file).entries()) symlinkSync(targets[index] ?? '', at(name));
    await write();
    expect(readFileSync(at(file), 'utf8')).toBe('new');
    expect(lstatSync(at(file)).isFile()).toBe(true);
    expect(readFileSync(at('other'), 'utf8')).toBe('other');
    expect(existsSync(at('nowhere'))).toBe(false);
    expect(readdirSync(at('folder'))).toEqual([]);
    expect(foreseen(file).map((name) => readlinkSync(at(name)))).toEqual(targets);
    expect(readdirSync(folder).toSorted()).toEqual([file, 'folder', 'other', ...foreseen(file)].toSorted());
  });
});

describe.each(writers.slice(1, 3))('%s and a link in its own place', (_, file, write) => {
  it.each([
    ['to a file', 'other'],
    ['to nowhere', 'nowhere'],
  ])('%s is replaced, and what it leads to stays as it is', async (_way, target) => {
    writeFileSync(at('other'), 'other');
    symlinkSync(at(target), at(file));
    await write();
    expect(lstatSync(at(file)).isFile()).toBe(true);
    expect(readFileSync(at(file), 'utf8')).toBe('new');
    expect(readFileSync(at('other'), 'utf8')).toBe('other');
    expect(readdirSync(folder).toSorted()).toEqual([file, 'other'].toSorted());
  });
});

describe('a link in the place of what only the console writes', () => {
  const store = () => createJournalStore(folder);
  const save = (name: string) =>
    createDataFolder(folder, { trust: fakeTrust() }).replace(`exports/${name}`, bytes, signal);
  const ways = [
    ['journal.jsonl', () => store().append(bytes)],
    ['journal.jsonl', () => store().read()],
    ['journal.head', () => store().replaceHead(bytes)],
    ['journal.head', () => store().read()],
    ['console.lock', () => store().acquireLock()],
    ['exports', () => save('a.zip')],
    [
      'exports',
      () =>
        createDataFolder(folder, { trust: fakeTrust() }).saveNew(
          { id: 'data', path: at('exports') },
          'a.txt',
          bytes,
          signal,
        ),
    ],
  ] as const;

  it.each(ways.flatMap(([name, way]) => ['other', 'nowhere', 'folder'].map((target) => [name, target, way] as const)))(
    '%s to %s is refused, and what it leads to stays as it is',
    async (name, target, way) => {
      writeFileSync(at('other'), 'other');
      mkdirSync(at('folder'));
      symlinkSync(at(target), at(name));
      expect(await way()).toMatchObject({ ok: false, fault: { headline: expect.stringContaining(at(name)) } });
      expect(readlinkSync(at(name))).toBe(at(target));
      expect(readFileSync(at('other'), 'utf8')).toBe('other');
      expect(readdirSync(at('folder'))).toEqual([]);
      expect(existsSync(at('nowhere'))).toBe(false);
    },
  );

  it('is refused under another name of the same file as well', async () => {
    writeFileSync(at('other'), 'other');
    linkSync(at('other'), at('journal.jsonl'));
    expect(await store().append(bytes)).toMatchObject({ ok: false });
    expect(readFileSync(at('other'), 'utf8')).toBe('other');
  });
});

describe('the data folder', () => {
  it('may be a link of an ordinary user, and is none for whoever is elevated', async () => {
    mkdirSync(at('elsewhere'));
    symlinkSync(at('elsewhere'), at('data'));
    await makeDataFolder(at('data'), () => false);
    await expect(makeDataFolder(at('data'), () => true)).rejects.toThrow(at('data'));
    await makeDataFolder(at('new'), () => true);
    await makeDataFolder(at('new'), () => true);
    expect(readdirSync(at('new'))).toEqual([]);
  });
});
