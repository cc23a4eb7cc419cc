import { closeSync, lstatSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { dataFiles } from '../../settings/data-files.ts';
import { makeFolderNow } from '../node/make-folder.ts';
import { temporaryName } from '../node/temporary-file.ts';
import type { SavePlace } from '../ports.ts';

const FOLDER = 'oqs-console';

/** How the folders stand, as far as they were looked at. */
export interface FolderLook {
  /** When the journal in a folder was last written, in milliseconds; null where there is none. */
  journalAt(folder: string): number | null;
  /** Whether files can be made and appended to there; makes the folder where it is missing. */
  canWrite(folder: string): boolean;
}

export interface DataFolder {
  readonly path: string;
  /** The folder that could not be used, for the operator to know; null where the first choice holds. */
  readonly insteadOf: string | null;
}

interface DataFolders {
  readonly shared: string;
  readonly own: string;
}

/** %ProgramData% for all users of the terminal, else the user's own folder. */
export function dataFolders(env: Readonly<Record<string, string | undefined>>): DataFolders {
  const profile = env['USERPROFILE'] ?? 'C:\\Users\\Default';
  return {
    shared: win32.join(env['ProgramData'] ?? 'C:\\ProgramData', FOLDER),
    own: win32.join(env['LOCALAPPDATA'] ?? win32.join(profile, 'AppData', 'Local'), FOLDER),
  };
}

/**
 * Where else files can be put: the drive of the program's folder, where that is not the system's, and the user's
 * desktop.
 */
export function otherPlaces(env: Readonly<Record<string, string | undefined>>, folder: string): readonly SavePlace[] {
  const { root } = win32.parse(folder);
  const isCarried = root !== '' && !root.toUpperCase().startsWith((env['SystemDrive'] ?? 'C:').toUpperCase());
  const profile = env['USERPROFILE'];
  return [
    ...(isCarried ? [{ id: 'stick', path: root } as const] : []),
    ...(profile === undefined ? [] : [{ id: 'desktop', path: win32.join(profile, 'Desktop') } as const]),
  ];
}

/**
 * Where the journal and the settings are. A console that writes needs a folder that lets it; one that only looks takes
 * the folder whose journal was written last, and makes nothing.
 */
export function chooseDataFolder({ shared, own }: DataFolders, look: FolderLook, writes: boolean): DataFolder {
  const first = { path: shared, insteadOf: null };
  const second = { path: own, insteadOf: shared };
  if (writes) return look.canWrite(shared) ? first : second;
  const [sharedAt, ownAt] = [look.journalAt(shared), look.journalAt(own)];
  return ownAt !== null && ownAt > (sharedAt ?? Number.NEGATIVE_INFINITY) ? second : first;
}

/** What no console works without. */
const written = [dataFiles.journal.name, dataFiles.head.name, dataFiles.lock.name];

/** Looks at real folders. Windows' access rights can only be known by trying. */
export const folderLook: FolderLook = {
  journalAt(folder) {
    try {
      return statSync(join(folder, dataFiles.journal.name)).mtimeMs;
    } catch {
      // Not there, or not to be seen: either way it is not the one to read.
      return null;
    }
  },
  canWrite(folder) {
    const trial = join(folder, temporaryName());
    try {
      makeFolderNow(folder);
      writeFileSync(trial, '', { flag: 'wx' });
      rmSync(trial);
      // Another user's can be read here, and neither appended to nor replaced.
      for (const name of written) {
        const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
        // A link or a folder of that name is not touched.
        if (found && !found.isFile()) return false;
        if (found) closeSync(openSync(join(folder, name), 'a'));
      }
      return true;
    } catch {
      return false;
    }
  },
};
