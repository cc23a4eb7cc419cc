import { withoutIme } from '../../input/ime.ts';
import type { CommandId } from '../../input/keymap.ts';
import type { KeyPress } from '../../input/keys.ts';
import { edit, emptyField } from '../../input/text-field.ts';
import { byHandTexts } from '../../strings/console.ja.ts';
import { compareVersions, parseVersion } from '../../versions/version.ts';
import type { Model } from '../model.ts';
import { askRecordVersion } from '../questions.ts';
import { menuOf, selectedIndex } from '../menus/menu.ts';
import { select } from './navigate.ts';
import type { Step } from './step.ts';
import { still } from './step.ts';

/** A key that edits the text field which has the focus. */
export function onTextEdit(model: Model, press: KeyPress): Model {
  const { guide, byHand } = model;
  if (byHand.field)
    return { ...model, byHand: { ...byHand, field: edit(byHand.field, press), problem: null } };
  return select({ ...model, guide: { ...guide, query: edit(guide.query, press) } }, 0);
}

/** Enter, Esc and the arrows while a text field has the focus. */
export function onTextCommand(model: Model, command: CommandId, chunk: number): Step {
  if (model.byHand.field) return onVersionEntry(model, command, chunk);
  const { guide } = model;
  switch (command) {
    case 'do':
    case 'select-down':
      return still(
        select({ ...model, guide: { ...guide, searching: false } }, Math.min(1, menuOf(model).length - 1)),
      );
    case 'back':
      return still(select({ ...model, guide: { ...guide, searching: false, query: emptyField } }, 0));
    default:
      return still(model);
  }
}

/** A version that would prove the target is typed twice; any other once. Both are confirmed before they are recorded. */
function onVersionEntry(model: Model, command: CommandId, chunk: number): Step {
  const { field, first } = model.byHand;
  if (command === 'back') return still({ ...model, byHand: closed });
  if (command !== 'do' || !field) return still(model);
  const version = parseVersion(withoutIme(field.text));
  if (version === null)
    return still({ ...model, byHand: { ...model.byHand, problem: byHandTexts.notAVersion } });
  const proves = compareVersions(version, model.about.notice.target.version) >= 0;
  if (proves && first === null)
    return still({ ...model, byHand: { field: emptyField, first: version, problem: null } });
  if (first !== null && compareVersions(first, version) !== 0) {
    return still({ ...model, byHand: { field: emptyField, first: null, problem: byHandTexts.different } });
  }
  const dialog = { ...askRecordVersion(version), opened: { at: model.now, chunk } };
  return still(select({ ...model, byHand: closed, dialog }, selectedIndex(model)));
}

const closed = { field: null, first: null, problem: null } as const;
