import { completionReport } from './completion-report.ts';
import { focusedField } from './focused-field.ts';
import type { MenuItem } from './menus/item.ts';
import { menuOf, selectedIndex } from './menus/menu.ts';
import { isPageShown, terminalsText } from './menus/report-menu.ts';
import type { Model } from './model.ts';
import { isDone, sentLines } from '../report/page.ts';
import type { ReasonId } from '../report/reasons.ts';
import type { Report, ReportField } from '../report/report.ts';
import { terminalCount } from '../report/terminal-count.ts';
import { pageTexts, reportTexts } from '../report/report.ja.ts';
import type { Block } from '../tui/dialog.ts';
import { fieldLine } from '../tui/text-field.ts';
import { blank, line, spans, wrapLines, type Line } from '../tui/line.ts';
import type { ListRow } from '../tui/list.ts';
import { tickMark } from '../tui/marks.ts';
import { fit, width } from '../text/cells.ts';
import { menuBlock, plainRow } from './menu-block.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** Completion report: where it stands, the terminals and the fields of the form, what is done with them; or its plain page. */
export const report: Screen = (model, area) => {
  const shown = completionReport(model);
  return isPageShown(model, shown) ? page(model, shown, area) : form(model, shown, area);
};

function form(model: Model, shown: Report, area: Area): Block {
  const rows = menuOf(model);
  const fields = 1 + shown.fields.length;
  const options = {
    row: (item: MenuItem): ListRow => fieldRow(shown, item),
    below: (item: MenuItem): readonly string[] => detailOf(shown, item),
  };
  const editing = focusedField(model) === null ? null : selectedIndex(model, rows);
  return stack(
    stateLines(model, shown, area),
    [blank],
    menuBlock(model, area, { ...options, to: editing ?? fields }),
    editing === null ? [] : editedRow(model, shown, area),
    menuBlock(model, area, { ...options, from: editing === null ? fields : editing + 1, to: fields }),
    [blank],
    actions(model, area, fields),
  );
}

/** Values to be marked with the mouse or read out, each alone on its line below its name; then the way to the form. */
function page(model: Model, shown: Report, area: Area): Block {
  const { columns, ambiguous } = area;
  const values = menuOf(model).filter(({ id }) => id.startsWith('copy:')).length;
  const valueOf = (item: MenuItem): readonly string[] =>
    shown.fields.flatMap(({ id, value }) => (item.id === `copy:${id}` ? [value] : []));
  return stack(
    wrapLines(reportTexts.pageIntro, columns, { style: { tone: 'quiet' }, ambiguous }),
    menuBlock(model, area, {
      to: values,
      row: (item) => ({ line: line(labelOf(shown, item)), blocked: null, detail: valueOf(item) }),
      below: valueOf,
    }),
    [line(pageTexts.way, { bold: true })],
    shown.formPath.flatMap((step, index) => wrapLines(step, columns, { first: `  ${String(index + 1)}. `, ambiguous })),
    [blank],
    actions(model, area, values),
  );
}

/** What no row says whole. */
const atTheTop: ReadonlySet<ReasonId> = new Set<ReasonId>([
  'version-unknown',
  'version-not-proven',
  'terminals-not-all-done',
]);

/**
 * Where the report stands. What is wrong with a row stands at that row: nothing up here may move the field in which somebody is
 * typing.
 */
function stateLines(model: Model, shown: Report, { columns, ambiguous }: Area): readonly Line[] {
  const sent = sentLines(shown, model.about.offsetMinutes);
  const standing = shown.reasons.filter(({ id }) => atTheTop.has(id));
  const ready = shown.reasons.length === 0;
  const next = isDone(shown)
    ? []
    : [ready ? pageTexts.ready : `${pageTexts.notReady}${shown.unproven?.short ?? reportTexts.rowsFirst}`];
  const said = isDone(shown) ? [] : standing.map(({ text }) => text);
  return [
    ...[...sent, ...next].flatMap((text, index) =>
      wrapLines(text, columns, {
        style: { tone: index === 0 && (sent.length > 0 || ready) ? 'good' : 'attention', bold: true },
        ambiguous,
      }),
    ),
    ...said.flatMap((text) => wrapLines(text, columns, { indent: 2, ambiguous })),
  ];
}

