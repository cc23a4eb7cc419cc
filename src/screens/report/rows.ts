import { guideIdOf } from '../../guide/situations.ts';
import { areAllDone, TERMINALS } from '../../report/terminals.ts';
import { pageTexts, reportTexts as texts } from '../../report/report.ja.ts';
import { standsAgainstRecord, type Report, type ReportField } from '../../report/report.ts';
import { terminalsDone } from '../../domain/history.ts';
import { fit, width } from '../../text/cells.ts';
import { spans } from '../../tui/line.ts';
import { mark, tickMark } from '../../tui/marks.ts';
import type { Model } from '../model.ts';
import { refusal } from '../queries.ts';
import { row, toStatus, type Row } from '../screen.ts';

/** The rows of the completion report: its fields, or its values to copy, then what is done with them. */
export interface ReportRows {
  readonly fields: readonly Row[];
  readonly actions: readonly Row[];
}

/** The page shows a report that may be sent, or was; what is no longer ready goes back to the form, which says why. */
export function isPageShown(model: Model, report: Report | null): report is Report {
  return report !== null && model.report.page && notReady(report) === null;
}

/** Why the report must not leave the console yet, in short; null when it may. */
export function notReady({ reasons }: Report): string | null {
  return reasons[0]?.short ?? null;
}

/** `report` null: there is nothing to fill in. */
export function reportRows(model: Model, report: Report | null): ReportRows {
  if (report === null) return { fields: [], actions: [toStatus] };
  return isPageShown(model, report) ? pageRows(model, report) : formRows(model, report);
}

function formRows(model: Model, report: Report): ReportRows {
  const waiting = notReady(report);
  const refused = refusal(model, 'record');
  return {
    fields: [terminalsRow(report, refused), ...report.fields.map((field) => fieldRow(report, field))],
    actions: [
      row('page', texts.itemPage, { type: 'show-report-page', shown: true }, waiting),
      saveRow(model, waiting),
      row('guide', texts.itemGuide, { type: 'open-guide', entryId: guideIdOf('step:send-report'), seen: [] }),
      sentRow(report, refused),
      row(
        'elsewhere',
        texts.itemElsewhere,
        { type: 'ask-report-sent', elsewhere: true },
        refused ?? report.unproven?.short ?? null,
      ),
      toStatus,
    ],
  };
}

function pageRows(model: Model, report: Report): ReportRows {
  const filled = report.fields.filter(({ value }) => value !== '');
  return {
    fields: filled.map((field) => {
      const { id, value } = field;
      const label = ownLabel(report, field);
      return {
        ...row(`copy:${id}`, `${label}: ${value}`, { type: 'copy', label, text: value }),
        line: spans(mark(model.report.copied[label] === value ? 'done' : 'none'), label),
        below: [value],
      };
    }),
    actions: [
      sentRow(report, refusal(model, 'record')),
      saveRow(model, null),
      row('form', texts.itemForm, { type: 'show-report-page', shown: false }),
    ],
  };
}

/** The label of a field; of several with the same one, with its place among them: each is copied by itself. */
function ownLabel({ fields }: Report, { id, label }: ReportField): string {
  const alike = fields.filter((field) => field.label === label);
  return alike.length === 1 ? label : texts.nth(label, alike.findIndex((field) => field.id === id) + 1);
}

/** Whether all of the clinic's terminals are done, as it was last said. */
function terminalsRow(report: Report, blocked: string | null): Row {
  const { terminals } = report;
  const said =
    terminals === null ? texts.notCounted : texts.counted(terminals.count, terminalsDone(terminals), terminals.spare);
  return {
    ...row('terminals', `${texts.terminals}: ${said}`, { type: 'edit-report', field: TERMINALS }, blocked),
    line: spans(tickMark(terminals !== null && areAllDone(terminals)), labelText(report, texts.terminals), ` ${said}`),
    detail: texts.terminalsHint,
  };
}

function fieldRow(report: Report, field: ReportField): Row {
  const { id, kind, label, problem } = field;
  const value = field.value === '' ? pageTexts.noValue : field.value;
  return {
    ...row(`field:${id}`, `${label}: ${value}`, kind === 'fixed' ? null : { type: 'edit-report', field: id }),
    line: spans(tickMark(problem === null), labelText(report, label), ` ${value}`),
    // That an empty field is to be filled says itself.
    below: field.value === '' ? [] : problemsOf(field),
    detail: [...problemsOf(field), ...hintsOf(field)],
  };
}

function saveRow(model: Model, waiting: string | null): Row {
  const savedTo = model.saved.report;
  return {
    ...row('save', texts.itemSave, { type: 'save-report', to: null }, refusal(model, 'write-file') ?? waiting),
    // Where the file lies is read whole: it is to be found again.
    below: savedTo === undefined ? [] : [texts.savedTo(savedTo)],
  };
}

function sentRow(report: Report, blocked: string | null): Row {
  const label = report.sent === null ? texts.itemSent : texts.itemSentAgain;
  return row(
    'sent',
    label,
    { type: 'ask-report-sent', elsewhere: false },
    blocked ?? standsAgainstRecord(report)?.short ?? null,
  );
}

/** What is wrong with a field, and what is odd about it. */
export function problemsOf({ problem, warning }: ReportField): readonly string[] {
  return [problem, warning].filter((text) => typeof text === 'string');
}

/** What helps to fill a field. */
export function hintsOf({ kind, hint, isFilledByProof }: ReportField): readonly string[] {
  const own = kind === 'date' && !isFilledByProof ? null : texts.hints[kind];
  return [hint, own].filter((text) => text !== null);
}

/** The labels stand in one column. */
export function labelText(report: Report, label: string): string {
  const all = [texts.terminals, ...report.fields.map((field) => field.label)];
  return fit(`${label}:`, Math.max(...all.map((each) => width(each))) + 1);
}
