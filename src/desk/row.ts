import type { Entry } from './entry.ts';
import type { DeskState } from './states.ts';

/** A terminal, by its newest document; without one where only the roster knows it. */
export interface Row {
  /** The same for the same terminal, however often it is read. */
  readonly id: string;
  readonly clinic: string | null;
  readonly terminal: string;
  readonly state: DeskState;
  readonly entry: Entry | null;
  /** The answer is older than the limit. */
  readonly stale: boolean;
  /** Its time is further ahead of this machine's clock than clocks may differ. */
  readonly ahead: boolean;
  /** It answers to a notice that asks for less than another one of the same component. */
  readonly outdated: boolean;
  /** Another terminal has the same name, in the same clinic as far as it is known: only their places tell them apart. */
  readonly namesake: boolean;
  /** Other documents of the same terminal, older or ahead of the clock. */
  readonly superseded: number;
  /** Other documents of the same terminal with the very same time; the worst of them is the one shown. */
  readonly twins: readonly Entry[];
}

export interface Clinic {
  /** null: all terminals whose clinic is not known. */
  readonly name: string | null;
  /** Worst first. */
  readonly rows: readonly Row[];
  readonly done: number;
  /** Every terminal that is known of has the version. Never so where it is not known whose terminals these are. */
  readonly allDone: boolean;
  readonly worst: Row;
}
