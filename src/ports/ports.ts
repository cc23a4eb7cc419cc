import type { BootKind, CheckId, PowerFacts, SessionFacts } from '../domain/facts.ts';
import type { Fault, Result } from '../domain/fault.ts';
import type { RestartAnswer, ToolEvent } from '../domain/outcomes.ts';
import type { ClockReading, Instant } from '../domain/time.ts';
import type { Tried } from '../domain/ways.ts';
import type { JournalStore } from '../journal/store.ts';
import type { Doubt } from '../settings/data-files.ts';

/**
 * Everything outside the program, as the rest of it sees it. Paths are paths on the terminal (`C:\OQS\…`).
 * Every asynchronous call ends when its signal is aborted (fault `cancelled`); none of them throws.
 */
export interface Ports {
  readonly files: Files;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly machine: Machine;
  readonly tasks: Tasks;
  readonly network: Network;
  readonly tool: ManagementTool;
  readonly power: Power;
  readonly clipboard: Clipboard;
  readonly documents: Documents;
  readonly journal: JournalStore;
  readonly dataFolder: DataFolder;
  readonly ways: Ways;
  readonly program: ProgramFiles;
  /**
   * The same ports for one check: what it starts is named after it, and can be told apart in the list of commands run.
   * `onWaiting` hears whether all the programs that it has asked for still wait for their turn.
   */
  forCheck(check: CheckId, onWaiting?: (allWait: boolean) => void): Ports;
}

export interface FileContent {
  readonly bytes: Uint8Array;
  readonly modifiedAt: Instant;
}

export interface Files {
  /**
   * Reads a whole file of at most `maxBytes`. Faults: `absent`, `denied` (also for what lies on another computer),
   * `busy`, `too-large` (names size and path; nothing was read), `unreadable` (a folder), `failed`.
   */
  read(
    path: string,
    options: { readonly maxBytes: number; readonly signal: AbortSignal },
  ): Promise<Result<FileContent>>;
  /** When a file was changed last. Faults as `read`. */
  stat(path: string, signal: AbortSignal): Promise<Result<{ readonly modifiedAt: Instant }>>;
  /** Calls `onChange` soon after one of the files appears, changes or goes. Gives the function that stops it. */
  watch(paths: readonly string[], onChange: () => void): () => void;
}

/** The programs that the console starts, by what they are for; each platform says which files they are. */
export const programIds = ['registry', 'tasks', 'power', 'shutdown', 'system', 'network', 'tool'] as const;
export type ProgramId = (typeof programIds)[number];

export interface CommandCall {
  readonly program: ProgramId;
  readonly args: readonly string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** What the list of commands run shows instead of the arguments, where these are nobody's business. */
  readonly shownArgs?: readonly string[];
  /** What the operator asks for does not wait behind the checks' programs. */
  readonly atOnce?: true;
  /**
   * Its answer is whole with so many lines: then the program is ended, though it may have something left to do. Lines
   * that came before its time was up count. Infinity: it goes on to its end.
   */
  readonly lines?: number;
  /** Hears each line as soon as it is whole, as the program wrote it. Only with `lines`. */
  readonly onLine?: (line: Uint8Array) => void;
}

export interface CommandOutput {
  readonly exitCode: number;
  /** As the program wrote it: encodings differ from program to program. */
  readonly stdout: Uint8Array;
  /** It was ended before it had written all the lines that were wanted. */
  readonly isCut?: true;
}

/** What a program that reports as it goes has to say: its lines (ASCII), then one end. */
export type CommandEvent =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'exit'; readonly exitCode: number }
  | { readonly type: 'fault'; readonly fault: Fault };

/** One line of the list of commands that were run. */
export interface CommandRecord {
  readonly at: Instant;
  readonly program: ProgramId;
  readonly args: readonly string[];
  readonly asker: CheckId | null;
  /** The exit code, or the fault's code where there was none. */
  readonly ended: string;
  readonly durationMs: number;
}

export interface Commands {
  /**
   * Runs a program to its end, as soon as it is its turn: few run at a time. Any exit code is an answer. `timeoutMs`
   * counts from its start. Faults: `absent`, `denied`, `timed-out`, `cancelled`, `crashed`, `failed`.
   */
  run(call: CommandCall): Promise<Result<CommandOutput>>;
  /**
   * Starts a program that outlives the console, and passes on its lines. `timeoutMs` is the longest silence. Ends with
   * `exit` or `fault`.
   */
  follow(call: CommandCall): AsyncIterable<CommandEvent>;
  /** The last commands run, oldest first, at most 200. */
  recent(): readonly CommandRecord[];
}

export interface Clock {
  now(): Instant;
  /** The same, with the zone, as a reading that can fail. */
  read(signal: AbortSignal): Promise<Result<ClockReading>>;
  /** Whole seconds since the last full boot, which setting the clock does not move; null where it cannot be told. */
  uptimeSeconds(): number | null;
}

