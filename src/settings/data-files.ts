/** Something in the data folder. `by`: who writes it; what the console writes is never a link, what the site wrote may be one. */
interface DataFile {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  readonly by: 'console' | 'site' | 'both';
}

/** All that lies in the data folder, beside what is exported there: whoever opens one of them takes its name from here. */
export const dataFiles = {
  journal: { name: 'journal.jsonl', kind: 'file', by: 'console' },
  head: { name: 'journal.head', kind: 'file', by: 'console' },
  lock: { name: 'console.lock', kind: 'file', by: 'console' },
  settings: { name: 'settings.json', kind: 'file', by: 'both' },
  guide: { name: 'guide.json', kind: 'file', by: 'site' },
  /** The clinic as its reports name it. */
  clinic: { name: 'clinic.json', kind: 'file', by: 'both' },
  /** Notices that came after the program: the newest file in it counts. */
  notices: { name: 'notices', kind: 'folder', by: 'site' },
  exports: { name: 'exports', kind: 'folder', by: 'console' },
} as const satisfies Readonly<Record<string, DataFile>>;
