import type { DownloadOutcome } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import type { JournalEvent } from '../journal/events.ts';
import type { SettingKey } from '../settings/setting-keys.ts';

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
  | {
      readonly action: 'write-file';
      readonly purpose: WritePurpose;
      /** Relative to the data folder, with `/` between: `exports/report.txt`. */
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly action: 'save-setting'; readonly change: SettingChange }
  | { readonly action: 'look-at-record'; readonly path: string }
  | { readonly action: 'copy'; readonly label: string; readonly text: string }
  | { readonly action: 'record'; readonly events: readonly JournalEvent[] };

/** A setting's new value; undefined: none of its own any more, so that the default holds. */
export interface SettingChange {
  readonly key: SettingKey;
  readonly value: unknown;
}

/** A file to be carried away. */
export type ExportPurpose = 'report' | 'sheet' | 'history-page' | 'bundle';

/** What a file of the console's own is for: to be carried away, the clinic's name, the settings. */
export type WritePurpose = ExportPurpose | 'clinic' | 'settings';

export type ActionId = ActionRequest['action'];

/**
 * What an action may change. `terminal`: the machine itself; what interrupts the reception (download, restart) asks first.
 * `journal`: only the record and the other files of the data folder. `nothing`: changes nothing. Read-only mode and a second console allow `nothing` alone.
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
  'write-file': 'journal',
  'save-setting': 'journal',
  'look-at-record': 'nothing',
  copy: 'nothing',
  record: 'journal',
};
