import type { NoticeField } from '../../domain/notice/notice.ts';
import { isDone } from '../../report/report.ts';
import { normalisedField, type FieldId } from '../../report/fields.ts';
import { isProofDay } from '../../report/known-values.ts';
import { reportTexts as texts } from '../../report/report.ja.ts';
import {
  countedEvent,
  readDone,
  readTerminals,
  TERMINALS,
  TERMINALS_DONE,
  terminalsText,
  type Counted,
} from '../../report/terminals.ts';
import { halfWidth } from '../../text/normal-forms.ts';
import { emptyField, fieldOf, type TextField } from '../../tui/text-field.ts';
import type { CommandId } from '../keys.ts';
import type { Model, ReportState } from '../model.ts';
import { selectedOf, type Row, type TextEntry } from '../screen.ts';
import { record, say, select, still, type Step } from '../step.ts';
import { completionReport, fieldsOf, knownIn, rememberClinic, reportField } from './completion.ts';
import { reportRows } from './rows.ts';

/** The fields of the completion report, and the numbers of the clinic's terminals. */
export const reportEntry: TextEntry = {
  field: ({ report }) => editedField(report),
  edited(model, field) {
    const { editing } = model.report;
    if (editing === null) return model;
    const counted = { ...field, text: halfWidth(field.text) };
    if (editing === TERMINALS) return withReport(model, { terminals: counted });
    if (editing === TERMINALS_DONE) return withReport(model, { done: counted });
    const own = fieldIn(model, editing);
    return own ? withTyped(model, editing, normalisedField(own, field)) : model;
  },
  command: onCommand,
  lineEnd: (model) => onCommand(model, 'do'),
  isNear(model) {
    const report = completionReport(model);
    const row = selectedOf(model, allRows(model));
    // Before the proof, and once it was sent, the report expects nothing.
    const isOpen = report !== null && report.unproven === null && report.sent === null;
    return isOpen && row !== null && editedBy(row) !== null;
  },
};

/** The field that is being typed; null: none is. */
export function editedField({ editing, terminals, done, typed }: ReportState): TextField | null {
  if (editing === null) return null;
  if (editing === TERMINALS) return terminals;
  return editing === TERMINALS_DONE ? done : (typed[editing] ?? null);
}

/** Puts the cursor into a field, at the end of what stands there; the number of terminals as it was answered last. */
export function editReport(model: Model, editing: FieldId): Model {
  const place = placeOf(model, editing);
  if (place === -1) return select(model, 0);
  const there = select(withReport(model, { editing }), place);
  const { terminals: known } = model.history;
  if (editing === TERMINALS)
    return withReport(there, { terminals: known === null ? emptyField : fieldOf(terminalsText(known)) });
  const field = fieldIn(model, editing);
  if (field === null) return withReport(there, { done: emptyField });
  const { text } = reportField(model, field);
  const entered = withReport(there, { before: model.report.typed[editing] ?? null });
  return withTyped(entered, editing, { text, cursor: text.length });
}

/**
 * The cursor in the first field that is still open; where there is none, or nothing is to be sent yet, the row to go on
 * with is selected. A report that was sent, and its plain page, stay as they are.
 */
export function onReportOpened(model: Model): Model {
  const report = completionReport(model);
  if (report === null || isDone(report) || model.report.page) return model;
  const open = onToFields(model);
  return report.unproven === null ? open : withReport(open, { editing: null });
}

/** On to what is still open: the terminals, then the first field that is not yet right, then what is done with them. */
function onToFields(model: Model): Model {
  const report = completionReport(model);
  if (report === null) return model;
  if (report.reasons.some(({ id }) => id === 'terminals-not-counted')) return editReport(model, TERMINALS);
  if (report.reasons.some(({ id }) => id === 'terminals-not-all-done')) return editDone(model);
  const wrong = report.reasons.find(({ field }) => field !== null)?.field ?? null;
  return wrong === null ? select(model, reportRows(model, report).fields.length) : editReport(model, wrong);
}

