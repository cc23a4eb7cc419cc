/**
 * What an action may change. `terminal`: the machine itself; what interrupts the reception (download, restart) asks
 * first. `journal`: only the record and the other files of the data folder. `nothing`: changes nothing. Read-only mode
 * and a second console allow `nothing` alone.
 */
type Danger = 'terminal' | 'journal' | 'nothing';

/** Every action, and what it may change. A table of its own: who only wants to know that loads no action. */
export const dangers = {
  'press-download': 'terminal',
  'request-restart': 'terminal',
  'cancel-restart': 'terminal',
  'note-press-by-hand': 'journal',
  'note-tool-answer': 'journal',
  'open-tool': 'terminal',
  'show-record': 'terminal',
  'open-document': 'nothing',
  'write-file': 'journal',
  'save-setting': 'journal',
  'agree-file': 'journal',
  'look-at-record': 'nothing',
  copy: 'nothing',
  record: 'journal',
} as const satisfies Readonly<Record<string, Danger>>;

export type ActionId = keyof typeof dangers;

/**
 * What is done at once, whatever has become of the disk and of the lock on it: calling a restart off above all, and
 * what presses nothing and puts nothing on record first.
 */
export const atOnce: ReadonlySet<ActionId> = new Set<ActionId>(['cancel-restart', 'open-tool', 'write-file']);
