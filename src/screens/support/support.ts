import { guideTexts } from '../../guide/guide.ja.ts';
import { guideIdOf } from '../../guide/situations.ts';
import { supportCaseOf } from '../../support/about.ts';
import { bundleFiles, bundleList, bundleName } from '../../support/bundle.ts';
import { codeReading } from '../../support/code.ts';
import { sheetFile } from '../../support/sheet.ts';
import { sheetOf, type SheetRow } from '../../support/sheet.ts';
import { bundleTexts, supportTexts as texts } from '../../support/support.ja.ts';
import { width } from '../../text/cells.ts';
import type { Block } from '../../tui/dialog.ts';
import { blank, line, lineText, spans, type Line } from '../../tui/line.ts';
import { MARKER_COLUMNS } from '../../tui/list.ts';
import { yesNo, type Question, type SupportIntent } from '../intent.ts';
import { attention, paragraphs, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { refusal } from '../queries.ts';
import { row, rowsBlock, selectedOf, toStatus, type Row, type Screen } from '../screen.ts';
import { act, ask, say, still, type Handlers, type Step } from '../step.ts';

/** Support: the code to read out, what can be done, then the sheet to read through while somebody asks. */
export const support: Screen = {
  page(model) {
    const sheet = sheetOf(model);
    const actions = actionRows(model);
    const sections = (sheet?.sections ?? []).map(({ title, rows: facts }) => ({
      title,
      facts: facts.map((fact, index) => factRow(`${title}:${String(index)}`, fact)),
    }));
    // Each fact can be selected, so that the keys lead through all of them.
    const rows: readonly Row[] = [...actions, ...sections.flatMap(({ facts }) => facts)];
    const selected = selectedOf(model, rows);
    return {
      rows,
      body: (area) =>
        stack(
          sheet === null ? paragraphs(texts.reading, area, attention) : codeLines(sheet.code, area),
          rowsBlock(actions, selected, area),
          ...sections.flatMap(({ title, facts }) => [
            [blank, line(title, { bold: true })],
            ...facts.map((fact) => factBlock(fact, fact === selected, area)),
          ]),
        ),
    };
  },
};

/** For somebody who is on the phone: the call goes on record, then what the desk asks to be sent. */
function actionRows(model: Model): readonly Row[] {
  const { saved } = model;
  const call = guideIdOf('step:call-support');
  const blocked = fileRefusal(model);
  return [
    row('support-called', guideTexts.itemCalled, { type: 'ask-support-called' }, refusal(model, 'record')),
    row('clinic', texts.itemClinic(model.support.withClinic), { type: 'toggle-clinic' }),
    { ...row('bundle', texts.itemBundle, { type: 'ask-bundle' }, blocked), detail: savedTexts(saved.bundle) },
    { ...row('sheet', texts.itemSheet, { type: 'save-sheet' }, blocked), detail: savedTexts(saved.sheet) },
    row('guide', texts.itemGuide, { type: 'open-guide', entryId: call, seen: [] }),
    toStatus,
  ];
}

/** Where a file stands, below the row that made it: there it is read whole. */
function savedTexts(path: string | undefined): readonly string[] {
  return path === undefined ? [] : [texts.saved(path), texts.carry];
}

interface FactRow extends Row {
  readonly tone?: SheetRow['tone'];
}

function factRow(id: string, { label, text, tone }: SheetRow): FactRow {
  return { ...row(id, label === '' ? text : `${label}: ${text}`, null), ...(tone ? { tone } : {}) };
}

/** The code wide and spaced, then as it is typed, below it where there is no room beside it, and how it is read out. */
function codeLines(code: string, area: Area): readonly Line[] {
  const large = [{ text: texts.code, bold: true }, '  ', { text: spaced(code), tone: 'accent', bold: true }] as const;
  const beside = spans(...large, `  ${code}`);
  const fits = width(lineText(beside), area.ambiguous) <= area.columns;
  return [
    ...(fits ? [beside] : [spans(...large), line(`  ${code}`)]),
    ...codeReading(code).flatMap((group, index) => readingLines(index === 0 ? FIRST : NEXT, group, area)),
    blank,
  ];
}

const FIRST = `${texts.readAloud}: `;
/** As wide as what stands before the first group. */
const NEXT = '      - ';

/** One group's characters as they are spoken. A line never breaks inside one. */
function readingLines(first: string, group: readonly string[], { columns, ambiguous }: Area): readonly Line[] {
  const lines: string[] = [];
  for (const spoken of group) {
    const last = lines.at(-1);
    const longer = last === undefined ? `${first}${spoken}` : `${last} ${spoken}`;
    if (last === undefined) lines.push(longer);
    else if (width(longer, ambiguous) <= columns) lines.splice(-1, 1, longer);
    else lines.push(`${' '.repeat(width(first, ambiguous))}${spoken}`);
  }
  return lines.map((text) => line(text));
}

const TO_FULL_WIDTH = 0xfee0;

/** `AB-CD` as full-width letters with a space between, a wider one between the groups. */
function spaced(code: string): string {
  return code
    .split('-')
    .map((group) =>
      Array.from(group, (character) => String.fromCharCode(character.charCodeAt(0) + TO_FULL_WIDTH)).join(' '),
    )
    .join(' - ');
}

/** How far the lines of a fact after its first are moved in. */
const HANGING = 4;

/** A fact is read whole: it wraps rather than being cut. */
function factBlock({ label, tone }: FactRow, here: boolean, area: Area): Block {
  const style = { bold: here, ...(tone ? { tone } : {}) };
  const marker = here ? '> ' : ' '.repeat(MARKER_COLUMNS);
  const wrapped = paragraphs(label, { ...area, columns: area.columns - HANGING }, { style });
  const lines = wrapped.map((each, index): Line => [
    { text: index === 0 ? marker : ' '.repeat(HANGING), ...style },
    ...each,
  ]);
  return here ? { lines, focus: 0, focusEnd: lines.length - 1 } : { lines, focus: null };
}

/** What the rows of the support screen do: the tick, the sheet's file, the bundle. */
export const supportIntents: Handlers<SupportIntent> = {
  'toggle-clinic': (model) => still({ ...model, support: { withClinic: !model.support.withClinic } }),
  'save-sheet': saveSheet,
  'ask-bundle': (model) => ask(model, askBundle(model.support.withClinic)),
  'save-bundle': saveBundle,
};

/** Why no file can be made now; null where one can. */
function fileRefusal(model: Model): string | null {
  return refusal(model, 'write-file') ?? (supportCaseOf(model) === null ? texts.blockedReading : null);
}

function saveSheet(model: Model): Step {
  const sheet = sheetOf(model);
  if (!sheet) return tooEarly(model);
  const { name, bytes } = sheetFile(model, sheet, model.support.withClinic);
  return act(model, fileRefusal(model), { action: 'write-file', purpose: 'sheet', name, bytes });
}

/** Whether the support bundle is to be made: all that it will hold is listed first. */
function askBundle(withClinic: boolean): Question {
  const body = [
    ...bundleList(withClinic).map(({ name, words }) => texts.askEntry(name, words)),
    bundleTexts.never,
    ...(withClinic ? [] : [bundleTexts.withoutClinic]),
  ];
  return yesNo({ title: texts.askTitle, body, no: texts.askNo, yes: texts.askYes }, { type: 'save-bundle' });
}

function saveBundle(model: Model): Step {
  const known = supportCaseOf(model);
  if (!known) return tooEarly(model);
  const input = { ...known, withClinic: model.support.withClinic };
  const file = { purpose: 'bundle', name: bundleName(input), zipped: bundleFiles(input) } as const;
  return act(model, fileRefusal(model), { action: 'write-file', ...file });
}

/** Before the first survey there is nothing to write. */
function tooEarly(model: Model): Step {
  return still(say(model, texts.blockedReading));
}
