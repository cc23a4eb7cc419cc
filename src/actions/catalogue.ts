import type { DownloadOutcome } from '../core/facts.ts';
import type { Instant } from '../core/time.ts';
import type { JournalEvent } from '../journal/events.ts';

/** What the console can do to the terminal or to the journal, with what each needs to know. */
export type ActionRequest =
  | { readonly action: 'press-download' }
  | {
      readonly action: 'request-restart';
      readonly bootedAt: Instant | null;
      readonly attempt: number;
      readonly replace: boolean;
    }
  | { readonly action: 'cancel-restart' }
  | { readonly action: 'note-press-by-hand' }
  | { readonly action: 'note-tool-answer'; readonly outcome: DownloadOutcome }
  | { readonly action: 'open-tool' }
  | { readonly action: 'show-record' }
  | { readonly action: 'open-document'; readonly path: string }
  | { readonly action: 'record'; readonly events: readonly JournalEvent[] };

export type ActionId = ActionRequest['action'];

/**
 * What an action may change. `terminal`: the machine itself; what interrupts the reception (download, restart) asks first.
 * `journal`: only the record. `nothing`: changes nothing. Read-only mode and a second console allow `nothing` alone.
 */
export type Danger = 'terminal' | 'journal' | 'nothing';

export const dangers: Readonly<Record<ActionId, Danger>> = {
  'press-download': 'terminal',
  'request-restart': 'terminal',
  'cancel-restart': 'terminal',
  'note-press-by-hand': 'journal',
  'note-tool-answer': 'journal',
  'open-tool': 'terminal',
  'show-record': 'terminal',
  'open-document': 'nothing',
  record: 'journal',
};
