/** What can be typed behind a command, or behind the program's name. */
export interface Completable {
  /** '' for the program itself. */
  readonly command: string;
  readonly options: readonly string[];
  /** The words that may stand there by themselves. */
  readonly words: readonly string[];
  /** Whether files may stand there as well. */
  readonly takesFiles: boolean;
}

/** What can be typed behind an option that takes a value. */
export interface OptionValue {
  readonly option: string;
  /** null: a file or a folder. */
  readonly words: readonly string[] | null;
}
