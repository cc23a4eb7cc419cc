import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Fault } from '../../core/fault.ts';
import { failed, ok } from '../../core/fault.ts';
import { writingTexts } from '../../strings/writing.ja.ts';
import type { DataFolder } from '../ports.ts';
import { errorCode } from './error-code.ts';
import { fileFaults } from './file-faults.ts';
import { makeFolder, replaceDurably } from './durable-files.ts';
import { storeFault } from './store-faults.ts';

/** The data folder on this machine. Nothing is made before the first write. */
export function createDataFolder(folder: string): DataFolder {
  return {
    path: folder,
    async read(name) {
      const path = join(folder, name);
      try {
        return ok({ path, bytes: await readFile(path) });
      } catch (error) {
        return failed(fileFaults.ofCode(path, errorCode(error)));
      }
    },
    async replace(name, bytes) {
      const path = join(folder, name);
      try {
        await makeFolder(dirname(path));
        await replaceDurably(path, bytes, `${path}.new`);
        return ok({ path });
      } catch (error) {
        return failed(writeFault(error, path));
      }
    },
  };
}

/** Told apart as the journal's files are; the words are of a file that is to be carried away. */
function writeFault(error: unknown, path: string): Fault {
  const { code } = storeFault(error, 'write', path);
  return {
    code,
    headline: writingTexts.headline(path, errorCode(error)),
    tryNext: writingTexts.tryNext,
    guideId: null,
  };
}
