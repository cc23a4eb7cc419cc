import { beforeEach, describe, expect, it } from 'vitest';
import { chooseDataFolder, dataFolders, folderLook, otherPlaces } from '../../../src/ports/windows/data-folder.ts';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const folders = { shared: 'C:\\ProgramData\\oqs-console', own: 'C:\\Users\\a\\AppData\\Local\\oqs-console' };

describe('dataFolders', () => {
  it('takes the folders that Windows names', () => {
    expect(dataFolders({ ProgramData: 'D:\\Data', LOCALAPPDATA: 'D:\\u\\Local', USERPROFILE: 'D:\\u' })).toEqual({
      shared: 'D:\\Data\\oqs-console',
      own: 'D:\\u\\Local\\oqs-console',
    });
  });

  it('knows where they usually are', () => {
    expect(dataFolders({ USERPROFILE: 'C:\\Users\\a' })).toEqual(folders);
  });
});

describe('other places to save in', () => {
  const env = { SystemDrive: 'C:', USERPROFILE: 'C:\\Users\\a' };
  const desktop = { id: 'desktop', path: 'C:\\Users\\a\\Desktop' };

  it.each([
    ['a stick', 'E:\\oqs-console\\dist', [{ id: 'stick', path: 'E:\\' }, desktop]],
    ['a share', '\\\\server\\share\\dist', [{ id: 'stick', path: '\\\\server\\share\\' }, desktop]],
    ["the system's own drive", 'c:\\oqs-console\\dist', [desktop]],
    ['nowhere in particular', 'dist', [desktop]],
  ])('for a program on %s', (_, folder, places) => {
    expect(otherPlaces(env, folder)).toEqual(places);
  });

  it('are none where Windows names none', () => {
    expect(otherPlaces({}, 'C:\\x')).toEqual([]);
  });
});

describe('chooseDataFolder', () => {
  const look = (facts: { readonly writable?: boolean; readonly shared?: number; readonly own?: number }) => ({
    journalAt: (folder: string) => (folder === folders.shared ? facts.shared : facts.own) ?? null,
    canWrite: (folder: string) => folder === folders.own || facts.writable === true,
  });
  const shared = { path: folders.shared, insteadOf: null };
  const own = { path: folders.own, insteadOf: folders.shared };

  it.each([
    ['a shared folder that lets it write', look({ writable: true }), true, shared],
    ['one that does not', look({ writable: false }), true, own],
    ['its own newer journal, for a console that writes', look({ writable: true, own: 2 }), true, shared],
    ['no journal, for one that only looks', look({}), false, shared],
    ['a journal in the shared folder', look({ shared: 1 }), false, shared],
    ['a journal in the own folder', look({ own: 1 }), false, own],
    ['two journals, the shared one newer', look({ shared: 2, own: 1 }), false, shared],
    ['two journals, the own one newer', look({ shared: 1, own: 2 }), false, own],
  ])('%s', (_, facts, writes, expected) => {
    expect(chooseDataFolder(folders, facts, writes)).toEqual(expected);
  });

  it('tries nothing where it only looks', () => {
    const strict = {
      journalAt: () => null,
      canWrite: () => {
        throw new Error('tried to write');
      },
    };
    expect(chooseDataFolder(folders, strict, false)).toEqual(shared);
  });
});

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe('folderLook', () => {
  const look = folderLook;

  it('makes the folder where it is missing, and leaves nothing in it', () => {
    const data = join(folder, 'ProgramData', 'oqs-console');
    expect(look.canWrite(data)).toBe(true);
    expect(readdirSync(data)).toEqual([]);
  });

  it('writes through no link at a name of its trial file that could be foreseen', () => {
    writeFileSync(join(folder, 'other'), 'other');
    symlinkSync(join(folder, 'other'), join(folder, `write-test-${String(process.pid)}.tmp`));
    expect(look.canWrite(folder)).toBe(true);
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('other');
  });

  it('changes nothing of a journal that is there', () => {
    writeFileSync(join(folder, 'journal.jsonl'), 'line\n');
    expect(look.canWrite(folder)).toBe(true);
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe('line\n');
  });

  it('cannot write where a file stands in the way, or where the journal cannot be appended to', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(look.canWrite(join(folder, 'file'))).toBe(false);
    mkdirSync(join(folder, 'data', 'journal.jsonl'), { recursive: true });
    expect(look.canWrite(join(folder, 'data'))).toBe(false);
  });

  it.each(['journal.jsonl', 'journal.head', 'console.lock'])('cannot write where %s cannot be', (name) => {
    mkdirSync(join(folder, 'data', name), { recursive: true });
    expect(look.canWrite(join(folder, 'data'))).toBe(false);
    expect(readdirSync(join(folder, 'data'))).toEqual([name]);
  });

  it.each(['file', 'nothing'])('cannot write where the journal is a link to %s, and touches nothing', (target) => {
    writeFileSync(join(folder, 'file'), '');
    utimesSync(join(folder, 'file'), 1_000, 1_000);
    mkdirSync(join(folder, 'data'));
    symlinkSync(join(folder, target), join(folder, 'data', 'journal.jsonl'));
    expect(look.canWrite(join(folder, 'data'))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'file']);
    expect(look.journalAt(folder)).toBeNull();
  });

  it('tells when a journal was last written', () => {
    expect(look.journalAt(folder)).toBeNull();
    writeFileSync(join(folder, 'journal.jsonl'), '');
    utimesSync(join(folder, 'journal.jsonl'), 1_000, 1_000);
    expect(look.journalAt(folder)).toBe(1_000_000);
  });
});
