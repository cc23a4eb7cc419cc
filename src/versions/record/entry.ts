import type { ComponentId } from '../../core/facts.ts';
import type { Delivered } from './dates.ts';

/** What one place of the record says about one component. */
export interface Entry {
  readonly id: ComponentId;
  /** null: the place names the component, but its version is not clear. */
  readonly version: string | null;
  readonly delivered: Delivered;
  /** The lines it was read from, as evidence; the version stands on the last. */
  readonly lines: readonly string[];
  /** A remark in running text: it is never the answer, but the answer must agree with it. */
  readonly aside: boolean;
}
