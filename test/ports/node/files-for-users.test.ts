import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDataFolder } from '../../../src/ports/node/data-folder.ts';
import { makeDurably } from '../../../src/ports/node/file-writer.ts';
import { temporaryName } from '../../../src/ports/node/temporary-file.ts';
import { createJournalStore } from '../../../src/ports/node/journal-store.ts';
import { dataFiles } from '../../../src/settings/data-files.ts';
import { fakeTrust } from '../../fakes/trust.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const { signal } = new AbortController();
const bytes = Buffer.from('new');
let root = '';
let dataDir = '';
const at = (...names: readonly string[]): string => join(dataDir, ...names);

beforeEach(() => {
  root = temporaryFolder();
  dataDir = join(root, 'oqs-console');
  mkdirSync(dataDir);
});

/** Every way in which a file gets into the data folder, twice: where there is none, and where there is one. */
const writers: Readonly<Record<string, () => Promise<unknown>>> = {
  'journal.jsonl': async () => createJournalStore(dataDir).append(bytes),
  'journal.head': async () => createJournalStore(dataDir).replaceHead(bytes),
  'console.lock': async () => createJournalStore(dataDir).acquireLock(),
  'clinic.json': async () => replace('clinic.json'),
  'settings.json': async () => replace('settings.json'),
};

async function replace(name: 'clinic.json' | 'settings.json'): Promise<unknown> {
  return createDataFolder(dataDir, { trust: fakeTrust() }).replace(name, bytes, signal);
}

describe('the files that every user may write', () => {
  const written = Object.values(dataFiles).filter(({ kind, by }) => kind === 'file' && by !== 'site');

  it('are all that the console writes, but for the settings', () => {
    expect(Object.keys(writers).toSorted()).toEqual(written.map(({ name }) => name).toSorted());
    const forAll = Object.values(dataFiles).flatMap(({ name, users }) => (users === 'write' ? [name] : []));
    expect(forAll).toEqual(['journal.jsonl', 'journal.head', 'console.lock', 'clinic.json', 'exports', 'temp']);
  });

  // The group of a folder is to its files here what inherited rights are on Windows: they get it when they are made,
  // and keep it.
  it.runIf(process.getuid?.() === 0).each(written)('have the rights of the folder for them: $name', async (file) => {
    const [forUsers, forOwner] = [4_711, 4_712];
    mkdirSync(at('temp'));
    for (const [folder, group] of [
      [at('temp'), forUsers],
      [dataDir, forOwner],
    ] as const) {
      chownSync(folder, 0, group);
      chmodSync(folder, 0o2755);
    }
    // Made, then replaced; the lock is taken over from this very process, whose id another holding of it has.
    for (const _ of [1, 2, 3]) {
      expect(await writers[file.name]?.()).toMatchObject({ ok: true });
      expect(lstatSync(at(file.name)).gid).toBe(file.users === 'write' ? forUsers : forOwner);
      expect(readdirSync(at('temp'))).toEqual([]);
    }
    expect(readdirSync(dataDir).toSorted()).toEqual([file.name, 'temp'].toSorted());
  });

  it.each(['link', 'file', 'nothing'])(
    'are made where they are where %s stands in the place of their folder',
    async (what) => {
      mkdirSync(join(root, 'elsewhere'));
      if (what === 'link') symlinkSync(join(root, 'elsewhere'), at('temp'));
      if (what === 'file') writeFileSync(at('temp'), 'old');
      for (const write of Object.values(writers)) expect(await write()).toMatchObject({ ok: true });
      expect(readdirSync(dataDir).toSorted()).toEqual(
        [...Object.keys(writers), ...(what === 'nothing' ? [] : ['temp'])].toSorted(),
      );
      expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
    },
  );

  it('get their name only where there is none: of several that make it at once one does', async () => {
    mkdirSync(at('temp'));
    const each = Array.from({ length: 5 }, (_, number) => Buffer.from(String(number)));
    const made = await Promise.all(each.map(async (content) => makeDurably(at('x'), content, at('temp'))));
    expect(made.filter((isOurs) => isOurs)).toEqual([true]);
    expect(readFileSync(at('x'), 'utf8')).toBe(String(made.indexOf(true)));
    expect(readdirSync(at('temp'))).toEqual([]);
  });
});

/** How the folder stands when the power went after each step. */
const steps: readonly (readonly [after: string, leave: (temporary: string) => void])[] = [
  ['half a new file was written', (temporary) => writeFileSync(temporary, 'ha')],
  [
    'the journal got its name, and has its first one still',
    (temporary) => {
      writeFileSync(temporary, '');
      linkSync(temporary, at('journal.jsonl'));
    },
  ],
  [
    'the lock got its name, and has its first one still',
    (temporary) => {
      writeFileSync(temporary, '{"pid":0}');
      linkSync(temporary, at('console.lock'));
    },
  ],
  ['the journal was made and nothing written', () => writeFileSync(at('journal.jsonl'), '')],
];

describe('a console that was killed', () => {
  it.each(steps)('after %s is gone on from', async (_, leave) => {
    mkdirSync(at('temp'));
    leave(at('temp', temporaryName()));
    const store = createJournalStore(dataDir);
    expect(await store.acquireLock()).toEqual({ ok: true, value: { held: true } });
    expect(await store.append(bytes)).toMatchObject({ ok: true });
    expect(await store.append(bytes)).toMatchObject({ ok: true });
    expect(await store.replaceHead(bytes)).toMatchObject({ ok: true });
    expect(readFileSync(at('journal.jsonl'), 'utf8')).toBe('newnew');
    expect(lstatSync(at('journal.jsonl')).nlink).toBe(1);
  });

  it('leaves nothing for ever: what is a day old goes with the next head', async () => {
    mkdirSync(at('temp'));
    const left = at('temp', temporaryName());
    writeFileSync(left, 'half');
    const daysAgo = Date.now() / 1_000 - 2 * 86_400;
    utimesSync(left, daysAgo, daysAgo);
    await createJournalStore(dataDir).replaceHead(bytes);
    expect(readdirSync(at('temp'))).toEqual([]);
  });

  it("does not make another's file ours: a journal that has a name outside is not written", async () => {
    mkdirSync(at('temp'));
    writeFileSync(join(root, 'victim'), 'victim');
    linkSync(join(root, 'victim'), at('journal.jsonl'));
    linkSync(join(root, 'victim'), at('temp', temporaryName()));
    expect(await createJournalStore(dataDir).append(bytes)).toMatchObject({ ok: false });
    expect(readFileSync(join(root, 'victim'), 'utf8')).toBe('victim');
  });
});
