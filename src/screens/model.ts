import type { ExportPurpose } from '../actions/carry-away.ts';
import type { CountdownUptimes } from '../actions/restart.ts';
import type { TextField } from '../tui/text-field.ts';
import type { ScreenId } from './keys.ts';
import type { JournalEvent } from '../journal/events.ts';
import type { History } from '../domain/history.ts';
import type { JournalReading } from '../journal/reading.ts';
import type { CommandRecord } from '../ports/ports.ts';
import type { RestartAnswer } from '../domain/outcomes.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import type { About } from '../support/about.ts';
import type { Dialog } from './intent.ts';
import type {
  ComponentId,
  Decision,
  DownloadOutcome,
  EveningTick,
  Obstacle,
  Outlook,
  Survey,
} from '../domain/facts.ts';
import type { Moment } from '../domain/boots.ts';
import type { Fault } from '../domain/fault.ts';
import type { FieldId } from '../report/fields.ts';
import type { GuideIndex } from '../guide/search.ts';
import type { Clinic } from '../settings/clinic.ts';
import type { SettingKey } from '../settings/setting-keys.ts';
import type { Instant } from '../domain/time.ts';

/** Who may act on this terminal. `hasEnded`: whoever held it is not seen at work any more, and nobody else is. */
export type Lock =
  { readonly held: true } | { readonly held: false; readonly ownerPid: number | null; readonly hasEnded?: boolean };

/** The download, from the press to its outcome. */
export interface DownloadJob {
  readonly phase: 'idle' | 'running' | 'finished' | 'failed' | 'by-hand' | 'by-hand-pressed';
  readonly startedAt: Instant | null;
  readonly step: 'opening' | 'pressing' | 'pressed' | null;
  /** When the tool said something last; null: not yet. */
  readonly said: Moment | null;
  /** What the tool said, word for word, oldest first. */
  readonly words: readonly string[];
  readonly outcome: DownloadOutcome | null;
  /** Why the console could not press, where that is known, and in detail; nothing of it is the tool's words. */
  readonly obstacle?: Obstacle | null;
  readonly detail?: string | null;
  /** Why the console could not go on, where it was not the tool that failed. */
  readonly fault: Fault | null;
  /** The line that tells its end, once it has ended. */
  readonly finish: JournalEvent | null;
}

/** The restart, from the request to the machine going down. */
export interface RestartJob {
  readonly phase: 'idle' | 'asking' | 'counting' | 'refused' | 'overdue' | 'failed';
  readonly dueAt: Instant | null;
  readonly uptimes: CountdownUptimes | null;
  /** When it was asked for, where only the journal tells: by a run before this one, or by another console. */
  readonly askedAt: Instant | null;
  readonly answer: RestartAnswer | null;
  readonly exitCode: number | null;
  readonly fault: Fault | null;
  /** Whether the console opens by itself after the restart that is counted down. */
  readonly comesBack: boolean;
}

/** What the last request to restart has come to. `accepted`: the system said that it will do it. */
export type RestartProof =
  | { readonly type: 'none' }
  /** `bootedAt` null: when it was cannot be told. */
  | { readonly type: 'proven'; readonly bootedAt: Instant | null }
  | { readonly type: 'not-yet'; readonly requestedAt: Instant; readonly accepted: boolean };

/** What the operator waits for: the file or the text, what is said meanwhile, and since when. */
export interface Waiting {
  readonly what: string;
  readonly text: string;
  readonly since: Instant;
}

export interface GuideState {
  /** The entry that is open; null shows the list. */
  readonly entryId: string | null;
  readonly query: TextField;
  readonly searching: boolean;
  /** What the search looks into, made when it is opened; absent: not yet. */
  readonly index?: GuideIndex;
  /** What the query finds in the journal, as it was looked for last; absent: not yet. */
  readonly inHistory?: FoundEntries;
  /** The instructions that the operator has ticked, of all entries: `id:index`. */
  readonly ticks?: readonly string[];
  /** What was seen that led here, in words. */
  readonly seen: readonly string[];
}

interface ByHandState {
  /** What is being typed: the version that is seen, or where the delivery record is. */
  readonly asks: 'version' | 'record-path';
  /** Of which component the version is typed. */
  readonly component: ComponentId | null;
  readonly field: TextField | null;
  /** The version typed the first time, where it is asked for again. */
  readonly first: string | null;
  readonly problem: string | null;
}

/** What the list of the journal or of the commands shows. */
export interface HistoryState {
  readonly view: 'journal' | 'commands';
  readonly query: TextField;
  readonly searching: boolean;
  /** What the query finds in the journal, as it was looked for last; absent: not yet. */
  readonly found?: FoundEntries;
}

