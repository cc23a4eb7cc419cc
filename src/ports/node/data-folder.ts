import { dirname, join, resolve } from 'node:path';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { errorCode } from '../../domain/system-error.ts';
import { writingTexts } from '../../domain/writing.ja.ts';
import { dataFiles } from '../../settings/data-files.ts';
import type { DataFolder, SavePlace, SiteTrust } from '../ports.ts';
import { readWithFacts } from './config-files.ts';
import { fileFaults, PATIENCE_MS, storeFault, withPatience } from './file-faults.ts';
import { replaceDurably, writeForAMoment } from './file-writer.ts';
import { isThere } from './if-there.ts';
import { folderForUsers, makeDataFolder, makeFolder } from './make-folder.ts';
import { refuseLink } from './open-file.ts';

/**
 * The data folder on this machine. Nothing is made before the first write. A file system that does not answer is given
 * up after `patienceMs`, with the fault `timed-out`. `others`: where else files can be put; their folders are made only
 * where `makesOthers`.
 */
export function createDataFolder(
  folder: string,
  options: {
    readonly trust: SiteTrust;
    readonly patienceMs?: number;
    readonly others?: readonly SavePlace[];
    readonly makesOthers?: boolean;
  },
): DataFolder {
  const { trust, patienceMs = PATIENCE_MS, others = [], makesOthers = false } = options;

  /** What is written at this path, or tried there. */
  async function writing<T>(path: string, signal: AbortSignal, work: () => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await withPatience(work(), patienceMs, signal));
    } catch (error) {
      return failed(signal.aborted ? fileFaults.cancelled(path) : writeFault(error, path));
    }
  }

  return {
    path: folder,
    places: [...others, { id: 'data', path: join(folder, dataFiles.exports.name) }],
    saveNew: async (place, name, bytes, signal) =>
      writing(join(place.path, name), signal, async () => {
        if (place.id === 'data') await makeOwn(folder, place.path);
        else if (makesOthers) await makeFolder(place.path);
        return { path: await writeNew(place.path, name, bytes) };
      }),
    async read(name, signal) {
      const path = join(folder, name);
      try {
        const { bytes, ...read } = await withPatience(readWithFacts(path), patienceMs, signal);
        const [doubt = null] = await trust.doubtsOf([read]);
        return ok({ path, bytes, doubt });
      } catch (error) {
        return failed(signal.aborted ? fileFaults.cancelled(path) : fileFaults.ofCode(path, errorCode(error)));
      }
    },
    agree: (sha256) => trust.agree(sha256),
    async replace(name, bytes, signal) {
      const path = join(folder, name);
      return writing(path, signal, async () => {
        await makeOwn(folder, dirname(path));
        await replaceDurably(path, bytes, usersWrite.has(name) ? { madeIn: await folderForUsers(folder) } : {});
        return { path };
      });
    },
    tryWriting: async (signal) =>
      writing(folder, signal, async () => {
        const isMade = await isThere(folder);
        await writeForAMoment(isMade ? folder : await folderAbove(folder));
        return { isThere: isMade };
      }),
  };
}

/** The names that every user may write. */
const usersWrite: ReadonlySet<string> = new Set(
  Object.values(dataFiles).flatMap(({ name, users }) => (users === 'write' ? [name] : [])),
);

/** Makes the data folder and one in it, which is never a link: what is exported stays where it belongs. */
async function makeOwn(dataDir: string, folder: string): Promise<void> {
  await makeDataFolder(dataDir);
  if (resolve(folder) === resolve(dataDir)) return;
  await refuseLink(folder);
  await makeFolder(folder);
}

/** The nearest folder above that is there. */
async function folderAbove(path: string): Promise<string> {
  const above = dirname(path);
  return above === path || (await isThere(above)) ? above : folderAbove(above);
}

/** Gives the path of the first name that was free: `a.txt`, `a-2.txt`. */
async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  let path = join(folder, name);
  for (let number = 2; await isThere(path); number += 1)
    path = join(folder, name.replace(/(\.[^.]*)?$/, `-${String(number)}$1`));
  await replaceDurably(path, bytes);
  return path;
}

/** Told apart as the journal's files are; the words are of a file that is to be carried away. */
function writeFault(error: unknown, path: string): Fault {
  const headline = writingTexts.headline(path, errorCode(error));
  return { ...storeFault(error, 'write', path), headline, tryNext: writingTexts.tryNext };
}
