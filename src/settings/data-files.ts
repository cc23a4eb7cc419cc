/**
 * Something in the data folder. `by`: who writes it; what the console writes is never a link, what the site wrote may
 * be one. `users`: whether every user of the terminal may write it, whoever made it; what decides what the console does
 * may be replaced by its owner and administrators.
 */
interface DataFile {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly by: 'console' | 'site' | 'both';
  readonly users: 'write' | 'read';
}

/** All that lies in the data folder, beside what is exported there: whoever opens one takes its name from here. */
export const dataFiles = {
  journal: { name: 'journal.jsonl', kind: 'file', by: 'console', users: 'write' },
  head: { name: 'journal.head', kind: 'file', by: 'console', users: 'write' },
  lock: { name: 'console.lock', kind: 'file', by: 'console', users: 'write' },
  settings: { name: 'settings.json', kind: 'file', by: 'both', users: 'read' },
  guide: { name: 'guide.json', kind: 'file', by: 'site', users: 'read' },
  /** The clinic as its reports name it. */
  clinic: { name: 'clinic.json', kind: 'file', by: 'both', users: 'write' },
  /** Notices that came after the program: the newest file in it counts. */
  notices: { name: 'notices', kind: 'folder', by: 'site', users: 'read' },
  exports: { name: 'exports', kind: 'folder', by: 'console', users: 'write' },
  /** Where there is one, the files that every user may write are made in it: they keep the rights they get there. */
  temp: { name: 'temp', kind: 'folder', by: 'console', users: 'write' },
} as const satisfies Readonly<Record<string, DataFile>>;

/**
 * Why a file of the site's does not count by itself: it is another user's, others may write it (or put another in its
 * place), it is a link, or whose it is cannot be told.
 */
export interface Doubt {
  readonly why: 'owner' | 'writable' | 'link' | 'unknown';
  /** The owner as the system calls him; null: not known. */
  readonly owner: string | null;
}
