import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compiledFolder, stateFolder, type Account } from '../../../src/ports/node/own-folder.ts';

const me = process.getuid?.() ?? 0;
let home: string;

// Below the user's own home: what lies among the temporary files of all is trusted nowhere.
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(homedir(), 'oqs-console-test-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const account = (changes: Partial<Account> = {}): Account => ({
  platform: 'linux',
  env: {},
  home,
  uid: me,
  ...changes,
});
const folder = (): string => join(home, '.cache', 'oqs-console', 'compiled');

describe('where Node keeps what it compiled', () => {
  it('is made in the home of the user, for nobody else', () => {
    expect(compiledFolder(account())).toBe(folder());
    expect(lstatSync(folder()).mode & 0o777).toBe(0o700);
    expect(compiledFolder(account())).toBe(folder());
  });

  it('is where the user keeps such things', () => {
    const caches = join(home, 'caches');
    mkdirSync(caches, { mode: 0o700 });
    expect(compiledFolder(account({ env: { XDG_CACHE_HOME: caches } }))).toBe(join(caches, 'oqs-console', 'compiled'));
  });

  it('is nowhere where the home is missing, or is no folder', () => {
    expect(compiledFolder(account({ home: join(home, 'missing') }))).toBeNull();
    expect(compiledFolder(account({ home: '/dev/null' }))).toBeNull();
  });

  it('is nowhere where others can write to what Node has made in it', () => {
    compiledFolder(account());
    const inner = join(folder(), 'v24.0.0-x64');
    mkdirSync(inner);
    chmodSync(inner, 0o777);
    expect(compiledFolder(account())).toBeNull();
    chmodSync(inner, 0o755);
    expect(compiledFolder(account())).toBe(folder());
  });

  it.each([0o770, 0o707, 0o722, 0o1777])('is nowhere where others can write to it or above it: mode %o', (mode) => {
    compiledFolder(account());
    for (const each of [folder(), join(home, '.cache', 'oqs-console'), join(home, '.cache'), home]) {
      const before = lstatSync(each).mode & 0o7777;
      chmodSync(each, mode);
      const isWritable = (mode & 0o022) !== 0;
      expect(compiledFolder(account())).toBe(isWritable ? null : folder());
      chmodSync(each, before);
    }
    expect(compiledFolder(account())).toBe(folder());
  });

  it('is nowhere where the folder is a link, even to a folder of ours', () => {
    const elsewhere = join(home, 'elsewhere');
    mkdirSync(elsewhere, { mode: 0o700 });
    mkdirSync(join(home, '.cache', 'oqs-console'), { recursive: true, mode: 0o700 });
    symlinkSync(elsewhere, folder());
    expect(compiledFolder(account())).toBeNull();
  });

  it('is nowhere where it belongs to somebody else', () => {
    compiledFolder(account());
    expect(compiledFolder(account({ uid: me + 1 }))).toBeNull();
  });

  it('is nowhere in the home of somebody else, and nothing is made there', () => {
    expect(compiledFolder(account({ uid: me + 1 }))).toBeNull();
    expect(existsSync(join(home, '.cache'))).toBe(false);
  });

  it.runIf(me === 0)('is nowhere for root where another user owns it or what is above it', () => {
    compiledFolder(account());
    for (const each of [folder(), join(home, '.cache', 'oqs-console'), join(home, '.cache'), home]) {
      chownSync(each, 65_534, 65_534);
      expect(compiledFolder(account())).toBeNull();
      chownSync(each, 0, 0);
    }
    expect(compiledFolder(account())).toBe(folder());
  });

  it('is nowhere below a folder that everybody can write to, where a home lies there', () => {
    const shared = mkdtempSync('/tmp/oqs-console-test-');
    expect(compiledFolder(account({ home: shared }))).toBeNull();
    rmSync(shared, { recursive: true });
  });
});

describe('on Windows', () => {
  const windows = (changes: Record<string, string>): Account =>
    account({ platform: 'win32', home: String.raw`C:\Users\clinic`, uid: null, env: changes });

  it('is nowhere outside of the profile', () => {
    for (const LOCALAPPDATA of ['', 'C:\\', String.raw`C:\Users\other\AppData\Local`, String.raw`C:\Users\clinic`])
      expect(compiledFolder(windows({ LOCALAPPDATA }))).toBeNull();
  });

  it('is nowhere where it cannot be told that this is no administrator', () => {
    expect(compiledFolder(windows({ LOCALAPPDATA: String.raw`C:\Users\clinic\AppData\Local` }))).toBeNull();
  });
});

describe('where the console remembers what the user has agreed to', () => {
  const state = (): string => join(home, '.local', 'state', 'oqs-console');

  it('is made in the home of the user only where something is to be kept', () => {
    expect(stateFolder(account(), false)).toBeNull();
    expect(existsSync(join(home, '.local'))).toBe(false);
    expect(stateFolder(account(), true)).toBe(state());
    expect(lstatSync(state()).mode & 0o777).toBe(0o700);
    expect(stateFolder(account(), false)).toBe(state());
  });

  it("may lie below a folder of all in which nobody can move what is another's", () => {
    const named = join(home, 'shared', 'mine');
    mkdirSync(named, { recursive: true, mode: 0o700 });
    chmodSync(join(home, 'shared'), 0o777);
    const env = { XDG_STATE_HOME: named };
    expect(stateFolder(account({ env }), true)).toBeNull();
    chmodSync(join(home, 'shared'), 0o1777);
    expect(stateFolder(account({ env }), true)).toBe(me === 0 ? join(named, 'oqs-console') : null);
  });

  it('is nowhere where others can write to it', () => {
    stateFolder(account(), true);
    chmodSync(state(), 0o770);
    expect(stateFolder(account(), false)).toBeNull();
  });
});
