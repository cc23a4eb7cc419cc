import type { Fault } from '../../domain/fault.ts';
import type { InputProblem } from '../../domain/input-problem.ts';
import { settingTexts } from '../../settings/setting-fields.ja.ts';
import type { SettingKey } from '../../settings/setting-keys.ts';
import { defaultText, readSetting, settingText } from '../../settings/setting.ts';
import { settingsTexts as texts } from '../../settings/settings.ja.ts';
import { fieldOf } from '../../tui/text-field.ts';
import { yesNo, type Question, type SettingsIntent } from '../intent.ts';
import type { Model } from '../model.ts';
import { selectedOf, type TextEntry } from '../screen.ts';
import { act, ask, say, sayFault, select, still, type Handlers, type Opening, type Step } from '../step.ts';
import { agreeRefusal, ownerOf, settingsRefusal, settingsRows } from './rows.ts';

/** What the settings' rows do: edit one, put one back, and save what was agreed to. */
export const settingsIntents: Handlers<SettingsIntent> = {
  'edit-setting'(model, { key }) {
    const field = fieldOf(settingText(model.about.settings, key));
    return still(withForm(model, { editing: { key, field }, failed: null }));
  },
  'ask-reset-setting'(model, { key }) {
    // The row that leads back goes away with the change: what it was about stays selected.
    const place = settingsRows(model).findIndex((row) => row.key === key);
    return askSave(select(withForm(model, { failed: null }), place), key, defaultText(key));
  },
  'ask-agree'(model, { sha256 }) {
    const problem = model.about.problems.find(({ agreement }) => agreement?.sha256 === sha256);
    if (problem?.agreement === undefined) return still(model);
    return ask(model, agreeQuestion(problem, problem.agreement));
  },
  'agree-file'(model, { sha256 }) {
    return act(model, agreeRefusal(model), { action: 'agree-file', sha256 }, say(model, texts.doubt.agreeing));
  },
  'save-setting'(model, { key, text }) {
    const read = readSetting(key, text);
    if (!read.ok) return still(say(model, read.reason));
    // A value that is the default needs no place in the file.
    const value = text === defaultText(key) ? undefined : read.value;
    const saving = withForm(model, { saving: { key, text }, failed: null });
    return act(
      model,
      settingsRefusal(model),
      { action: 'save-setting', change: { key, value } },
      say(saving, texts.saving),
    );
  },
};

/** All that it says stands in its row; the question begins with what it says first. */
const MOST_TOLD = 6;

function agreeQuestion({ place, message }: InputProblem, agreement: NonNullable<InputProblem['agreement']>): Question {
  const { doubt } = texts;
  const { sha256, tells } = agreement;
  const says = doubt.says(tells.slice(0, MOST_TOLD));
  const body = [message, ...ownerOf(agreement), ...says, doubt.known(sha256), doubt.askEffect];
  return yesNo(
    { title: doubt.askTitle(place), body, no: doubt.askNo, yes: doubt.askYes },
    { type: 'agree-file', sha256 },
  );
}

/** A file counts from now on, or that could not be kept. It takes effect by opening the console anew. */
export function onAgreed(model: Model, fault: Fault | null): Step {
  if (fault) return still(sayFault(model, fault));
  const agreed = say(model, texts.doubt.agreed);
  return [agreed, [{ type: 'reopen', opening: openingFrom(agreed) }]];
}

/** The text field of a setting. What is wrong with it is told while it is typed (see settings.ts); Enter then asks. */
export const settingsEntry: TextEntry = {
  field: ({ settingsForm }) => settingsForm.editing?.field ?? null,
  edited(model, field) {
    const { editing } = model.settingsForm;
    return editing ? withForm(model, { editing: { ...editing, field }, failed: null }) : model;
  },
  command(model, command) {
    const { editing } = model.settingsForm;
    const closed = withForm(model, { editing: null });
    if (command === 'back') return still(closed);
    if (command !== 'do' || !editing) return still(model);
    const read = readSetting(editing.key, editing.field.text);
    return read.ok ? askSave(closed, editing.key, read.text) : still(model);
  },
};

/** Asks with the old and the new value, as they are written; what is the same needs no question. */
function askSave(model: Model, key: SettingKey, text: string): Step {
  const old = settingText(model.about.settings, key);
  if (text === old) return still(say(model, texts.unchanged));
  const next = text === defaultText(key) ? texts.askNewDefault : texts.askNew;
  const title = texts.askTitle(settingTexts[key].label);
  const body = [texts.askOld(old || texts.none), next(text || texts.none), texts.askEffect];
  const question = yesNo({ title, body, no: texts.askNo, yes: texts.askYes }, { type: 'save-setting', key, text });
  return ask(model, question);
}

/**
 * The settings file was written, or could not be. New settings take effect by opening the console anew. What was typed
 * in vain stands in its field again, unless the operator has turned to something else.
 */
export function onSettingsWritten(model: Model, fault: Fault | null): Step {
  const { saving, editing } = model.settingsForm;
  const done = withForm(model, { saving: null });
  if (!fault) {
    const saved = say(done, texts.saved);
    return [saved, [{ type: 'reopen', opening: openingFrom(saved) }]];
  }
  const reason = texts.notSaved(`${fault.headline} ${fault.tryNext}`);
  const told = say(done, reason);
  if (!saving || model.screen !== 'settings') return still(told);
  const { key, text } = saving;
  const stays = selectedOf(model, settingsRows(model))?.key === key && !model.dialog;
  return still(withForm(told, { editing: stays ? { key, field: fieldOf(text) } : editing, failed: { key, reason } }));
}

/** What this console leaves. What it was still writing when it closed is read from the disk by the next one. */
export function openingFrom(model: Model): Opening {
  const { screen, trail, selected, message, eveningTicks, support } = model;
  const report = { ...model.report, remembering: null };
  return { screen, trail, selected, message, eveningTicks, report, support };
}

function withForm(model: Model, changes: Partial<Model['settingsForm']>): Model {
  return { ...model, settingsForm: { ...model.settingsForm, ...changes } };
}
