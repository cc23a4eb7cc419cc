import type { Contact, Entry } from './entry.ts';
import type { WentBack } from './journals.ts';
import { isDone, type Change, type DeskState, type Urgency } from './states.ts';
import type { Severity } from '../domain/severity.ts';
import { MINUTE, type Instant } from '../domain/time.ts';
import { clinicKey } from './identity.ts';

/** A terminal, by its newest document; without one where only the roster knows it. */
export interface Row {
  /** The same for the same terminal, however often it is read. */
  readonly id: string;
  readonly clinic: string | null;
  readonly terminal: string;
  readonly state: DeskState;
  readonly entry: Entry | null;
  readonly urgency: Urgency;
  readonly severity: Severity;
  /** The deadline has passed, and the version is not proven. */
  readonly overdue: boolean;
  /** What the roster says of whom to call; one without a word where it says nothing. */
  readonly contact: Contact;
  /** The first of its answers in a row that say the same as the newest; null: it gave none. */
  readonly sameSince: Instant | null;
  /** What became of it since the answers before; null: there are none to compare with. */
  readonly change: Change | null;
  /** For so many days it has stood as it does; null where it has changed, or there is nothing to compare with. */
  readonly unchangedDays: number | null;
  /** The answer is older than the limit. */
  readonly stale: boolean;
  /** Its time is further ahead of this machine's clock than clocks may differ. */
  readonly ahead: boolean;
  /** It answers to a notice that asks for less than another one of the same component. */
  readonly outdated: boolean;
  /**
   * Another terminal has the same name, in the same clinic as far as it is known: only their places tell them apart.
   */
  readonly namesake: boolean;
  /** Other documents of the same terminal, older or ahead of the clock. */
  readonly superseded: number;
  /** Other documents of the same terminal with the very same time; the worst of them is the one shown. */
  readonly twins: readonly Entry[];
  /** Its journal went back between two of its answers; null: as far as they tell it did not. */
  readonly wentBack: WentBack | null;
}

export interface Clinic {
  /** null: all terminals whose clinic is not known. */
  readonly name: string | null;
  /** Worst first. */
  readonly rows: readonly Row[];
  readonly done: number;
  /**
   * Every terminal that is known of has the version, spare machines aside where others are in use. Never so where it is
   * not known whose terminals these are.
   */
  readonly allDone: boolean;
  readonly worst: Row;
}

/** So far may the clocks of two machines be apart. */
const CLOCKS_APART = 5 * MINUTE;

/** Whether a time is further ahead of this machine's clock than clocks may differ. */
export function isAhead(at: Instant, now: Instant): boolean {
  return at - now > CLOCKS_APART;
}

/** The rows by clinic, each clinic's in the order in which they come. */
export function group(rows: readonly Row[]): readonly Clinic[] {
  return [...Map.groupBy(rows, ({ clinic }) => clinicKey(clinic)).values()].flatMap((own) => {
    const [worst] = own;
    if (!worst) return [];
    const done = own.filter(({ state }) => isDone(state)).length;
    const allDone = worst.clinic !== null && inUse(own).every(({ state }) => isDone(state));
    return [{ name: worst.clinic, rows: own, done, allDone, worst }];
  });
}

/** The terminals by which a clinic is done: spare machines only where no others are in use. */
export function inUse(rows: readonly Row[]): readonly Row[] {
  const used = rows.filter(({ contact }) => !contact.spare);
  return used.length === 0 ? rows : used;
}
