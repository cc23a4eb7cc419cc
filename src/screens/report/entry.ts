import type { NoticeField } from '../../domain/notice/notice.ts';
import { normalisedField, TERMINALS, terminalCount, type FieldId } from '../../report/fields.ts';
import { reportTexts as texts } from '../../report/report.ja.ts';
import { halfWidth } from '../../text/normal-forms.ts';
import { emptyField, fieldOf, type TextField } from '../../tui/text-field.ts';
import type { Question } from '../intent.ts';
import type { CommandId } from '../keys.ts';
import type { Model, ReportState } from '../model.ts';
import type { Row, TextEntry } from '../screen.ts';
import { ask, select, still, type Step } from '../step.ts';
import { completionReport, fieldsOf, knownIn, rememberClinic, reportField } from './completion.ts';
import { reportRows } from './rows.ts';

/** The fields of the completion report, and the number of the clinic's terminals. */
export const reportEntry: TextEntry = {
  field: ({ report }) => editedField(report),
  edited(model, field) {
    const { editing } = model.report;
    if (editing === null) return model;
    if (editing === TERMINALS) return withReport(model, { terminals: { ...field, text: halfWidth(field.text) } });
    const own = fieldIn(model, editing);
    return own ? withTyped(model, editing, normalisedField(own, field)) : model;
  },
  command: onCommand,
  lineEnd: (model, chunk) => onCommand(model, 'do', chunk),
};

/** The field that is being typed; null: none is. */
export function editedField({ editing, terminals, typed }: ReportState): TextField | null {
  if (editing === null) return null;
  return editing === TERMINALS ? terminals : (typed[editing] ?? null);
}

/** Puts the cursor into a field, at the end of what stands there; the number of terminals as it was answered last. */
export function editReport(model: Model, editing: FieldId): Model {
  const place = allRows(model).findIndex((row) => editedBy(row) === editing);
  if (place === -1) return select(model, 0);
  const there = select(withReport(model, { editing }), place);
  if (editing === TERMINALS) {
    const known = model.history.terminals?.count;
    return withReport(there, { terminals: known === undefined ? emptyField : fieldOf(String(known)) });
  }
  const field = fieldIn(model, editing);
  if (field === null) return there;
  const { text } = reportField(model, field);
  const entered = withReport(there, { before: model.report.typed[editing] ?? null });
  return withTyped(entered, editing, { text, cursor: text.length });
}

function onCommand(model: Model, command: CommandId, chunk: number): Step {
  const { editing, terminals } = model.report;
  if (editing === null) return still(model);
  switch (command) {
    case 'do':
      return editing === TERMINALS ? onTerminals(model, terminals, chunk) : leaveFor(model, editing, 1);
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
  return count === null ? still(model) : ask(left(model, TERMINALS), askTerminals(count), chunk);
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
function leaveFor(model: Model, editing: FieldId, by: 1 | -1): Step {
  const [after, effects] = rememberClinic(left(model, editing));
  const rows = allRows(after);
  const from = rows.findIndex((row) => editedBy(row) === editing);
  const to = Math.max(0, Math.min(from + by, rows.length - 1));
  const next = rows[to] ? editedBy(rows[to]) : null;
  return [next === null ? select(after, to) : editReport(after, next), effects];
}

/** The field as it was before it was entered. */
function restored(model: Model, editing: FieldId): Model {
  const closed = withReport(model, { editing: null, before: null });
  return editing === TERMINALS ? closed : withTyped(closed, editing, model.report.before);
}

/** The field is left with what was typed; a date that is empty, or as it was, is the day of the proof again. */
function left(model: Model, editing: FieldId): Model {
  const next = withReport(model, { editing: null });
  const field = fieldIn(model, editing);
  if (field?.kind !== 'date') return next;
  const { text } = reportField(model, field);
  return text === '' || text === knownIn(model, field) ? withTyped(next, editing, null) : next;
}

function withReport(model: Model, changes: Partial<ReportState>): Model {
  return { ...model, report: { ...model.report, ...changes } };
}

/** null: nothing is typed, what is known stands there. */
function withTyped(model: Model, id: FieldId, field: TextField | null): Model {
  const { [id]: _, ...others } = model.report.typed;
  return withReport(model, { typed: field === null ? others : { ...others, [id]: field } });
}

function fieldIn(model: Model, id: FieldId): NoticeField | null {
  return fieldsOf(model).find((field) => field.id === id) ?? null;
}

function allRows(model: Model): readonly Row[] {
  const { fields, actions } = reportRows(model, completionReport(model));
  return [...fields, ...actions];
}

/** What choosing a row lets be typed; null: nothing. */
function editedBy({ blocked, intent }: Row): FieldId | null {
  return blocked === null && intent?.type === 'edit-report' ? intent.field : null;
}
