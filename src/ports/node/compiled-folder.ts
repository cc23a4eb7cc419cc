import { lstatSync, mkdirSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { isAbsolute, join, parse, relative, sep, win32 } from 'node:path';

/** Who runs the program, and where. */
export interface Account {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder that the system has on record, whatever the environment says. */
  readonly home: string;
  /** null on Windows. */
  readonly uid: number | null;
}

const ROOT = 0;
const WRITABLE_BY_OTHERS = 0o022;
const FOLDERS = ['oqs-console', 'compiled'] as const;

/**
 * The folder for what Node has compiled of our modules: whoever can write there decides what this program runs. So it lies in the user's
 * own folder for such things, and is only used where nobody else can write to it or to anything above it. null: there is none to trust,
 * and nothing is kept. What is missing of it is made.
 */
export function compiledFolder(account: Account): string | null {
  try {
    return account.platform === 'win32' ? inProfile(account) : inHome(account);
  } catch {
    return null;
  }
}

function inHome({ home, uid, env }: Account): string | null {
  if (uid === null) return null;
  const named = env['XDG_CACHE_HOME'] ?? '';
  const known = isAbsolute(named) ? { start: named, below: FOLDERS } : { start: home, below: ['.cache', ...FOLDERS] };
  let folder = realpathSync(known.start);
  if (lstatSync(folder).uid !== uid || !pathTo(folder).every((each) => isOnlyOurs(lstatSync(each), uid))) return null;
  for (const name of known.below) {
    folder = join(folder, name);
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) mkdirSync(folder, { mode: 0o700 });
    else if (!isOnlyOurs(found, uid)) return null;
  }
  if (lstatSync(folder).uid !== uid) return null;
  // Node keeps what it compiled one level down, in folders that were made with whatever the umask was then.
  const inner = readdirSync(folder).map((name) => lstatSync(join(folder, name)));
  return inner.every((found) => isOnlyOurs(found, uid)) ? folder : null;
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
 * Windows keeps a profile for its user; there are no owners and modes to read without a program. What runs as administrator trusts
 * nothing there: the same user's other programs can write to it.
 */
function inProfile({ home, env }: Account): string | null {
  const local = env['LOCALAPPDATA'] ?? '';
  const inside = win32.relative(home, local);
  const isInside = win32.isAbsolute(local) && inside !== '' && !inside.startsWith('..') && !win32.isAbsolute(inside);
  if (!isInside || !isBarredFromSystem(env)) return null;
  let folder = local;
  if (isLink(folder)) return null;
  for (const name of FOLDERS) {
    folder = win32.join(folder, name);
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) mkdirSync(folder);
    else if (isLink(folder)) return null;
  }
  return folder;
}

/** Junctions are links to Node as well. */
function isLink(folder: string): boolean {
  return !lstatSync(folder).isDirectory();
}

/** Whether Windows refuses us the folder of its registry, which administrators may list; anything else tells nothing. */
function isBarredFromSystem(env: Account['env']): boolean {
  try {
    readdirSync(win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'config'));
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES');
  }
}
