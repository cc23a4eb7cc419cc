import { filled } from '../../domain/notice/words.ts';
import { isDone, sentLines } from '../../report/report.ts';
import type { ReasonId, Report } from '../../report/report.ts';
import { pageTexts, reportTexts as texts } from '../../report/report.ja.ts';
import { readDone, readTerminals, TERMINALS_DONE } from '../../report/terminals.ts';
import type { Block } from '../../tui/dialog.ts';
import { fieldLine } from '../../tui/text-field.ts';
import { blank, line, type Line } from '../../tui/line.ts';
import { attention, paragraphs, quiet, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { rowsBlock, selectedIndex, type Screen } from '../screen.ts';
import { select } from '../step.ts';
import { completionReport } from './completion.ts';
import { countedTerminals, editedField, onReportOpened, reportEntry } from './entry.ts';
import { hintsOf, isPageShown, labelText, problemsOf, reportRows } from './rows.ts';

/** Completion report: where it stands, terminals, fields, what is done with them; or its plain page. */
export const report: Screen = {
  page(model) {
    const shown = completionReport(model);
    const { fields, actions } = reportRows(model, shown);
    const rows = [...fields, ...actions];
    const at = selectedIndex(model, rows);
    const selected = rows[at] ?? null;
    return {
      rows,
      body(area) {
        if (shown === null)
          return stack(paragraphs(texts.nothingToReport, area), [blank], rowsBlock(rows, selected, area));
        const done = rowsBlock(actions, selected, area);
        if (isPageShown(model, shown))
          return stack(
            paragraphs(texts.pageIntro, area, quiet),
            rowsBlock(fields, selected, area),
            wayLines(shown, area),
            [blank],
            done,
          );
        const typing = editedBlock(model, shown, area);
        const form = typing
          ? [rowsBlock(fields.slice(0, at), null, area), typing, rowsBlock(fields.slice(at + 1), null, area)]
          : [rowsBlock(fields, selected, area)];
        return stack(stateLines(model, shown, area), [blank], ...form, [blank], done);
      },
    };
  },
  entry: reportEntry,
  opened: onReportOpened,
  back: (model) =>
    model.report.page ? select({ ...model, message: null, report: { ...model.report, page: false } }, 0) : null,
};

/** The way to the form. */
function wayLines({ formPath }: Report, area: Area): readonly Line[] {
  return [
    line(pageTexts.way, { bold: true }),
    ...formPath.flatMap((step, index) => paragraphs(step, area, { first: `  ${String(index + 1)}. ` })),
  ];
}

/** What no row says whole. */
const atTheTop: ReadonlySet<ReasonId> = new Set<ReasonId>([
  'version-unknown',
  'version-not-proven',
  'terminals-not-all-done',
]);

/**
 * Where the report stands. What is wrong with a row stands at that row: nothing up here may move the field in which
 * somebody is typing.
 */
function stateLines({ about }: Model, shown: Report, area: Area): readonly Line[] {
  const sent = sentLines(shown, about.offsetMinutes);
  const ready = shown.reasons.length === 0;
  const [next, said] = isDone(shown)
    ? [[], []]
    : [
        [ready ? pageTexts.ready : `${pageTexts.notReady}${shown.unproven?.short ?? texts.rowsFirst}`],
        shown.reasons.filter(({ id }) => atTheTop.has(id)).map(({ text }) => text),
      ];
  return [
    ...[...sent, ...next].flatMap((text, index) => {
      const isGood = index === 0 && (sent.length > 0 || ready);
      return paragraphs(text, area, { style: { tone: isGood ? 'good' : 'attention', bold: true } });
    }),
    ...paragraphs(said, area, { indent: 2 }),
  ];
}

/** The field that is being typed: the cursor in it, below it what is wrong with it so far. null: none is. */
function editedBlock(model: Model, shown: Report, area: Area): Block | null {
  const field = editedField(model.report);
  if (field === null) return null;
  const own = shown.fields.find(({ id }) => id === model.report.editing);
  const { label, problems, hints } = own
    ? { label: own.label, problems: problemsOf(own), hints: hintsOf(own) }
    : countOf(model, field.text);
  const lines = [
    fieldLine(`> ${labelText(shown, label)}`, field, area.columns, area.ambiguous),
    ...paragraphs(problems, area, { ...attention, indent: 4 }),
    ...paragraphs(hints, area, { ...quiet, indent: 4 }),
  ];
  return { lines, focus: 0, focusEnd: lines.length - 1 };
}

/** What stands around a number of the clinic's terminals while it is typed. */
function countOf(
  model: Model,
  text: string,
): { readonly label: string; readonly problems: readonly string[]; readonly hints: readonly string[] } {
  const { terminals, terminalsHint, badCount, terminalsDone, doneHint, badDone } = texts;
  const counted = countedTerminals(model);
  if (model.report.editing === TERMINALS_DONE && counted !== null) {
    const isBad = text !== '' && readDone(text, counted) === null;
    return {
      label: terminalsDone,
      problems: isBad ? [badDone(counted.count)] : [],
      hints: [filled(doneHint(counted.count), model.about.words)],
    };
  }
  const isBad = text !== '' && readTerminals(text) === null;
  return { label: terminals, problems: isBad ? [badCount] : [], hints: terminalsHint };
}
