import type { Decision, Survey } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import type { JournalReading } from '../journal/reading.ts';
import type { About } from './about.ts';

/** What a sheet is made from; a console that has not read the terminal yet has neither survey nor decision. */
export interface SheetInput {
  readonly about: About;
  readonly now: Instant;
  readonly survey: Survey | null;
  readonly decision: Decision | null;
  readonly journal: JournalReading;
}

/** One fact of the sheet. `label` may be empty. */
export interface SheetRow {
  readonly label: string;
  readonly text: string;
  readonly tone?: 'good' | 'attention';
  /** It names the clinic: a file holds it only where that was ticked. */
  readonly namesClinic?: true;
}

interface SheetSection {
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

/** What a desk will ask, filled in. */
export interface Sheet {
  readonly code: string;
  readonly sections: readonly SheetSection[];
}

/** A reading of the terminal and what the rules say to it: without them there is no sheet. */
export interface Read {
  readonly survey: Survey;
  readonly decision: Decision;
}
