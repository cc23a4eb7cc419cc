import type { Decision, Survey } from '../domain/facts.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import type { Notice, OwnComponent } from '../domain/notice/notice.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import type { Calendar } from '../domain/notice/calendar.ts';
import type { Words } from '../domain/notice/words.ts';
import type { Instant } from '../domain/time.ts';
import type { JournalReading } from '../journal/reading.ts';
import type { Clinic } from '../settings/clinic.ts';
import type { SavePlace } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';
import type { SettingsFile } from '../settings/load.ts';

/** What holds for one whole run of the console. */
export interface About {
  readonly consoleVersion: string;
  /** The label of a terminal that is not real, 「模擬」; null on a real one. */
  readonly label: string | null;
  readonly readOnly: boolean;
  readonly notice: Notice;
  /** Other notices that are open on this terminal, the one that is due first first. */
  readonly others: readonly Notice[];
  /** Other notices under which nothing is left to do on it. */
  readonly done: readonly Notice[];
  /** Every notice that the console knows, this one first. */
  readonly known: readonly Notice[];
  /** The components that any of these brings with it. */
  readonly ownComponents: readonly OwnComponent[];
  readonly calendar: Calendar;
  /** What texts take from the notice. */
  readonly words: Words;
  readonly settings: Settings;
  readonly settingsFile: SettingsFile;
  /** Files of the site's that cannot be used: the console runs without them. */
  readonly problems: readonly InputProblem[];
  /** Entries of the guide that the site's files and the notice bring; of two with the same id the first counts. */
  readonly ownGuide: readonly GuideEntry[];
  /** The clinic as an earlier report named it. */
  readonly clinic: Clinic;
  /** The zone that the terminal's clock is set to, minutes east of UTC. */
  readonly offsetMinutes: number;
  /** The system's countdown before a restart, in seconds. */
  readonly restartDelaySeconds: number;
  /** Where the journal is, for people. */
  readonly journalPath: string;
  /** Where files that are to be carried away can be put. */
  readonly places: readonly SavePlace[];
  /** Paths in use, for the help screen: a name in words and the path. */
  readonly paths: readonly { readonly name: string; readonly path: string }[];
}

/** What support is asked about: a reading of the terminal, what the rules say to it, and the journal. */
export interface SupportCase {
  readonly about: About;
  readonly survey: Survey;
  readonly decision: Decision;
  readonly journal: Pick<JournalReading, 'state' | 'line' | 'entries' | 'problems' | 'tail'>;
  readonly now: Instant;
}

/** The case as far as it is known: before the first survey there is neither survey nor decision. */
export type CaseSoFar = Omit<SupportCase, 'survey' | 'decision'> & {
  readonly survey: Survey | null;
  readonly decision: Decision | null;
};

/** The whole case; null before the first survey. */
export function supportCaseOf({ about, survey, decision, journal, now }: CaseSoFar): SupportCase | null {
  return survey && decision && { about, survey, decision, journal, now };
}