/** The field that is being typed: the cursor in it, below it what is wrong with it so far. */
function editedRow(model: Model, shown: Report, area: Area): Block {
  const { columns, ambiguous } = area;
  const { editing, terminals } = model.report;
  const field = focusedField(model);
  if (editing === null || field === null) return { lines: [], focus: null };
  const own = shown.fields.find(({ id }) => id === editing);
  const prompt = `> ${labelText(shown, own?.label ?? reportTexts.terminals)}`;
  const said = editing === 'terminals' ? countProblem(terminals.text) : problemsOf(own);
  const hints = own ? hintsOf(own) : [reportTexts.terminalsHint];
  const lines = [
    fieldLine(prompt, field, columns, ambiguous),
    ...said.flatMap((text) => wrapLines(text, columns, { indent: 4, style: { tone: 'attention' }, ambiguous })),
    ...hints.flatMap((text) => wrapLines(text, columns, { indent: 4, style: { tone: 'quiet' }, ambiguous })),
  ];
  return { lines, focus: 0, focusEnd: lines.length - 1 };
}

function countProblem(text: string): readonly string[] {
  return text === '' || terminalCount(text) !== null ? [] : [reportTexts.badCount];
}

function fieldRow(shown: Report, item: MenuItem): ListRow {
  if (item.id === 'terminals') {
    const { terminals } = shown;
    return {
      line: spans(
        tickMark(terminals?.allDone === true),
        labelText(shown, reportTexts.terminals),
        ` ${terminalsText(shown)}`,
      ),
      blocked: item.blocked,
    };
  }
  const field = fieldOf(shown, item);
  if (!field) return plainRow(item);
  const value = field.value === '' ? pageTexts.noValue : field.value;
  return {
    line: spans(tickMark(field.problem === null), labelText(shown, field.label), ` ${value}`),
    blocked: item.blocked,
    // That an empty field is to be filled says itself.
    detail: field.value === '' ? [] : problemsOf(field),
  };
}

function detailOf(shown: Report, item: MenuItem): readonly string[] {
  if (item.id === 'terminals') return [reportTexts.terminalsHint];
  const field = fieldOf(shown, item);
  return field ? [...problemsOf(field), ...hintsOf(field)] : [];
}

/** The rows from `from` on, which do something with the report. */
function actions(model: Model, area: Area, from: number): Block {
  const savedTo = model.saved.report;
  // Where the file lies is read whole: it is to be found again.
  const below = ({ id }: MenuItem): readonly string[] =>
    id === 'save' && savedTo !== undefined ? [reportTexts.savedTo(savedTo)] : [];
  return menuBlock(model, area, {
    from,
    row: (item) => ({ ...plainRow(item), detail: below(item) }),
    below,
  });
}

function labelOf(shown: Report, item: MenuItem): string {
  return shown.fields.find(({ id }) => item.id === `copy:${id}`)?.label ?? item.label;
}

function fieldOf(shown: Report, item: MenuItem): ReportField | undefined {
  return shown.fields.find(({ id }) => item.id === `field:${id}`);
}

function problemsOf(field: ReportField | undefined): readonly string[] {
  return [field?.problem, field?.warning].filter((text) => typeof text === 'string');
}

function hintsOf({ id, hint }: ReportField): readonly string[] {
  const own = reportTexts.hints[id];
  return [hint, own].filter((text) => text !== null);
}

/** The labels stand in one column. */
function labelText(shown: Report, label: string): string {
  const all = [reportTexts.terminals, ...shown.fields.map((field) => field.label)];
  return fit(`${label}:`, Math.max(...all.map((each) => width(each))) + 1);
}
