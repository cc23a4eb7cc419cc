import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failed, ok, type Fault } from '../../domain/fault.ts';
import { errorCode } from '../../domain/system-error.ts';
import { writingTexts } from '../../domain/writing.ja.ts';
import { dataFiles } from '../../settings/data-files.ts';
import type { DataFolder, SavePlace } from '../ports.ts';
import { fileFaults, NO_ANSWER, PATIENCE_MS, storeFault, withPatience } from './file-faults.ts';
import { isTaken, makeFolder, replaceDurably } from './file-writer.ts';

/**
 * The data folder on this machine. Nothing is made before the first write. A file system that does not answer is given up after
 * `patienceMs`, with the fault `timed-out`. `others`: where else files can be put; their folders are made only where `makesOthers`.
 */
export function createDataFolder(
  folder: string,
  options: {
    readonly patienceMs?: number;
    readonly others?: readonly SavePlace[];
    readonly makesOthers?: boolean;
  } = {},
): DataFolder {
  const { patienceMs = PATIENCE_MS, others = [], makesOthers = false } = options;
  return {
    path: folder,
    places: [...others, { id: 'data', path: join(folder, dataFiles.exports.name) }],
    async saveNew(place, name, bytes, signal) {
      try {
        const makes = makesOthers || place.id === 'data';
        return ok({ path: await withPatience(writeNew(place.path, name, bytes, makes), patienceMs, signal) });
      } catch (error) {
        const path = join(place.path, name);
        return failed(signal.aborted ? fileFaults.cancelled(path) : writeFault(error, path));
      }
    },
    async read(name, signal) {
      const path = join(folder, name);
      try {
        return ok({ path, bytes: await withPatience(readFile(path), patienceMs, signal) });
      } catch (error) {
        return failed(signal.aborted ? fileFaults.cancelled(path) : readFault(error, path));
      }
    },
    async replace(name, bytes, signal) {
      const path = join(folder, name);
      try {
        await withPatience(writeWhole(path, bytes), patienceMs, signal);
        return ok({ path });
      } catch (error) {
        return failed(signal.aborted ? fileFaults.cancelled(path) : writeFault(error, path));
      }
    },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  await replaceDurably(path, bytes);
}

/** Gives the path of the first name that was free: `a.txt`, `a-2.txt`. */
async function writeNew(folder: string, name: string, bytes: Uint8Array, makes: boolean): Promise<string> {
  if (makes) await makeFolder(folder);
  let path = join(folder, name);
  for (let number = 2; await isTaken(path); number += 1)
    path = join(folder, name.replace(/(\.[^.]*)?$/, `-${String(number)}$1`));
  await replaceDurably(path, bytes);
  return path;
}

function readFault(error: unknown, path: string): Fault {
  const fault = fileFaults.ofCode(path, errorCode(error));
  return errorCode(error) === NO_ANSWER ? { ...fault, code: 'timed-out' } : fault;
}

/** Told apart as the journal's files are; the words are of a file that is to be carried away. */
function writeFault(error: unknown, path: string): Fault {
  const headline = writingTexts.headline(path, errorCode(error));
  return { ...storeFault(error, 'write', path), headline, tryNext: writingTexts.tryNext };
}
