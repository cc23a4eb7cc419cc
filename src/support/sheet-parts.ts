import type { Decision, Survey } from '../core/facts.ts';

/** One fact of the sheet. `label` may be empty. */
export interface SheetRow {
  readonly label: string;
  readonly text: string;
  readonly tone?: 'good' | 'attention';
  /** It names the clinic: a file holds it only where that was ticked. */
  readonly namesClinic?: true;
}

export interface SheetSection {
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
