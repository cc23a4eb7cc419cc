/** A file on this machine, and how it takes a call's arguments. */
export interface ProgramFile {
  readonly file: string;
  readonly argumentsFor: (args: readonly string[]) => readonly string[];
  /**
   * Whether `follow` starts it apart from the console, so that it lives on when the console's window is closed. Default true.
   * Must be false for PowerShell on Windows, which writes nothing when started so (github.com/nodejs/node/issues/51018).
   */
  readonly detached?: boolean;
}
