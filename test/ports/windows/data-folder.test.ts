import { describe, expect, it } from 'vitest';
import { chooseDataFolder, dataFolders } from '../../../src/ports/windows/data-folder.ts';

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
