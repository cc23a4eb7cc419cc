import { constants, lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { Doubt } from '../../settings/data-files.ts';
import type { SiteFileRead, SiteTrust } from '../ports.ts';
import { onlyAsAgreed, type Agreements } from './agreements.ts';
import { ROOT, STICKY, WRITABLE_BY_OTHERS } from './own-folder.ts';

/**
 * Who may have written a site's file, by owners and modes: of the file itself as it was opened, and of the folders in
 * which another could be put in its place. `ownerOf`: an owner that is known otherwise; null: ask the file.
 */
export function createSiteTrust(options: {
  readonly dataDir: string;
  readonly programFolder: string;
  /** null: the system has no such owners, and only `ownerOf` tells. */
  readonly uid: number | null;
  readonly agreements: Agreements;
  readonly ownerOf?: (path: string) => string | null;
}): SiteTrust {
  const { dataDir, programFolder, uid, agreements, ownerOf = () => null } = options;

  function doubtOf({ path, facts }: SiteFileRead): Doubt | null {
    const owner = ownerOf(path);
    if (owner !== null) return { why: 'owner', owner };
    if (uid === null) return null;
    try {
      const isLink = (facts.mode & constants.S_IFMT) === constants.S_IFLNK;
      // One that leads nowhere is looked at itself; the mode of a link means nothing.
      const folders = [...foldersTo(path, dataDir), ...(isLink ? [] : [dirname(realpathSync(path))])];
      return (
        linkDoubt(lstatSync(path), uid) ??
        doubtIn(isLink ? { ...facts, mode: 0 } : facts, uid) ??
        folders.map((folder) => folderDoubt(folder, uid)).find((doubt) => doubt !== null) ??
        null
      );
    } catch {
      // Moved away since it was read: by whom cannot be told.
      return { why: 'unknown', owner: null };
    }
  }

  /** Whoever owns its folder decides what runs in any case; nobody else may write there, or to what lies in it. */
  function programDoubt(): Doubt | null {
    if (uid === null) return null;
    try {
      const installer = statSync(programFolder).uid;
      const doubts = statsIn(programFolder).map((stats) => doubtIn(stats, uid, installer));
      return doubts.find((doubt) => doubt !== null) ?? null;
    } catch {
      // What is missing of the program has been told when it was started.
      return null;
    }
  }

  return onlyAsAgreed(agreements, { doubtsOf: async (files) => files.map(doubtOf), programDoubt });
}

/**
 * Of a folder and all that lies in it. Node's own way down (`recursive`) asks twice what each one is: 2 ms of a start.
 */
function statsIn(path: string): readonly Stats[] {
  const stats = statSync(path);
  return stats.isDirectory()
    ? [stats, ...readdirSync(path).flatMap((name) => statsIn(`${path}${sep}${name}`))]
    : [stats];
}

/** The folder of a file; of one in the data folder all up to that. */
function foldersTo(path: string, dataDir: string): readonly string[] {
  const folder = dirname(path);
  const inside = relative(dataDir, folder);
  const isInside = inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`);
  return isInside ? [folder, ...foldersTo(folder, dataDir)] : [folder];
}

/** A folder that is a link lies in one that is looked at as well, and leads to one that must be as good. */
function folderDoubt(folder: string, uid: number): Doubt | null {
  const doubt = linkDoubt(lstatSync(folder), uid);
  if (doubt !== null) return doubt;
  const stats = statSync(folder);
  return (stats.mode & STICKY) === 0 || isForeign(stats, uid) ? doubtIn(stats, uid) : null;
}

/** Whoever made a link chose where it leads. */
function linkDoubt(found: Stats, uid: number): Doubt | null {
  return found.isSymbolicLink() && isForeign(found, uid) ? { why: 'owner', owner: String(found.uid) } : null;
}

function doubtIn(stats: Pick<Stats, 'uid' | 'mode'>, uid: number, installer: number = ROOT): Doubt | null {
  if (stats.uid !== installer && isForeign(stats, uid)) return { why: 'owner', owner: String(stats.uid) };
  return (stats.mode & WRITABLE_BY_OTHERS) === 0 ? null : { why: 'writable', owner: null };
}

function isForeign(stats: Pick<Stats, 'uid'>, uid: number): boolean {
  return stats.uid !== uid && stats.uid !== ROOT;
}
