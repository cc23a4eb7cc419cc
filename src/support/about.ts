import type { InputProblem } from '../domain/input-problem.ts';
import type { GuideEntry } from '../domain/notice/guide-entry.ts';
import type { Calendar } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/schema.ts';
import type { Clinic } from '../settings/clinic.ts';
import type { Settings } from '../settings/schema.ts';
import type { SettingsFile } from '../settings/settings-file.ts';

/** What holds for one whole run of the console. */
export interface About {
  readonly consoleVersion: string;
  /** The label of a terminal that is not real, 「模擬」; null on a real one. */
  readonly label: string | null;
  readonly readOnly: boolean;
  readonly notice: Notice;
  readonly calendar: Calendar;
  readonly settings: Settings;
  readonly settingsFile: SettingsFile;
  /** Files of the site's that cannot be used: the console runs without them. */
  readonly problems: readonly InputProblem[];
  readonly guide: readonly GuideEntry[];
  /** The clinic as an earlier report named it. */
  readonly clinic: Clinic;
  /** The zone that the terminal's clock is set to, minutes east of UTC. */
  readonly offsetMinutes: number;
  /** The system's countdown before a restart, in seconds. */
  readonly restartDelaySeconds: number;
  /** Where the journal is, for people. */
  readonly journalPath: string;
  /** Paths in use, for the help screen: a name in words and the path. */
  readonly paths: readonly { readonly name: string; readonly path: string }[];
}
