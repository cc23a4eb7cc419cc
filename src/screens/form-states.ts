import type { TextField } from '../tui/text-field.ts';
import type { TypedFieldId } from '../report/fields.ts';
import type { Clinic } from '../settings/clinic.ts';
import type { SettingKey } from '../settings/setting-keys.ts';

/** What the list of the journal or of the commands shows. */
export interface HistoryState {
  readonly view: 'journal' | 'commands';
  readonly query: TextField;
  readonly searching: boolean;
}

export interface ReportState {
  /** What was typed into the form; null: nothing yet, what is known stands there. */
  readonly typed: Readonly<Record<TypedFieldId, TextField | null>>;
  /** What has the focus: a field of the form, or the number of the clinic's terminals. */
  readonly editing: TypedFieldId | 'terminals' | null;
  readonly terminals: TextField;
  /** What stood in the field before it was entered: Esc brings it back. */
  readonly before: TextField | null;
  /** Whether the plain page, for reading out and marking with the mouse, stands in the form's place. */
  readonly page: boolean;
  /** The clinic whose name and number are being written to their file. */
  readonly remembering: Clinic | null;
}

export interface SupportState {
  /** Whether the clinic's name and number go into the bundle and the sheet's file. */
  readonly withClinic: boolean;
}

export interface SettingsState {
  /** The setting that is being typed, by its path in the file (`paths.deliveryRecord`). */
  readonly editing: {
    readonly key: SettingKey;
    readonly field: TextField;
  } | null;
  /** The setting that is being written, and how. */
  readonly saving: { readonly key: SettingKey; readonly text: string } | null;
  /** The last one that could not be written, and why. */
  readonly failed: { readonly key: SettingKey; readonly reason: string } | null;
}
