import { consoleKeys, screenIds, type CommandId } from '../../screens/keys.ts';
import { noKeyText, type KeyPress } from '../../tui/keys.ts';
import { mayAnswer } from '../../tui/dialog.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import type { Dialog } from '../../screens/dialog.ts';
import { focusedField } from '../../screens/focused-field.ts';
import { menuOf, selectedIndex, selectedItem } from '../../screens/menus/menu.ts';
import type { Model } from '../../screens/model.ts';
import { placeOf } from '../../screens/model-queries.ts';
import { onTextCommand, onTextEdit, onTextLineEnd } from './entry.ts';
import { onIntent } from './intents.ts';
import { back, go, select } from './navigate.ts';
import { say, still, type Step } from './step.ts';

/** How many rows PageUp and PageDown move. */
const PAGE = 10;

/** Does what a key asks for, where the focus now is: a dialog, a text field, or the rows of the screen. */
export function onPress(model: Model, press: KeyPress, chunk: number): Step {
  const place = placeOf(model);
  const command = consoleKeys.commandFor(press, place);
  if (command === 'leave') return onIntent({ ...model, dialog: null }, { type: 'ask-leave' }, chunk);
  if (model.dialog) return onDialog(model, model.dialog, press, command, chunk);
  if (press.id === 'line-end') return place === 'text' ? onTextLineEnd(model, chunk) : onRowLineEnd(model, chunk);
  if (place === 'text')
    return command === null ? still(onTextEdit(model, press)) : onTextCommand(model, command, chunk);
  if (command === null) return still(say(model, noKeyText(press)));
  return onCommand(model, command, chunk);
}

function onCommand(model: Model, command: CommandId, chunk: number): Step {
  const quiet = say(model, null);
  const rows = menuOf(model);
  const at = selectedIndex(model, rows);
  const to = (index: number): Step => still(select(quiet, Math.max(0, Math.min(index, rows.length - 1))));
  switch (command) {
    case 'select-up':
    case 'choose-previous':
      return to(at - 1);
    case 'select-down':
    case 'choose-next':
      return to(at + 1);
    case 'page-up':
      return to(at - PAGE);
    case 'page-down':
      return to(at + PAGE);
    case 'top':
      return to(0);
    case 'bottom':
      return to(rows.length - 1);
    case 'do':
      return onDo(quiet, chunk);
    case 'back':
      return still(back(model));
    case 'cancel-restart':
      return onIntent(quiet, { type: 'cancel-restart' }, chunk);
    case 'read-again':
      return onIntent(model, { type: 'read-again' }, chunk);
    case 'search':
      return onIntent(quiet, { type: model.screen === 'history' ? 'filter-history' : 'search' }, chunk);
    case 'leave':
      return onIntent(model, { type: 'ask-leave' }, chunk);
    default: {
      const screen = screenIds.find((each) => command === `open-${each}`);
      if (screen === undefined) return still(quiet);
      return screen === 'guide'
        ? onIntent(quiet, { type: 'open-guide', entryId: null, seen: [] }, chunk)
        : still(go(quiet, screen));
    }
  }
}

/**
 * Enter that came in one piece with what was typed after it. It counts where all that it does is to open a text field: else a
 * paste could start something, or what was typed would be lost.
 */
function onRowLineEnd(model: Model, chunk: number): Step {
  const [opened, effects] = onDo(say(model, null), chunk);
  return effects.length === 0 && focusedField(opened) !== null ? still(opened) : still(model);
}

/** Enter on a row: what it does, why it cannot, or on to the next where it is only read. */
function onDo(model: Model, chunk: number): Step {
  const row = selectedItem(model);
  if (!row) return still(model);
  if (row.blocked !== null) return still(say(model, consoleTexts.blocked(row.blocked)));
  if (row.intent === null) return still(select(model, Math.min(selectedIndex(model) + 1, menuOf(model).length - 1)));
  return onIntent(model, row.intent, chunk);
}

function onDialog(model: Model, dialog: Dialog, press: KeyPress, command: CommandId | null, chunk: number): Step {
  if (!mayAnswer(dialog.opened, press, { at: model.now, chunk })) return still(model);
  const choose = (index: number): Step => {
    const selected = Math.max(0, Math.min(index, dialog.choices.length - 1));
    return still({ ...model, dialog: { ...dialog, selected } });
  };
  switch (command) {
    case 'choose-previous':
      return choose(dialog.selected - 1);
    case 'choose-next':
      return choose(dialog.selected + 1);
    case 'do': {
      const intent = dialog.choices[dialog.selected]?.intent ?? null;
      const closed = { ...model, dialog: null };
      return intent === null ? still(closed) : onIntent(closed, intent, chunk);
    }
    case 'back': {
      // Leaving a question is its first, safe choice.
      const intent = dialog.choices[0]?.intent ?? null;
      const closed = { ...model, dialog: null };
      return intent === null ? still(closed) : onIntent(closed, intent, chunk);
    }
    default:
      return still(press.id === 'kana' || press.id === 'paste' ? say(model, noKeyText(press)) : model);
  }
}
