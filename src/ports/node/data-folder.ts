import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failed, ok, type Fault } from '../../domain/fault.ts';
import { errorCode } from '../../domain/system-error.ts';
import { writingTexts } from '../../domain/writing.ja.ts';
import type { DataFolder } from '../ports.ts';
import { fileFaults, NO_ANSWER, PATIENCE_MS, storeFault, withPatience } from './file-faults.ts';
import { makeFolder, replaceDurably } from './file-writer.ts';

/**
 * The data folder on this machine. Nothing is made before the first write. A file system that does not answer is given up after
 * `patienceMs`, with the fault `timed-out`.
 */
export function createDataFolder(folder: string, { patienceMs = PATIENCE_MS } = {}): DataFolder {
  return {
    path: folder,
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

function readFault(error: unknown, path: string): Fault {
  const fault = fileFaults.ofCode(path, errorCode(error));
  return errorCode(error) === NO_ANSWER ? { ...fault, code: 'timed-out' } : fault;
}

/** Told apart as the journal's files are; the words are of a file that is to be carried away. */
function writeFault(error: unknown, path: string): Fault {
  const headline = writingTexts.headline(path, errorCode(error));
  return { ...storeFault(error, 'write', path), headline, tryNext: writingTexts.tryNext };
}
