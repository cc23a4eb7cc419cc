import { appendFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderLook } from './data-folder.ts';

/** Looks at real folders. Windows' access rights can only be known by trying; `pid` tells the trial files of two consoles apart. */
export const folderLook = (pid: number): FolderLook => ({
  journalAt(folder) {
    try {
      return statSync(join(folder, 'journal.jsonl')).mtimeMs;
    } catch {
      // Not there, or not to be seen: either way it is not the one to read.
      return null;
    }
  },
  canWrite(folder) {
    const probe = join(folder, `write-test-${String(pid)}.tmp`);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(probe, '');
      rmSync(probe);
      // Another user's journal can be read here but not appended to.
      for (const name of ['journal.jsonl', 'journal.head']) {
        if (statSync(join(folder, name), { throwIfNoEntry: false })) appendFileSync(join(folder, name), '');
      }
      return true;
    } catch {
      return false;
    }
  },
});
