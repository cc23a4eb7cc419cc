import type { Decision, Survey } from '../domain/facts.ts';
import type { About } from './about.ts';
import type { Instant } from '../domain/time.ts';
import type { JournalReading } from '../journal/reading.ts';

/** What a bundle is made from: a reading of the terminal, what the rules say to it, and the journal. */
export interface BundleInput {
  readonly about: About;
  readonly survey: Survey;
  readonly decision: Decision;
  readonly journal: Pick<JournalReading, 'state' | 'line' | 'entries' | 'problems' | 'tail'>;
  readonly now: Instant;
  /** The operator has ticked that the clinic's name and number go in. */
  readonly withClinic: boolean;
}
