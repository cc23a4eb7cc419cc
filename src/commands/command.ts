import type { Options } from '../cli.ts';
import type { NewFile } from '../ports/node/new-file.ts';
import type { Session } from '../session.ts';

/** What a command works with. */
export interface CommandTools {
  readonly consoleVersion: string;
  /** The built-in practice terminals. */
  readonly scenarios: () => Promise<readonly { readonly name: string; readonly title: string }[]>;
  /**
   * Opens the terminal for one run, and closes it after the work. `writes`: the command keeps a journal. Throws InputError for
   * options and files that cannot be used.
   */
  readonly withSession: <T>(
    options: Options,
    writes: boolean,
    work: (session: Session) => Promise<T>,
  ) => Promise<T>;
  /** Writes to stdout and waits until it is out. */
  readonly print: (text: string) => Promise<void>;
  /** Puts bytes into a new file of this machine; never over one that is there. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<NewFile>;
  /** Writes a line to stderr. */
  readonly warn: (text: string) => void;
  /** Milliseconds that only go forward. */
  readonly stopwatch: () => number;
}