/** What one process tells about the machine; a field that it could not tell is null. */
export interface MachineReport {
  readonly name: string | null;
  readonly os: string | null;
  readonly bootedAt: Instant | null;
  readonly lastBootKind: BootKind;
  /** The record id of the newest full start of the kernel in the event log: another one for each full boot. */
  readonly record: number | null;
  readonly session: SessionFacts | null;
  readonly readerConnected: boolean | null;
}

/** Marks of a pending restart, in order of trust. null: could not be told. */
export interface PendingRestart {
  readonly componentServicing: boolean | null;
  readonly windowsUpdate: boolean | null;
  readonly fileRenames: readonly string[] | null;
}

export interface Machine {
  /** Free bytes of the system drive, asked in the process itself; null where the drive does not tell. */
  freeBytes(signal: AbortSignal): Promise<Result<number | null>>;
  report(signal: AbortSignal): Promise<Result<MachineReport>>;
  pendingRestart(signal: AbortSignal): Promise<Result<PendingRestart>>;
  powerSettings(signal: AbortSignal): Promise<Result<PowerFacts>>;
}

export type TaskState =
  | { readonly found: false }
  | {
      readonly found: true;
      readonly enabled: boolean | null;
      /** null: it never ran, or its time cannot be read; `neverRan` tells which. */
      readonly lastRunAt: Instant | null;
      readonly neverRan: boolean;
      /** The task's last result as a number, 0 for success. */
      readonly lastResult: number | null;
    };

export interface Tasks {
  find(name: string, signal: AbortSignal): Promise<Result<TaskState>>;
}

export interface Network {
  /** Whether the name has an address. */
  resolves(host: string, signal: AbortSignal): Promise<Result<boolean>>;
  /** Whether something answers at the address. */
  answers(host: string, port: number, signal: AbortSignal): Promise<Result<boolean>>;
}

/** Whether 「配信アプリケーション管理ツール」 is there, and can be opened. */
export interface ToolLocation {
  readonly installed: boolean;
  /** null: it could not be told how. */
  readonly canOpen: boolean | null;
}

/** 「配信アプリケーション管理ツール」. */
export interface ManagementTool {
  locate(signal: AbortSignal): Promise<Result<ToolLocation>>;
  /** Opens its window and leaves it to the operator. */
  open(signal: AbortSignal): Promise<Result<null>>;
  /**
   * Presses 「今すぐダウンロード」 once. Always ends with one `finished`; after `maxSilenceMs` without a word that is
   * `hang`.
   */
  pressDownloadNow(options: { readonly maxSilenceMs: number; readonly signal: AbortSignal }): AsyncIterable<ToolEvent>;
  /** Presses 「配信実績の確認」; gives the path of the file that opened, null where it could not be learned. */
  showRecord(signal: AbortSignal): Promise<Result<{ readonly path: string | null }>>;
}

/** The restart. */
export interface Power {
  /**
   * Asks the system to restart after the countdown. The countdown is the system's: it survives the console.
   * `comesBack`: the console will be opened by itself at the next sign-in; else the operator opens it, and it goes on
   * just the same.
   */
  restart(
    options: { readonly delaySeconds: number; readonly comment: string },
    signal: AbortSignal,
  ): Promise<Result<{ readonly answer: RestartAnswer; readonly exitCode: number; readonly comesBack: boolean }>>;
  cancelRestart(signal: AbortSignal): Promise<Result<{ readonly answer: RestartAnswer; readonly exitCode: number }>>;
}

export interface Clipboard {
  /**
   * Puts a text on the clipboard and reads it back. Faults: those of `run`, and `unreadable` where another text stands
   * there afterwards. What is copied may be personal: the list of commands run does not show it.
   */
  copy(text: string, signal: AbortSignal): Promise<Result<null>>;
}

export interface Documents {
  /**
   * Opens a file with the program that the terminal has for it, and leaves it to the operator. Faults: those of `run`,
   * `absent`, `denied` (it may be a program, or lies on another computer).
   */
  open(path: string, signal: AbortSignal): Promise<Result<null>>;
}

/**
 * Where a file that is to be carried away can be put: the drive that the program runs from, the user's desktop, the
 * data folder's exports.
 */
export interface SavePlace {
  readonly id: 'stick' | 'desktop' | 'data';
  readonly path: string;
}

