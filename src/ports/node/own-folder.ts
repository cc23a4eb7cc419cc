import { lstatSync, mkdirSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute, join, parse, relative, sep, win32 } from 'node:path';
import { isBarredFromSystem } from './elevation.ts';

/** Who runs the program, and where. */
export interface Account {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder that the system has on record, whatever the environment says. */
  readonly home: string;
  /** null on Windows. */
  readonly uid: number | null;
}

export const ROOT = 0;
export const WRITABLE_BY_OTHERS = 0o022;
/** In such a folder nobody can move what is another's. */
export const STICKY = 0o1000;

/** A place for something of the user's own. */
interface OwnPlace {
  /** Names the user's folder for such things; without it that is `below` the home. */
  readonly variable: string;
  readonly below: readonly string[];
  readonly names: readonly string[];
  /**
   * Whether it is run: then it must not even lie among the temporary files of all, and on Windows what runs as
   * administrator trusts none.
   */
  readonly isCode: boolean;
}

const COMPILED: OwnPlace = {
  variable: 'XDG_CACHE_HOME',
  below: ['.cache'],
  names: ['oqs-console', 'compiled'],
  isCode: true,
};
const STATE: OwnPlace = {
  variable: 'XDG_STATE_HOME',
  below: ['.local', 'state'],
  names: ['oqs-console'],
  isCode: false,
};

/**
 * The folder for what Node has compiled of our modules: whoever can write there decides what this program runs. So it
 * lies in the user's own folder for such things, and is only used where nobody else can write to it or to anything
 * above it. null: there is none to trust, and nothing is kept. What is missing of it is made.
 */
export function compiledFolder(account: Account): string | null {
  const folder = ownFolder(account, COMPILED, true);
  if (folder === null || account.platform === 'win32') return folder;
  const { uid } = account;
  // Node keeps what it compiled one level down, in folders that were made with whatever the umask was then.
  const inner = readdirSync(folder).map((name) => lstatSync(join(folder, name)));
  return uid !== null && inner.every((found) => isOnlyOurs(found, uid)) ? folder : null;
}

/**
 * The user's own folder for what the console remembers, where nobody else can write. null: there is none. Makes it
 * where `makes`.
 */
export function stateFolder(account: Account, makes: boolean): string | null {
  return ownFolder(account, STATE, makes);
}

function ownFolder(account: Account, place: OwnPlace, makes: boolean): string | null {
  try {
    return account.platform === 'win32' ? inProfile(account, place, makes) : inHome(account, place, makes);
  } catch {
    return null;
  }
}

function inHome({ home, uid, env }: Account, place: OwnPlace, makes: boolean): string | null {
  if (uid === null) return null;
  const named = env[place.variable] ?? '';
  const known = isAbsolute(named)
    ? { start: named, below: place.names }
    : { start: home, below: [...place.below, ...place.names] };
  let folder = realpathSync(known.start);
  const isGood = (each: string): boolean => {
    const found = lstatSync(each);
    const isShared = !place.isCode && found.uid === ROOT && (found.mode & STICKY) !== 0;
    return isShared || isOnlyOurs(found, uid);
  };
  if (lstatSync(folder).uid !== uid || !pathTo(folder).every(isGood)) return null;
  for (const name of known.below) {
    folder = join(folder, name);
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined && !makes) return null;
    if (found === undefined) mkdirSync(folder, { mode: 0o700 });
    else if (!isOnlyOurs(found, uid)) return null;
  }
  return lstatSync(folder).uid === uid ? folder : null;
}

/** The folder and all above it, from the top. */
function pathTo(folder: string): readonly string[] {
  const { root } = parse(folder);
  const names = relative(root, folder)
    .split(sep)
    .filter((name) => name !== '');
  return [root, ...names.map((_, index) => join(root, ...names.slice(0, index + 1)))];
}

/** A folder (and no link to one) that nobody but us and root can write to. */
function isOnlyOurs(found: Stats, uid: number): boolean {
  const isOwned = found.uid === uid || found.uid === ROOT;
  return found.isDirectory() && isOwned && (found.mode & WRITABLE_BY_OTHERS) === 0;
}

/**
 * Windows keeps a profile for its user; there are no owners and modes to read without a program. What runs as
 * administrator trusts nothing there: the same user's other programs can write to it.
 */
function inProfile({ home, env }: Account, place: OwnPlace, makes: boolean): string | null {
  const local = env['LOCALAPPDATA'] ?? '';
  const inside = win32.relative(home, local);
  const isInside = win32.isAbsolute(local) && inside !== '' && !inside.startsWith('..') && !win32.isAbsolute(inside);
  if (!isInside || (place.isCode && !isBarredFromSystem(env))) return null;
  let folder = local;
  if (isLink(folder)) return null;
  for (const name of place.names) {
    folder = win32.join(folder, name);
    const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    if (!isThere && !makes) return null;
    if (!isThere) mkdirSync(folder);
    else if (isLink(folder)) return null;
  }
  return folder;
}

/** Junctions are links to Node as well. */
function isLink(folder: string): boolean {
  return !lstatSync(folder).isDirectory();
}

/** null: the system does not know this user, as in some containers. */
export function homeOfRecord(): string | null {
  try {
    return userInfo().homedir;
  } catch {
    return null;
  }
}
