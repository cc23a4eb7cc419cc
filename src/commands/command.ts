import type { Options } from './options.ts';
import type { Instant } from '../domain/time.ts';
import type { NewFile, ReplacedFile } from '../ports/ports.ts';
import type { Run } from './run.ts';
import type { Stage } from './check-limit.ts';

/** How a command ends that was called off: as a shell tells that a program was ended by Ctrl+C. */
export const INTERRUPTED = 130;

/** What a command works with. */
export interface CommandTools {
  readonly consoleVersion: string;
  /** The built-in practice terminals. */
  readonly scenarios: () => Promise<readonly { readonly name: string; readonly title: string }[]>;
  /**
   * Opens the terminal for one run, and closes it after the work. `writes`: the command keeps a journal. Throws
   * InputError for options and files that cannot be used.
   */
  readonly withRun: <T>(options: Options, writes: boolean, work: (run: Run) => Promise<T>) => Promise<T>;
  /** The same, but files of the site's that cannot be used are done without. */
  readonly withTolerantRun: CommandTools['withRun'];
  /**
   * Works until it is done, or the program is told to stop (Ctrl+C): then the exit code is that signal's, after
   * `graceMs` at most for what has to be put back.
   */
  readonly untilTold: (work: (told: AbortSignal) => Promise<number>, graceMs: () => number) => Promise<number>;
  /** Whether a call works with a practice terminal. */
  readonly isSimulated: (options: Options) => boolean;
  /** Writes to stdout and waits until it is out. */
  readonly print: (text: string) => Promise<void>;
  /** The same with bytes, as they are: what another program reads. */
  readonly printBytes: (bytes: Uint8Array) => Promise<void>;
  /** Whether a person reads stdout, who wants no bytes. */
  readonly isRead: boolean;
  /** How wide a page on stdout may be, in columns. */
  readonly columns: number;
  /** Puts bytes into a new file of this machine; never over one that is there. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<NewFile>;
  /** Puts bytes in the place of a file of this machine that other programs read. */
  readonly replace: (path: string, bytes: Uint8Array) => Promise<ReplacedFile>;
  /** Tells what `check` is at to the process that watches this one, where there is one. */
  readonly stage: (stage: Stage) => void;
  /** Whoever waits for this process waits no longer: what it started is to end. */
  readonly told: AbortSignal;
  /** The work, or the bug that nobody caught meanwhile. */
  readonly orBug: <T>(work: Promise<T>) => Promise<T>;
  /** This machine's clock, for what is told without a terminal. */
  readonly realNow: () => Instant;
  /** Writes a line to stderr. */
  readonly warn: (text: string) => void;
  /** What runs the program. */
  readonly runtime: { readonly platform: string; readonly arch: string; readonly node: string };
  /** The terminal on which a person answers; null: there is none. */
  readonly terminal: Pick<NodeJS.Process, 'stdin' | 'stdout'> | null;
  /** Milliseconds that only go forward. */
  readonly stopwatch: () => number;
}
