import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { dataFiles, type Doubt } from '../../settings/data-files.ts';
import { onlyAsAgreed, type Agreements } from '../node/agreements.ts';
import { factsOf } from '../node/config-files.ts';
import type { Commands, SiteFileRead, SiteTrust } from '../ports.ts';
import { askRights, type RightsTold } from './rights.ts';
import { isAccount, readRights } from './sddl.ts';

/** How the files of this machine are looked at; a test has its own. */
export interface TrustLook {
  /** The `identity` of what stands at the path now; null where that is nothing. */
  identityOf(path: string): string | null;
  isLink(path: string): boolean;
  /** The `.json` files of a folder; none where there is no folder. */
  jsonFilesIn(folder: string): readonly string[];
}

/** What was told of one path, and of which file it was told. */
interface Told {
  readonly rights: RightsTold['paths'][number];
  readonly identity: string | null;
}

const CONSOLE_WAITS_MS = 20_000;
/** A monitor gives a check ten seconds in all. */
const CHECK_WAITS_MS = 4_000;

/**
 * Who may have written a site's file, by Windows' owners and rights, which take PowerShell to ask. It is only started
 * where there is a file whose content this user has not met: a console that writes remembers those that counted. Who
 * owns the program's own folder decides what runs anyway, so their files count as well.
 */
export function createWindowsTrust(options: {
  readonly commands: Pick<Commands, 'run'>;
  readonly agreements: Agreements;
  readonly dataDir: string;
  readonly programFolder: string;
  /** Whether this is a console that writes. */
  readonly remembers: boolean;
  readonly ended: AbortSignal;
  readonly look?: TrustLook;
}): SiteTrust {
  const { commands, agreements, dataDir, programFolder, remembers, ended, look = trustLook } = options;
  const known = new Map<string, Told>();
  let isOurs: RightsTold['isOurs'] = nobody;

  async function learn(files: readonly SiteFileRead[]): Promise<void> {
    const isKnown = ({ path, facts }: SiteFileRead): boolean => known.get(path)?.identity === facts.identity;
    const asked = files.filter((file) => !isKnown(file)).map(({ path }) => path);
    if (asked.length === 0) return;
    // All that may be wanted next, in one start.
    const beside = known.size === 0 ? filesBeside(dataDir, look) : [];
    const paths = [...new Set([...asked, ...beside])];
    const all = [...new Set([programFolder, ...paths.flatMap(foldersOf), ...paths])];
    const before = all.map((path) => look.identityOf(path));
    const told = await askRights(commands, all, {
      signal: ended,
      timeoutMs: remembers ? CONSOLE_WAITS_MS : CHECK_WAITS_MS,
    });
    const [program] = told.paths;
    const installer = program ? (readRights(program.sddl, 'folder')?.owner ?? '') : '';
    isOurs = (sid) => told.isOurs(sid) || (isAccount(sid) && sid === installer);
    for (const [at, path] of all.entries()) {
      const identity = before[at] ?? null;
      known.set(path, {
        rights: told.paths[at] ?? null,
        identity: identity === look.identityOf(path) ? identity : null,
      });
    }
  }

  /** The folder of a file, and the data folder where it lies in that. */
  function foldersOf(path: string): readonly string[] {
    const folder = win32.normalize(`${dataDir}\\`);
    return path.startsWith(folder) ? [win32.dirname(path), folder.slice(0, -1)] : [win32.dirname(path)];
  }

  function doubtOf({ path, facts }: SiteFileRead): Doubt | null {
    const told = known.get(path);
    const folders = foldersOf(path);
    if ([path, ...folders].some((each) => look.isLink(each))) return { why: 'link', owner: null };
    // Another file than the one that was read stands there now, or stood there meanwhile.
    if (!told?.rights || told.identity !== facts.identity) return { why: 'unknown', owner: null };
    const rights = readRights(told.rights.sddl, 'file');
    if (rights === null) return { why: 'unknown', owner: null };
    if (!isOurs(rights.owner)) return { why: 'owner', owner: told.rights.owner ?? rights.owner };
    const others = new Set([rights.others(isOurs), ...folders.map(folderOthers)]);
    if (others.has('write')) return { why: 'writable', owner: null };
    return others.has('unknown') ? { why: 'unknown', owner: null } : null;
  }

  /** An ordinary user's folder is as good as an administrator's: whoever makes a file in it owns that. */
  function folderOthers(folder: string): 'none' | 'write' | 'unknown' {
    const told = known.get(folder)?.rights;
    return (told && readRights(told.sddl, 'folder')?.others(isOurs)) ?? 'unknown';
  }

  function programDoubt(): Doubt | null {
    const told = known.get(programFolder)?.rights;
    const others = told && readRights(told.sddl, 'code-folder')?.others(isOurs);
    return others === 'write' ? { why: 'writable', owner: null } : null;
  }

  async function doubtsOf(files: readonly SiteFileRead[]): Promise<readonly (Doubt | null)[]> {
    await learn(files);
    const doubts = files.map(doubtOf);
    const good = files.filter((_, at) => doubts[at] === null).map(({ sha256 }) => sha256);
    // Where it cannot be kept, PowerShell is asked again next time.
    if (remembers && good.length > 0) await agreements.add(good);
    return doubts;
  }

  return onlyAsAgreed(agreements, { doubtsOf, programDoubt });
}

/** Until it is known who we are. */
const nobody = (): boolean => false;

/** The site's files in the data folder. */
function filesBeside(dataDir: string, look: TrustLook): readonly string[] {
  const single = [dataFiles.settings.name, dataFiles.guide.name].map((name) => win32.join(dataDir, name));
  return [
    ...single.filter((path) => look.identityOf(path) !== null),
    ...look.jsonFilesIn(win32.join(dataDir, dataFiles.notices.name)),
  ];
}

/** Looks at the files of this machine. */
const trustLook: TrustLook = {
  identityOf(path) {
    try {
      const found = statSync(path, { bigint: true });
      return found.isFile() ? factsOf(found).identity : null;
    } catch {
      // Nothing there, or nothing to be seen: nothing is known of it.
      return null;
    }
  },
  isLink(path) {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== false;
  },
  jsonFilesIn(folder) {
    try {
      const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.json'));
      return names.map((name) => join(folder, name));
    } catch {
      // There are none, or whoever reads them says why they cannot be read.
      return [];
    }
  },
};
