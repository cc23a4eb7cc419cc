import { focusedField, onIntent, openScreen, pageOf, placeOf, screens } from '../screens/index.ts';
import { consoleTexts } from '../screens/console.ja.ts';
import type { Dialog, Intent } from '../screens/intent.ts';
import { consoleKeys, screenIds, type CommandId } from '../screens/keys.ts';
import type { Model } from '../screens/model.ts';
import { noEntry } from '../screens/navigate.ts';
import { selectedIndex, type Rows } from '../screens/screen.ts';
import { say, select, still, type Step } from '../screens/step.ts';
import { mayAnswer } from '../tui/dialog.ts';
import { noKeyText, type KeyPress } from '../tui/keys.ts';
import { moved, moveOf } from '../tui/list.ts';
import { edit } from '../tui/text-field.ts';

/**
 * Does what a key asks for, where the focus now is: a dialog, a text field, or the rows of the screen. A question that
 * opens by it knows the chunk of input that the key came in.
 */
export function onPress(model: Model, press: KeyPress, chunk: number): Step {
  const [after, effects] = pressed(model, press, chunk);
  const { dialog } = after;
  if (dialog === null || dialog.opened === model.dialog?.opened) return [after, effects];
  return [{ ...after, dialog: { ...dialog, opened: { ...dialog.opened, chunk } } }, effects];
}

function pressed(model: Model, press: KeyPress, chunk: number): Step {
  const place = placeOf(model);
  const command = consoleKeys.commandFor(press, place);
  if (command === 'leave') return onLeave(model);
  if (model.dialog) return onDialog(model, model.dialog, press, command, chunk);
  if (place === 'text') return onText(model, press, command);
  if (press.id === 'line-end') return onRowLineEnd(model);
  if (command !== null) return onCommand(model, command);
  const isTooSoon = place === 'field' && /^\d$/.test(press.id);
  const [open, out] = [consoleKeys.keyFor('do', place), consoleKeys.keyFor('back', place)];
  return still(say(model, isTooSoon ? consoleTexts.typedTooSoon(open, out) : noKeyText(press)));
}

/** Asks whether to leave, where there is something to ask; where it has asked already, says how to answer. */
function onLeave(model: Model): Step {
  const isAsked = model.dialog?.choices.some(({ intent }) => intent?.type === 'leave') === true;
  const [after, effects] = onIntent({ ...model, dialog: null }, { type: 'ask-leave' });
  if (!isAsked || after.dialog === null) return [after, effects];
  const [choose, answer] = [consoleKeys.keyFor('choose-next', 'dialog'), consoleKeys.keyFor('do', 'dialog')];
  return still(say(model, consoleTexts.answerFirst(choose, answer)));
}

function onCommand(model: Model, command: CommandId): Step {
  const quiet = say(model, null);
  const { rows } = pageOf(model);
  const by = moveOf(command);
  if (by !== null) return still(select(quiet, moved(selectedIndex(model, rows), by, rows.length - 1)));
  switch (command) {
    case 'do':
      return onDo(quiet, rows);
    case 'back':
      return still(back(quiet));
    case 'cancel-restart':
      return onIntent(quiet, { type: 'cancel-restart' });
    case 'read-again':
      return onIntent(model, { type: 'read-again' });
    case 'search':
      return onIntent(quiet, { type: model.screen === 'history' ? 'filter-history' : 'search' });
    case 'open-guide':
      return onIntent(quiet, { type: 'open-guide', entryId: null, seen: [] });
    default: {
      const screen = screenIds.find((each) => command === `open-${each}`);
      return still(screen === undefined ? quiet : openScreen(quiet, screen));
    }
  }
}

/** Goes back one step: within the screen, else to the screen before. */
function back(model: Model): Model {
  const within = screens[model.screen].back?.(model) ?? null;
  if (within !== null) return within;
  const screen = model.trail.at(-1) ?? 'status';
  return { ...model, screen, trail: model.trail.slice(0, -1), message: null, byHand: noEntry };
}

/** Enter on a row: what it does, why it cannot, or on to the next where it is only read. */
function onDo(model: Model, rows: Rows): Step {
  const at = selectedIndex(model, rows);
  const row = rows.at(at);
  if (!row) return still(model);
  if (row.blocked !== null) return still(say(model, consoleTexts.blocked(row.blocked)));
  if (row.intent === null) return still(select(model, moved(at, 1, rows.length - 1)));
  return onIntent(model, row.intent);
}

/**
 * Enter that came in one piece with what was typed after it. It counts where all that it does is to open a text field:
 * else a paste could start something, or what was typed would be lost.
 */
function onRowLineEnd(model: Model): Step {
  const [opened, effects] = onDo(say(model, null), pageOf(model).rows);
  return effects.length === 0 && focusedField(opened) !== null ? still(opened) : still(model);
}

/** A key while a text field has the focus: a command, a line end within what was typed or pasted, or a character. */
function onText(model: Model, press: KeyPress, command: CommandId | null): Step {
  const { entry } = screens[model.screen];
  const field = entry?.field(model) ?? null;
  if (!entry || field === null) return still(model);
  // What was said of the text as it was is no longer so; what is still wrong says so itself.
  const quiet = say(model, null);
  if (press.id === 'line-end') return entry.lineEnd?.(quiet) ?? still(model);
  if (command !== null) return entry.command(quiet, command);
  return still(entry.edited(quiet, edit(field, press)));
}

function onDialog(model: Model, dialog: Dialog, press: KeyPress, command: CommandId | null, chunk: number): Step {
  if (!mayAnswer(dialog.opened, press, { at: model.now, chunk })) return still(model);
  const choose = (by: number): Step => {
    const selected = moved(dialog.selected, by, dialog.choices.length - 1);
    return still({ ...model, dialog: { ...dialog, selected } });
  };
  const answer = (intent: Intent | null = null): Step => {
    const closed = { ...model, dialog: null };
    return intent === null ? still(closed) : onIntent(closed, intent);
  };
  switch (command) {
    case 'choose-previous':
      return choose(-1);
    case 'choose-next':
      return choose(1);
    case 'do':
      return answer(dialog.choices[dialog.selected]?.intent);
    case 'back':
      // Leaving a question is its first, safe choice.
      return answer(dialog.choices[0]?.intent);
    default:
      return still(press.id === 'kana' || press.id === 'paste' ? say(model, noKeyText(press)) : model);
  }
}
