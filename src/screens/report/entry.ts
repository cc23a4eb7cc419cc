import { normalisedField, terminalCount, type TypedFieldId } from '../../report/fields.ts';
import { reportTexts as texts } from '../../report/report.ja.ts';
import { halfWidth } from '../../text/normal-forms.ts';
import { emptyField, fieldOf, type TextField } from '../../tui/text-field.ts';
import type { Question } from '../intent.ts';
import type { CommandId } from '../keys.ts';
import type { Model, ReportState } from '../model.ts';
import type { Row, TextEntry } from '../screen.ts';
import { ask, select, still, type Step } from '../step.ts';
import { completionReport, knownValue, rememberClinic, reportField } from './completion.ts';
import { reportRows } from './rows.ts';

type Editing = TypedFieldId | 'terminals';

/** The fields of the completion report, and the number of the clinic's terminals. */
export const reportEntry: TextEntry = {
  field: ({ report }) => editedField(report),
  edited(model, field) {
    const { editing } = model.report;
    if (editing === null) return model;
    return editing === 'terminals'
      ? withReport(model, { terminals: { ...field, text: halfWidth(field.text) } })
      : withTyped(model, editing, normalisedField(editing, field));
  },
  command: onCommand,
  lineEnd: (model, chunk) => onCommand(model, 'do', chunk),
};

/** The field that is being typed; null: none is. */
export function editedField({ editing, terminals, typed }: ReportState): TextField | null {
  if (editing === null) return null;
  return editing === 'terminals' ? terminals : typed[editing];
}

/** Puts the cursor into a field, at the end of what stands there; the number of terminals as it was answered last. */
export function editReport(model: Model, editing: Editing): Model {
  const place = allRows(model).findIndex((row) => editedBy(row) === editing);
  if (place === -1) return select(model, 0);
  const there = select(withReport(model, { editing }), place);
  if (editing === 'terminals') {
    const known = model.history.terminals?.count;
    return withReport(there, { terminals: known === undefined ? emptyField : fieldOf(String(known)) });
  }
  const { text } = reportField(model, editing);
  const entered = withReport(there, { before: model.report.typed[editing] });
  return withTyped(entered, editing, { text, cursor: text.length });
}

function onCommand(model: Model, command: CommandId, chunk: number): Step {
  const { editing, terminals } = model.report;
  if (editing === null) return still(model);
  switch (command) {
    case 'do':
      return editing === 'terminals' ? onTerminals(model, terminals, chunk) : leaveFor(model, editing, 1);
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
  return count === null ? still(model) : ask(left(model, 'terminals'), askTerminals(count), chunk);
}

/** Whether all of the clinic's terminals are done. Either answer is journaled, so the safe choice is to give none. */
function askTerminals(count: number): Question {
  return {
    title: texts.askTerminalsTitle(count),
    body: texts.askTerminalsBody,
    choices: [
      { label: texts.askTerminalsCancel, intent: null },
      { label: texts.askTerminalsNo, intent: { type: 'answer-terminals', count, allDone: false } },
      { label: texts.askTerminalsYes, intent: { type: 'answer-terminals', count, allDone: true } },
    ],
    selected: 0,
  };
}

/** On to the row above or below; where that is a field, the cursor goes on into it. */
function leaveFor(model: Model, editing: Editing, by: 1 | -1): Step {
  const [after, effects] = rememberClinic(left(model, editing));
  const rows = allRows(after);
  const from = rows.findIndex((row) => editedBy(row) === editing);
  const to = Math.max(0, Math.min(from + by, rows.length - 1));
  const next = rows[to] ? editedBy(rows[to]) : null;
  return [next === null ? select(after, to) : editReport(after, next), effects];
}

/** The field as it was before it was entered. */
function restored(model: Model, editing: Editing): Model {
  const closed = withReport(model, { editing: null, before: null });
  return editing === 'terminals' ? closed : withTyped(closed, editing, model.report.before);
}

/** The field is left with what was typed; a date that is empty, or as it was, is the day of the proof again. */
function left(model: Model, editing: Editing): Model {
  const next = withReport(model, { editing: null });
  if (editing !== 'completed-on') return next;
  const { text } = reportField(model, editing);
  return text === '' || text === knownValue(model, editing) ? withTyped(next, editing, null) : next;
}

function withReport(model: Model, changes: Partial<ReportState>): Model {
  return { ...model, report: { ...model.report, ...changes } };
}

function withTyped(model: Model, id: TypedFieldId, field: TextField | null): Model {
  return withReport(model, { typed: { ...model.report.typed, [id]: field } });
}

function allRows(model: Model): readonly Row[] {
  const { fields, actions } = reportRows(model, completionReport(model));
  return [...fields, ...actions];
}

/** What choosing a row lets be typed; null: nothing. */
function editedBy({ blocked, intent }: Row): Editing | null {
  return blocked === null && intent?.type === 'edit-report' ? intent.field : null;
}