function onCommand(model: Model, command: CommandId): Step {
  const { editing } = model.report;
  if (editing === null) return still(model);
  switch (command) {
    case 'do':
      if (editing === TERMINALS) return onTerminals(model);
      return editing === TERMINALS_DONE ? onTerminalsDone(model) : onEntered(model, editing);
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

/** What is not right stays in the field: it is said why. */
function onEntered(model: Model, editing: FieldId): Step {
  const why = completionReport(left(model, editing))?.reasons.find(({ field }) => field === editing);
  return why ? still(say(model, why.text)) : leaveFor(say(model, null), editing, 1);
}

/** A single terminal is this one, which needs no more words; of several it is asked how many are done. */
function onTerminals(model: Model): Step {
  const counted = readTerminals(model.report.terminals.text);
  if (counted === null) return still(say(model, texts.badCount));
  const isProven = completionReport(model)?.unproven === null;
  return counted.count === 1 ? answered(model, counted, isProven ? 1 : 0) : still(editDone(say(model, null)));
}

function onTerminalsDone(model: Model): Step {
  const counted = countedTerminals(model);
  if (counted === null) return still(editReport(model, TERMINALS));
  const done = readDone(model.report.done.text, counted);
  return done === null ? still(say(model, texts.badDone(counted.count))) : answered(model, counted, done);
}

/** How many terminals the clinic has, as it is typed now or was answered last. */
export function countedTerminals({ report, history }: Pick<Model, 'report' | 'history'>): Counted | null {
  return readTerminals(report.terminals.text) ?? history.terminals;
}

function editDone(model: Model): Model {
  return editReport(model, TERMINALS_DONE);
}

/** The answer is journaled; where nothing stands in the way any more, the cursor goes on. */
function answered(model: Model, counted: Counted, done: number): Step {
  const closed = withReport(model, { editing: null, terminals: emptyField });
  const terminals = { ...counted, at: model.now, allDone: done >= counted.count, done };
  const after = onToFields({ ...closed, history: { ...model.history, terminals } });
  const next = done < counted.count && counted.count > 1 ? closed : { ...after, history: model.history };
  return record(model, countedEvent(counted, done), next);
}

/** On to the row above or below; where that is a field, the cursor goes on into it. */
function leaveFor(model: Model, editing: FieldId, by: 1 | -1): Step {
  const [after, effects] = rememberClinic(left(model, editing));
  const rows = allRows(after);
  const to = Math.max(0, Math.min(placeOf(after, editing) + by, rows.length - 1));
  const next = rows[to] ? editedBy(rows[to]) : null;
  return [next === null ? select(after, to) : editReport(after, next), effects];
}

/** The field as it was before it was entered. */
function restored(model: Model, editing: FieldId): Model {
  const closed = withReport(model, { editing: null, before: null, terminals: emptyField });
  return fieldIn(model, editing) === null ? closed : withTyped(closed, editing, model.report.before);
}

/** The field is left with what was typed; one that the proof fills has its day again where it is that day, or empty. */
function left(model: Model, editing: FieldId): Model {
  const next = withReport(model, { editing: null, terminals: emptyField });
  const field = fieldIn(model, editing);
  if (field === null || !isProofDay(model.about.notice, field)) return next;
  const { text } = reportField(model, field);
  const isAgain = text === knownIn(model, field) || (text === '' && field.required);
  return isAgain ? withTyped(next, editing, null) : next;
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

/** The row that a field stands in: the numbers of the terminals share one. -1: none, it may not be typed. */
function placeOf(model: Model, editing: FieldId): number {
  const field = editing === TERMINALS_DONE ? TERMINALS : editing;
  return allRows(model).findIndex((row) => editedBy(row) === field);
}

/** What choosing a row lets be typed; null: nothing. */
function editedBy({ blocked, intent }: Row): FieldId | null {
  return blocked === null && intent?.type === 'edit-report' ? intent.field : null;
}
