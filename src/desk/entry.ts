import type { Instant } from '../domain/time.ts';
import type { DeskState } from './states.ts';

/** Where a document was found. */
export interface Source {
  readonly path: string;
  /** The line of a JSON Lines file, from 1; null where the file is one document. */
  readonly line: number | null;
}

/** What an answer was given to. */
export interface Notice {
  readonly id: string | null;
  /** What it asks for, at least one. */
  readonly targets: readonly Target[];
}

interface Target {
  readonly component: string;
  /** What the component is called. */
  readonly name: string;
  readonly version: string | null;
}

/** One document, as much of it as the lists need. The rest is read again when it is opened. */
export interface Entry {
  readonly source: Source;
  /** null: neither the document nor its folder says. */
  readonly clinic: string | null;
  /** Whether the document itself says the clinic; else it is the folder's name. */
  readonly clinicSaid: boolean;
  readonly terminal: string;
  /** When the check was made. */
  readonly at: Instant;
  readonly state: DeskState;
  /** null: the document does not say. */
  readonly simulated: boolean | null;
  readonly notice: Notice | null;
  /** When the notice's last day is over; null: it has none, or the document does not say. */
  readonly deadline: Instant | null;
  /** The ids of other notices that are open on the terminal. */
  readonly otherNotices: readonly string[];
  /** The next step in words; of an error document its code. */
  readonly step: string;
  readonly reason: string;
  /** The check to mend first, by name; null where the next step is another one. */
  readonly check: string | null;
  /** The checks that fail, by name. */
  readonly failing: readonly string[];
  /** The versions of what the notice is about, one after the other. */
  readonly installed: string | null;
  readonly required: string | null;
  readonly lastDelivery: Instant | null;
  readonly bootedAt: Instant | null;
  /** The journal's last line, by number and hash; null: it has none; undefined: the document does not say. */
  readonly journalHead?: JournalHead | null | undefined;
}

interface JournalHead {
  readonly seq: number;
  readonly sha256: string;
}

/** A file, a line of one or a folder that could not be used, and why, in words. */
export interface BadFile {
  readonly source: Source;
  readonly reason: string;
  /** The lines that it stands for; absent: it is one. */
  readonly lines?: number;
}

/** A terminal that should be there. */
export interface RosterEntry {
  readonly clinic: string;
  readonly terminal: string;
  /** Its line in the list. */
  readonly source?: Source;
  /** What the line says besides. */
  readonly contact?: Contact;
}

/** Whom to call, and until when; null: the roster does not say. */
export interface Contact {
  /** What the clinic is called, where its column holds a code. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly person: string | null;
  readonly opens: OpeningTime | null;
  /** A machine that waits for another one to fail: no patient is received with it. */
  readonly spare: boolean;
}

export interface OpeningTime {
  /** As it stands in the roster. */
  readonly text: string;
  /** In minutes after midnight; null: the text cannot be read as a time. */
  readonly minutes: number | null;
}

/** Everything that was read so far. */
export interface Gathered {
  readonly entries: readonly Entry[];
  readonly bad: readonly BadFile[];
  readonly roster: readonly RosterEntry[];
}