export interface FoundEntries {
  readonly among: JournalReading['entries'];
  readonly query: string;
  readonly entries: JournalReading['entries'];
  /** What of each entry the query was compared with; empty where nothing was asked for. */
  readonly texts: readonly string[];
}

export interface ReportState {
  /** What was typed into the form; absent: nothing yet, what is known stands there. */
  readonly typed: Readonly<Record<FieldId, TextField>>;
  /** What has the focus: a field of the form, or one of the clinic's terminals. */
  readonly editing: FieldId | null;
  /** How many terminals the clinic has, and how many of them are done, as they are typed. */
  readonly terminals: TextField;
  readonly done: TextField;
  /** What stood in the field before it was entered: Esc brings it back. */
  readonly before: TextField | null;
  /** What was typed when the report's file was written last; absent: none was. */
  readonly filed?: Readonly<Record<FieldId, TextField>>;
  /** Whether the plain page, for reading out and marking with the mouse, stands in the form's place. */
  readonly page: boolean;
  /** The values that were copied, by the labels of their fields. */
  readonly copied: Readonly<Record<string, string>>;
  /** The clinic whose name and number are being written to their file. */
  readonly remembering: Clinic | null;
}

interface SettingsState {
  /** The setting that is being typed, by its path in the file (`paths.deliveryRecord`). */
  readonly editing: { readonly key: SettingKey; readonly field: TextField } | null;
  /** The setting that is being written, and how. */
  readonly saving: { readonly key: SettingKey; readonly text: string } | null;
  /** The last one that could not be written, and why. */
  readonly failed: { readonly key: SettingKey; readonly reason: string } | null;
}

/** What holds for one whole run, and the guide that its operator sees. */
export interface ConsoleAbout extends About {
  readonly guide: () => readonly GuideEntry[];
}

/** The console's whole state. Screens are functions of it; only `update` makes a new one. */
export interface Model {
  readonly about: ConsoleAbout;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly now: Instant;
  /** Since the last full boot, as it was read last with the clock; null: not yet, or it cannot be read. */
  readonly uptimeSeconds: number | null;
  readonly screen: ScreenId;
  /** The screens that Esc goes back through, newest last. */
  readonly trail: readonly ScreenId[];
  /** The index of the selected row of each screen; absent: the first. */
  readonly selected: Readonly<Partial<Record<ScreenId, number>>>;
  readonly dialog: Dialog | null;
  /** One line to the operator about what just happened; null when there is nothing to say. */
  readonly message: string | null;
  /**
   * The files that are being written and the texts that are being copied, oldest first; they are told while nothing
   * else is.
   */
  readonly waiting: readonly Waiting[];

  /** What is known of the terminal; null: nothing has been read yet. */
  readonly survey: Survey | null;
  readonly surveying: boolean;
  /** Whether something changed while a survey was running, so that another must follow. */
  readonly surveyAgain: boolean;
  /** Whether the versions alone are being read, and have changed again meanwhile. */
  readonly rereading: 'no' | 'now' | 'again';
  /** The components whose version changed with the newest reading of them. */
  readonly changed: readonly ComponentId[];
  /** null: what the rules say is not certain yet; `outlook` holds what is. */
  readonly decision: Decision | null;
  readonly outlook: Omit<Outlook, 'decision'>;
  readonly restartProof: RestartProof;
  readonly journal: JournalReading;
  readonly history: History;
  readonly lock: Lock;
  /** Whether the program's own files can be read: the stick that they lie on may have been pulled out. */
  readonly programThere: boolean;
  /** What was found and is being written to the journal. */
  readonly recording: readonly JournalEvent[];
  /** The token of the lock whose owner is at work, as it was seen last; null: nobody acts on this terminal. */
  readonly livingLock: string | null;
  readonly commands: readonly CommandRecord[];

  readonly download: DownloadJob;
  readonly restart: RestartJob;
  /** The request to restart, by its time, that was called off last; null: none. */
  readonly calledOff: Instant | null;
  /** Whether the operator leaves as soon as the restart is called off. */
  readonly leavesOnceCancelled: boolean;
  readonly guide: GuideState;
  readonly byHand: ByHandState;
  /** The lines of the evening's list that the operator has ticked. */
  readonly eveningTicks: readonly EveningTick[];
  readonly showAllChecks: boolean;
  /** Whether the checks stand where they stood when they came in, because one of them is selected. */
  readonly checksInPlace: boolean;
  /** Where a file to be carried away was saved last. */
  readonly saved: Readonly<Partial<Record<ExportPurpose, string>>>;
  readonly historyList: HistoryState;
  readonly report: ReportState;
  /** `withClinic`: whether the clinic's name and number go into the bundle and the sheet's file. */
  readonly support: { readonly withClinic: boolean };
  readonly settingsForm: SettingsState;
}
