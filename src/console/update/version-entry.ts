import type { CommandId } from '../../screens/keys.ts';
import { withoutIme } from '../../tui/read-keys.ts';
import { emptyField } from '../../tui/text-field.ts';
import { byHandTexts } from '../../screens/console.ja.ts';
import { compareVersions, parseVersion } from '../../domain/versions/version.ts';
import { selectedIndex } from '../../screens/menus/menu.ts';
import type { Model } from '../../screens/model.ts';
import { askRecordVersion } from '../../screens/questions.ts';
import { noEntry, select } from './navigate.ts';
import { still, type Step } from './step.ts';
import type { TextEntry } from './text-entry.ts';

/** The version that the operator reads on the screen. */
export const versionEntry: TextEntry = {
  edited: (model, field) => ({ ...model, byHand: { ...model.byHand, field, problem: null } }),
  command: onVersionEntry,
};

/** A version that would prove the target is typed twice; any other once. Both are confirmed before they are recorded. */
function onVersionEntry(model: Model, command: CommandId, chunk: number): Step {
  const { field, first } = model.byHand;
  if (command === 'back') return still({ ...model, byHand: noEntry });
  if (command !== 'do' || !field) return still(model);
  const version = parseVersion(withoutIme(field.text));
  if (version === null) return still({ ...model, byHand: { ...model.byHand, problem: byHandTexts.notAVersion } });
  const proves = compareVersions(version, model.about.notice.target.version) >= 0;
  if (proves && first === null) return still({ ...model, byHand: { ...noEntry, field: emptyField, first: version } });
  if (first !== null && compareVersions(first, version) !== 0) {
    return still({
      ...model,
      byHand: { ...noEntry, field: emptyField, problem: byHandTexts.different },
    });
  }
  const dialog = { ...askRecordVersion(version), opened: { at: model.now, chunk } };
  return still(select({ ...model, byHand: noEntry, dialog }, selectedIndex(model)));
}
