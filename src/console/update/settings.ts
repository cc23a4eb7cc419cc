import { fieldOf } from '../../tui/text-field.ts';
import { defaultText, readSetting, settingText } from '../../settings/setting.ts';
import { settingsTexts as texts } from '../../settings/settings.ja.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Intent } from '../../screens/intent.ts';
import { menuOf, selectedIndex } from '../../screens/menus/menu.ts';
import { settingsRefusal } from '../../screens/menus/settings-menu.ts';
import type { Model } from '../../screens/model.ts';
import { openingFrom } from '../opening.ts';
import { askSaveSetting } from '../../screens/setting-question.ts';
import { act } from './act.ts';
import { select } from './navigate.ts';
import { say, still, type Step } from './step.ts';
import type { TextEntry } from './text-entry.ts';

type SettingsIntent = Extract<Intent, { type: 'edit-setting' | 'ask-reset-setting' | 'save-setting' }>;

/** What the settings' rows do: edit one, put one back, and save what was agreed to. */
export function onSettingsIntent(model: Model, intent: SettingsIntent, chunk: number): Step {
  const { key } = intent;
  const form = { ...model.settingsForm, failed: null };
  switch (intent.type) {
    case 'edit-setting': {
      const field = fieldOf(settingText(model.about.settings, key));
      return still({ ...model, settingsForm: { ...form, editing: { key, field } } });
    }
    case 'ask-reset-setting': {
      // The row that leads back goes away with the change: what it was about stays selected.
      const row = menuOf(model).findIndex(({ id }) => id === key);
      return ask(select({ ...model, settingsForm: form }, row), key, defaultText(key), chunk);
    }
    case 'save-setting': {
      const read = readSetting(key, intent.text);
      if (!read.ok) return still(say(model, read.reason));
      // A value that is the default needs no place in the file.
      const value = intent.text === defaultText(key) ? undefined : read.value;
      return act(
        model,
        settingsRefusal(model),
        { action: 'save-setting', change: { key, value } },
        say({ ...model, settingsForm: { ...form, saving: { key, text: intent.text } } }, texts.saving),
      );
    }
  }
}

/** The text field of a setting. What is wrong with it is told while it is typed (see src/screens/settings.ts); Enter then asks. */
export const settingEntry: TextEntry = {
  edited(model, field) {
    const { editing } = model.settingsForm;
    if (!editing) return model;
    const settingsForm = { ...model.settingsForm, editing: { ...editing, field }, failed: null };
    return { ...model, settingsForm };
  },
  command(model, command, chunk) {
    const { editing } = model.settingsForm;
    const closed = { ...model, settingsForm: { ...model.settingsForm, editing: null } };
    if (command === 'back') return still(closed);
    if (command !== 'do' || !editing) return still(model);
    const read = readSetting(editing.key, editing.field.text);
    return read.ok ? ask(closed, editing.key, read.text, chunk) : still(model);
  },
};

type Key = SettingsIntent['key'];

/** Asks with the old and the new value, as they are written; what is the same needs no question. */
function ask(model: Model, key: Key, text: string, chunk: number): Step {
  if (text === settingText(model.about.settings, key)) return still(say(model, texts.unchanged));
  const dialog = { ...askSaveSetting(model, key, text), opened: { at: model.now, chunk } };
  return still({ ...model, dialog });
}

/**
 * The settings file was written, or could not be. New settings take effect by opening the console anew. What was typed in vain
 * stands in its field again, unless the operator has turned to something else.
 */
export function onSettingsWritten(model: Model, fault: Fault | null): Step {
  const { saving } = model.settingsForm;
  const form = { ...model.settingsForm, saving: null };
  if (!fault) {
    const saved = say({ ...model, settingsForm: form }, texts.saved);
    return [saved, [{ type: 'reopen', opening: openingFrom(saved) }]];
  }
  const reason = texts.notSaved(`${fault.headline} ${fault.tryNext}`);
  const told = say({ ...model, settingsForm: form }, reason);
  if (!saving || model.screen !== 'settings') return still(told);
  const { key, text } = saving;
  const stays = menuOf(model)[selectedIndex(model)]?.id === key && !model.dialog;
  const editing = stays ? { key, field: fieldOf(text) } : form.editing;
  return still({ ...told, settingsForm: { ...form, editing, failed: { key, reason } } });
}