/** The folder where the console keeps its own files, and those that are to be carried away. */
export interface DataFolder {
  readonly path: string;
  /**
   * Reads one of these files whole, and gives where it is, and why it does not count (null: it does); `name` as for
   * `replace`. Faults: `absent`, `denied`, `busy`, `unreadable` (a folder), `timed-out`, `failed`.
   */
  read(
    name: string,
    signal: AbortSignal,
  ): Promise<Result<{ readonly path: string; readonly bytes: Uint8Array; readonly doubt: Doubt | null }>>;
  /** From now on a file of this content (SHA-256) counts for this user, whoever wrote it. Fault: `denied`. */
  agree(sha256: string): Promise<Result<null>>;
  /**
   * Puts the bytes in the file's place, whole or not at all; makes folders. `name` is relative, with `/` between. Gives
   * the whole path. Faults: `denied`, `busy`, `unreadable` (a folder in the file's place), `absent` (the place went
   * away), `timed-out`, `failed`.
   */
  replace(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<Result<{ readonly path: string }>>;
  /**
   * Writes a new file under a name that nobody has, reads it and removes it again. Makes no folder: while this one is
   * not there, the file goes into the one above in which it would be made. Faults as `replace`.
   */
  tryWriting(signal: AbortSignal): Promise<Result<{ readonly isThere: boolean }>>;
  /** The data folder's own exports come last. */
  readonly places: readonly SavePlace[];
  /**
   * Puts the bytes into a new file in one of the places: a name that is taken gets a number. Gives the whole path.
   * Faults as `replace`.
   */
  saveNew(
    place: SavePlace,
    name: string,
    bytes: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<{ readonly path: string }>>;
}

/** The program's own files, which may lie on a stick. */
export interface ProgramFiles {
  /** Whether they can still be read; null where nobody says so before the signal is aborted. */
  areThere(signal: AbortSignal): Promise<boolean | null>;
}

/** The ways, tried by themselves. Nothing is pressed, restarted or left changed. */
export interface Ways {
  /**
   * Tries every way and tells each as soon as it is known; some at the same time. Ends when all are, or soon after the
   * signal is aborted: the rest is not told then. `changes`: whether something may be changed for a moment and put
   * back.
   */
  tryAll(
    options: { readonly changes: boolean; readonly signal: AbortSignal },
    onTried: (tried: Tried) => void,
  ): Promise<void>;
  /** What the system's words may name and nobody else needs to know: the user, the terminal. */
  names(): readonly string[];
}

/** A file of the site's as it was opened and read: what it is known by, and what the system says of it. */
export interface SiteFileRead {
  readonly path: string;
  /** Of its bytes, in hex. */
  readonly sha256: string;
  readonly facts: FileFacts;
}

export interface FileFacts {
  readonly uid: number;
  readonly mode: number;
  /** Another one for another file, and after each change. */
  readonly identity: string;
}

/**
 * Which files of the site's count: those that only the user, administrators or the system can have written, and those
 * whose content the operator has agreed to.
 */
export interface SiteTrust {
  /** For each file why it does not count; null: it does. */
  doubtsOf(files: readonly SiteFileRead[]): Promise<readonly (Doubt | null)[]>;
  /** From now on a file of this content counts for this user. Fault: `denied`, where that cannot be kept. */
  agree(sha256: string): Promise<Result<null>>;
  /** Why others may have changed the program itself, as far as that is known by now; null: nothing says so. */
  programDoubt(): Doubt | null;
}

/** How a file of this machine was written; `failed`: with the system's code, `EACCES`. */
export type ReplacedFile = { readonly type: 'written' } | { readonly type: 'failed'; readonly code: string };
export type NewFile = ReplacedFile | { readonly type: 'exists' };

/** The files of gathered answers on this machine. Nothing here writes or throws. */
export interface AnswerFiles {
  /**
   * Every `*.json` and `*.jsonl` below the folders, and the files themselves; names what it cannot look at. A loop of
   * links is walked once.
   */
  find(signal: AbortSignal): Promise<FoundAnswers>;
  /** The whole file. Faults: `absent`, `denied`, `busy`, `too-large`, `unreadable` (no file), `cancelled`, `failed`. */
  read(path: string, signal: AbortSignal): Promise<Result<Uint8Array>>;
  /** Line by line, without those that hold nothing; ends with a fault where it cannot go on. Faults as `read`. */
  lines(path: string, signal: AbortSignal): AsyncIterable<Result<FileLine>>;
}

/** `bad`: what could not be looked at. */
export interface FoundAnswers {
  readonly files: readonly AnswerFile[];
  readonly bad: readonly { readonly path: string; readonly fault: Fault }[];
}

/** A file of gathered answers. */
export interface AnswerFile {
  readonly path: string;
  /** The nearest folder that is no date: of what was given itself only where several were given; else null. */
  readonly folder: string | null;
  /** Its name without the ending. */
  readonly name: string;
  /** JSON Lines: a document a line. */
  readonly lines: boolean;
  /** Size, time and place on the disk as text: another one after each change. */
  readonly mark: string;
}

/** A line of a file, from 1, without its end. `bytes` null: it is longer than the limit. */
export interface FileLine {
  readonly line: number;
  readonly bytes: Uint8Array | null;
}
