import type { CommandId, ScreenId } from '../../screens/keys.ts';
import type { KeyPress } from '../../tui/keys.ts';
import { edit } from '../../tui/text-field.ts';
import { focusedField } from '../../screens/focused-field.ts';
import type { Model } from '../../screens/model.ts';
import { byHandEntry } from './by-hand-entry.ts';
import { historyEntry } from './history.ts';
import { guideEntry } from './guide-entry.ts';
import { reportEntry } from './report-entry.ts';
import { settingEntry } from './settings.ts';
import { still, type Step } from './step.ts';
import type { TextEntry } from './text-entry.ts';

const entries: Readonly<Partial<Record<ScreenId, TextEntry>>> = {
  'by-hand': byHandEntry,
  guide: guideEntry,
  report: reportEntry,
  history: historyEntry,
  settings: settingEntry,
};

/** A key that edits the text field which has the focus. */
export function onTextEdit(model: Model, press: KeyPress): Model {
  const field = focusedField(model);
  return field === null ? model : (entries[model.screen]?.edited(model, edit(field, press)) ?? model);
}

/** A line end in the middle of what was typed or pasted; most fields let it pass. */
export function onTextLineEnd(model: Model, chunk: number): Step {
  return entries[model.screen]?.lineEnd?.(model, chunk) ?? still(model);
}

/** A key that is a command while a text field has the focus. */
export function onTextCommand(model: Model, command: CommandId, chunk: number): Step {
  return entries[model.screen]?.command(model, command, chunk) ?? still(model);
}
