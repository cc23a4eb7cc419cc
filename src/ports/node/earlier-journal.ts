import { join } from 'node:path';
import { dataFiles } from '../../settings/data-files.ts';
import { isTaken, makeDurably, replaceDurably } from './file-writer.ts';
import { createJournalStore } from './journal-store.ts';
import { makeDataFolder } from './make-folder.ts';

/**
 * What became of the journal in another folder: there is none to take up, or it is taken up, or neither could be done.
 */
export type EarlierJournal = 'none' | 'taken-up' | 'left';

/**
 * Takes up the journal of one folder in another that has none: the lines as they are, so that its chain goes on. The
 * head comes first; whoever is killed in between finds no journal, and takes it up anew. The first folder stays as it
 * is.
 */
export async function takeUpJournal(from: string, to: string): Promise<EarlierJournal> {
  try {
    const path = join(to, dataFiles.journal.name);
    if (await isTaken(path)) return 'none';
    const read = await createJournalStore(from).read();
    if (!read.ok) return 'left';
    const { journal, head } = read.value;
    if (journal === null || journal.length === 0) return 'none';
    await makeDataFolder(to);
    if (head !== null) await replaceDurably(join(to, dataFiles.head.name), head);
    await makeDurably(path, journal);
    return 'taken-up';
  } catch {
    // Whoever writes there says why that cannot be.
    return 'left';
  }
}
