import type { Fault } from '../core/fault.ts';
import type { Moment } from './boots.ts';
import type { JournalEntry } from './events.ts';

/**
 * `intact`: every line follows the one before, and the head seals the last one or, after a power cut, the last but one.
 * `torn`: the last append broke off; nothing that was acknowledged is lost. `changed`: bytes are not as they were written.
 * `unsealed`: there are lines, but no head. `absent`: there is neither.
 */
export type JournalState = 'intact' | 'torn' | 'changed' | 'unsealed' | 'absent';

/** What is told about one line. Only `torn`, `tear` and `unsealed` are no sign of a change. */
export type Remark =
  /** The line's bytes are not those that the next line, or the head, vouches for. */
  | { readonly kind: 'line-changed' }
  /** It does not vouch for the line before, and nothing vouches for it. */
  | { readonly kind: 'not-following' }
  /** The journal begins with a line that is not the first. */
  | { readonly kind: 'beginning-missing' }
  | { readonly kind: 'lines-missing-before' }
  /** Its number does not come after the one before. */
  | { readonly kind: 'out-of-order' }
  | { readonly kind: 'not-json' }
  /** It is JSON, but this field is not what the console writes. */
  | { readonly kind: 'wrong-field'; readonly field: string }
  | { readonly kind: 'head-unreadable' }
  | { readonly kind: 'head-mismatch' }
  | { readonly kind: 'tail-missing' }
  | { readonly kind: 'line-end-missing' }
  | { readonly kind: 'journal-missing' }
  /** This console has read entries that are gone from the file since. */
  | { readonly kind: 'lost-since' }
  /** An earlier run found a change here. */
  | { readonly kind: 'found-earlier' }
  | { readonly kind: 'torn' }
  | { readonly kind: 'tear' }
  | { readonly kind: 'unsealed' };

/** A sign that the line, or its neighbour between `from` and `to`, was changed. */
export interface Finding {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly remark: Remark;
}

/** How the head stands to the last line that has a number. */
export type HeadState = 'sealed' | 'one-behind' | 'absent' | 'wrong';

/** Where the next line goes. */
export interface JournalTail {
  /** Number and hash of the last line that has a number; 0 and null where there is none. */
  readonly seq: number;
  readonly sha256: string | null;
  /** Hash of the last line, whatever it is; null in an empty journal. */
  readonly lastSha256: string | null;
  /** Whether the file ends with a line end; an empty one does. */
  readonly ended: boolean;
  /** Where the journal ends in torn lines: the hashes of the lines before the last, back to one that is not torn. */
  readonly tear: readonly string[];
  readonly head: HeadState;
  /** Changes that no entry records yet, by line. */
  readonly unrecorded: readonly number[];
  /** The last numbered line where the head is absent. */
  readonly unsealedLine: number | null;
}

/** The journal as it was read. `line` counts from 1 and names the line that `state` speaks of; null where none does. */
export interface JournalReading {
  readonly state: JournalState;
  readonly line: number | null;
  readonly entries: readonly JournalEntry[];
  /** Everything worth telling, by line, in words. */
  readonly problems: readonly { readonly line: number; readonly text: string }[];
  /** Lines of broken-off appends that a later line covers. */
  readonly tears: readonly number[];
  readonly tail: JournalTail;
  /** Why the head could not be renewed after the last line was written; that line is safe. */
  readonly headFault: Fault | null;
  /** The clock and the boot when it was read, which is after every line of it. */
  readonly present?: Moment;
}
