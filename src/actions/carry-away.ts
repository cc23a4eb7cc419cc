import type { SavePlace } from '../ports/ports.ts';
import type { Action } from './action.ts';
import type { NamedFile } from './zip.ts';
import { failed, type Fault } from '../domain/fault.ts';
import { carryTexts } from './actions.ja.ts';
import { harmless } from '../text/harmless.ts';

/** A file to be carried away. */
export type ExportPurpose = 'report' | 'sheet' | 'history-page' | 'history-html' | 'bundle';

type OwnFile = {
  readonly purpose: ExportPurpose | 'clinic';
  /** Relative to the data folder, with `/` between: `exports/report.txt`; in a place that is given, its name alone. */
  readonly name: string;
  readonly to?: SavePlace;
} & ({ readonly bytes: Uint8Array } | { readonly zipped: readonly NamedFile[] });

/**
 * Writes a file of the console's own into the data folder, or as a new one into the place that is given, whole or not
 * at all; gives where it stands.
 */
export const writeFile: Action<OwnFile, { readonly path: string }> = async ({ ports }, signal, file) => {
  const bytes = 'bytes' in file ? file.bytes : await zipped(file.zipped);
  if (bytes === null) return failed(partMissing);
  const { dataFolder } = ports;
  return file.to === undefined
    ? dataFolder.replace(file.name, bytes, signal)
    : dataFolder.saveNew(file.to, file.name, bytes, signal);
};

/**
 * Loaded when it is needed: its tables take a tenth of a start. null: the program's folder is gone meanwhile, with the
 * stick it lies on.
 */
async function zipped(files: readonly NamedFile[]): Promise<Uint8Array | null> {
  const loaded = await import('./zip.ts').catch(() => null);
  return loaded === null ? null : loaded.zip(files);
}

const partMissing: Fault = { code: 'absent', ...carryTexts.partMissing, guideId: null };

/** Puts a text on the clipboard, cleaned (see `harmless`), and reads it back. `label` names it on the screen. */
export const copy: Action<{ readonly label: string; readonly text: string }, null> = ({ ports }, signal, { text }) =>
  ports.clipboard.copy(harmless(text), signal);
