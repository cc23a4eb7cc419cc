import type { CommandId } from '../../screens/keys.ts';
import { emptyField, fieldOf, type TextField } from '../../tui/text-field.ts';
import type { TypedFieldId } from '../../report/fields.ts';
import { normalisedField } from '../../report/normalise.ts';
import { terminalCount } from '../../report/terminal-count.ts';
import { halfWidth } from '../../text/normal-forms.ts';
import { knownValue, reportField } from '../../screens/completion-report.ts';
import type { MenuItem } from '../../screens/menus/item.ts';
import { reportMenu } from '../../screens/menus/report-menu.ts';
import type { Model } from '../../screens/model.ts';
import { askTerminals } from '../../screens/report-questions.ts';
import { select } from './navigate.ts';
import { rememberClinic } from './remember-clinic.ts';
import { still, type Step } from './step.ts';
import type { TextEntry } from './text-entry.ts';

type Editing = TypedFieldId | 'terminals';

/** The fields of the completion report, and the number of the clinic's terminals. */
export const reportEntry: TextEntry = {
  edited: (model, field) => {
    const { editing } = model.report;
    if (editing === null) return model;
    return editing === 'terminals'
      ? { ...model, report: { ...model.report, terminals: { ...field, text: halfWidth(field.text) } } }
      : withTyped(model, editing, normalisedField(editing, field));
  },
  command: onReportEntry,
  lineEnd: (model, chunk) => onReportEntry(model, 'do', chunk),
};

/** Puts the cursor into a field, at the end of what stands there; the number of terminals as it was answered last. */
export function editReport(model: Model, editing: Editing): Model {
  const row = rowOf(model, editing);
  const there = select(row === -1 ? model : { ...model, report: { ...model.report, editing } }, Math.max(0, row));
  if (row === -1) return there;
  if (editing === 'terminals') {
    const known = model.history.terminals?.count;
    const terminals = known === undefined ? emptyField : fieldOf(String(known));
    return { ...there, report: { ...there.report, terminals } };
  }
  const { text } = reportField(model, editing);
  const entered = { ...there, report: { ...there.report, before: model.report.typed[editing] } };
  return withTyped(entered, editing, { text, cursor: text.length });
}

function onReportEntry(model: Model, command: CommandId, chunk: number): Step {
  const { editing, terminals } = model.report;
  if (editing === null) return still(model);
  switch (command) {
    case 'do':
      if (editing === 'terminals') return onTerminals(model, terminals, chunk);
      return leaveFor(model, editing, 1);
    case 'select-down':
      return leaveFor(model, editing, 1);
    case 'select-up':
      return leaveFor(model, editing, -1);
    case 'back':
      return still(restored(model, editing));
    default:
      return still(model);
  }
}

/** What is no number stays in the field; the screen says below it what is wrong. */
function onTerminals(model: Model, field: TextField, chunk: number): Step {
  const count = terminalCount(field.text);
  if (count === null) return still(model);
  const dialog = { ...askTerminals(count), opened: { at: model.now, chunk } };
  return still({ ...left(model, 'terminals'), dialog });
}

/** On to the row above or below; where that is a field, the cursor goes on into it. */
function leaveFor(model: Model, editing: Editing, by: 1 | -1): Step {
  const [after, effects] = rememberClinic(left(model, editing));
  const rows = reportMenu(after);
  const to = Math.max(0, Math.min(rowOf(after, editing) + by, rows.length - 1));
  const next = rows[to] ? editingOf(rows[to]) : null;
  return [next === null ? select(after, to) : editReport(after, next), effects];
}

/** The field as it was before it was entered. */
function restored(model: Model, editing: Editing): Model {
  const { report } = model;
  const closed = { ...model, report: { ...report, editing: null, before: null } };
  return editing === 'terminals' ? closed : withTyped(closed, editing, report.before);
}

/** The field is left with what was typed; a date that is empty, or as it was, is the day of the proof again. */
function left(model: Model, editing: Editing): Model {
  const next: Model = { ...model, report: { ...model.report, editing: null } };
  if (editing !== 'completed-on') return next;
  const { text } = reportField(model, editing);
  return text === '' || text === knownValue(model, editing) ? withTyped(next, editing, null) : next;
}

function withTyped(model: Model, id: TypedFieldId, field: TextField | null): Model {
  return { ...model, report: { ...model.report, typed: { ...model.report.typed, [id]: field } } };
}

function rowOf(model: Model, editing: Editing): number {
  return reportMenu(model).findIndex((row) => editingOf(row) === editing);
}

function editingOf({ blocked, intent }: MenuItem): Editing | null {
  return blocked === null && intent?.type === 'edit-report' ? intent.field : null;
}
