import type { Fault } from '../domain/fault.ts';
import type { Moment } from '../domain/boots.ts';
import type { JournalEntry } from './events.ts';
import type { Head } from './bytes.ts';

/**
 * `intact`: every line follows the one before, and the head seals the last one or, after a power cut, the last but one;
 * or the operator has acknowledged what was found. `torn`: the last append broke off, or entries are lost as after a
 * power cut (`losses`). `changed`: bytes are not as they were written. `unsealed`: the head is or was absent, empty or
 * nothing but NULs. `absent`: there is neither journal nor head. Where several hold, the worst: changed, torn,
 * unsealed.
 */
export type JournalState = 'intact' | 'torn' | 'changed' | 'unsealed' | 'absent';

/** Entries that are gone as a power cut leaves them: their numbers, and the line where they would stand. */
export interface Loss {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A sign that the line, or a neighbour between the lines `from` and `to`, was changed or, as by a power cut, lost. */
export interface Finding {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly loss: Loss | null;
}

/** How the head stands to the last line with a number. `absent`: it says nothing. `ahead`: what it seals is lost. */
export type HeadState = 'sealed' | 'one-behind' | 'ahead' | 'absent' | 'wrong';

/** Where the next line goes. */
export interface JournalTail {
  /** Number and hash of the last line that has a number; 0 and null where there is none. */
  readonly seq: number;
  readonly sha256: string | null;
  /** How many lines there are, whatever they are. */
  readonly lines: number;
  /** Hash of the last line, whatever it is; null in an empty journal. */
  readonly lastSha256: string | null;
  /** Whether the file ends with a line end; an empty one does. */
  readonly ended: boolean;
  /** Where the journal ends in torn lines: the hashes of the lines before the last, back to one that is not torn. */
  readonly tear: readonly string[];
  readonly head: HeadState;
  /** Changes that no entry records yet, by line. */
  readonly unrecorded: readonly number[];
  /** Losses that no entry records yet; `head` is the hash that the head holds where it shows the loss, else null. */
  readonly unrecordedLosses: readonly (Loss & { readonly head: string | null })[];
  /** The last numbered line where the head says nothing. */
  readonly unsealedLine: number | null;
  /**
   * What the head must become before a torn last line gets its line end: it keeps its number, and seals what is left.
   * Else a second power cut would leave a whole line that is not the one that was sealed, as a changed line is. Null
   * where nothing is to be done.
   */
  readonly headBeforeMending: Head | null;
}

/** The journal as it was read. `line` counts from 1 and names the line that `state` speaks of; null where none does. */
export interface JournalReading {
  readonly state: JournalState;
  readonly line: number | null;
  readonly entries: readonly JournalEntry[];
  /** What a person must know of its lines, by line, in words: changed, lost, torn, unsealed; acknowledged ones, too. */
  readonly problems: readonly { readonly line: number; readonly text: string }[];
  /** What is lost and not acknowledged yet. */
  readonly losses: readonly Loss[];
  readonly tail: JournalTail;
  /** Why the head could not be renewed after the last line was written; that line is safe. */
  readonly headFault: Fault | null;
  /** The clock and the boot when it was read, which is after every line of it. */
  readonly present?: Moment;
}
