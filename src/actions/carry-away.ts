import type { Action } from './action.ts';

/** A file to be carried away. */
export type ExportPurpose = 'report' | 'sheet' | 'history-page' | 'bundle';

interface OwnFile {
  readonly purpose: ExportPurpose | 'clinic';
  /** Relative to the data folder, with `/` between: `exports/report.txt`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Writes a file of the console's own into the data folder, whole or not at all; gives where it stands. */
export const writeFile: Action<OwnFile, { readonly path: string }> = {
  run: ({ ports }, signal, { name, bytes }) => ports.dataFolder.replace(name, bytes, signal),
};

/** Puts a text on the clipboard and reads it back. `label` names it on the screen. */
export const copy: Action<{ readonly label: string; readonly text: string }, null> = {
  run: ({ ports }, signal, { text }) => ports.clipboard.copy(text, signal),
};
