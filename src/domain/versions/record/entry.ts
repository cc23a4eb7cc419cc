import type { ComponentId } from '../../facts.ts';
import type { Delivered } from './dates.ts';

/** What one place of the record says about one component. */
export interface Entry {
  readonly id: ComponentId;
  /** The version that is installed by this place; null: the place names the component, but that is not clear. */
  readonly version: string | null;
  /** Every version that stands there. */
  readonly found: readonly string[];
  /** The place, or a heading over it, says that the version waits, was merely downloaded, is to come. */
  readonly notYet: boolean;
  readonly delivered: Delivered;
  /** What else stands there, and over it: only of rows that say the same beside their versions does the date tell which counts. */
  readonly beside: string;
  /** The empty cells of a row without a header. */
  readonly blanks?: readonly number[];
  /** The lines it was read from, as evidence; the version stands on the last. */
  readonly lines: readonly string[];
}
