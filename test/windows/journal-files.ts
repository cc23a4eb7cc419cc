import { readJournal } from '../../src/journal/read.ts';
import { type JournalReading } from '../../src/journal/reading.ts';
import { DATA, readOnDrive } from './drive.ts';

/** The journal that the console has written, read from its bytes. */
export function journalIn(folder: string = DATA): JournalReading {
  return readJournal(readOnDrive(`${folder}/journal.jsonl`), readOnDrive(`${folder}/journal.head`));
}

export function eventsIn(folder?: string): readonly string[] {
  return journalIn(folder).entries.map(({ event }) => event.event);
}
