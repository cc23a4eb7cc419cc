import type { CommandId } from '../../screens/keys.ts';
import type { TextField } from '../../tui/text-field.ts';
import type { Model } from '../../screens/model.ts';
import type { Step } from './step.ts';

/** What a screen does with its text field while that has the focus. */
export interface TextEntry {
  /** The field was edited. */
  readonly edited: (model: Model, field: TextField) => Model;
  /** Enter, Esc and the arrows. */
  readonly command: (model: Model, command: CommandId, chunk: number) => Step;
  /** A line end inside a chunk, as hasty typing or a paste brings it. Absent: it does nothing. */
  readonly lineEnd?: (model: Model, chunk: number) => Step;
}
