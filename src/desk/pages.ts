import { deskHelp } from './keys.ts';
import { deskScreenTexts as screenTexts } from './desk-screen.ja.ts';
import { keyTexts } from '../tui/keys.ja.ts';
import { fit, type Ambiguous } from '../text/cells.ts';
import { blank, spans, wrapLines, type Line, type Style } from '../tui/line.ts';
import type { DeskModel } from './model.ts';
import { toShortText, type Instant } from '../domain/time.ts';
import { deskTexts } from './desk.ja.ts';
import { checkNames, componentNames, witnessNames, witnessStateNames } from '../domain/names.ja.ts';
import { nameOf, type Detail, type ErrorDetail } from './document-schema.ts';
import type { DetailReading } from './read-document.ts';
import { ageText, calledText, contactText, notes, placeText, reasonLines } from './remarks.ts';
import { clinicKey } from './identity.ts';
import { openedRow, selectedRow } from './items.ts';
import type { Row } from './rows.ts';
import { shownName, shownParagraph } from './shown.ts';
import { markOf } from './states.ts';

const KEY_COLUMNS = 20;
const texts = screenTexts.detail;

/** Whether the screen is a page to read: the arrows move it, instead of a selection. */
export function isPage({ screen }: Pick<DeskModel, 'screen'>): boolean {
  return screen === 'desk-detail' || screen === 'desk-help';
}

/** The lines of a page to read. */
export function pageLines(model: DeskModel, ambiguous: Ambiguous): readonly Line[] {
  const { columns } = model.size;
  return model.screen === 'desk-help'
    ? helpLines(columns, ambiguous)
    : brokenInto(paragraphsOf(model), columns, ambiguous);
}

function helpLines(columns: number, ambiguous: Ambiguous): readonly Line[] {
  const paragraph = (text: string): readonly Line[] => wrapLines(text, columns, { ambiguous });
  return [
    ...screenTexts.helpIntro.flatMap(paragraph),
    blank,
    ...deskHelp.map(({ keys, help }) =>
      spans({ text: fit(keys.replace(/^(\d)([a-z])$/, '$1/$2'), KEY_COLUMNS), tone: 'accent' }, help),
    ),
    blank,
    ...keyTexts.notes.flatMap(paragraph),
  ];
}

interface Paragraph {
  readonly text: string;
  readonly indent?: number;
  readonly style?: Style;
}

/**
 * What stands beside a list: the terminal of the selected row as the list knows it, and the other terminals of a
 * clinic.
 */
export function besideLines(model: DeskModel, columns: number, ambiguous: Ambiguous): readonly Line[] {
  const row = selectedRow(model);
  if (row === null) return [];
  const clinic =
    model.screen === 'desk-clinics'
      ? model.clinics.find(({ name }) => clinicKey(name) === clinicKey(row.clinic))
      : null;
  const others = clinic?.rows.filter(({ id }) => id !== row.id) ?? [];
  return brokenInto(
    [
      ...rowParagraphs(row, { type: 'none' }, model),
      ...(others.length === 0 ? [] : [null]),
      ...section(
        texts.others,
        others.map(({ terminal, state }) => `${markOf(state).text}${shownName(terminal)}: ${deskTexts.states[state]}`),
      ),
    ],
    columns,
    ambiguous,
  );
}

function brokenInto(paragraphs: readonly (Paragraph | null)[], columns: number, ambiguous: Ambiguous): readonly Line[] {
  return paragraphs.flatMap((each) =>
    each === null
      ? [blank]
      : wrapLines(shownParagraph(each.text), columns, { indent: each.indent ?? 0, style: each.style ?? {}, ambiguous }),
  );
}

/** The page of what was opened; null: an empty line. */
function paragraphsOf(model: DeskModel): readonly (Paragraph | null)[] {
  const { opened } = model;
  if (opened === null) return [{ text: screenTexts.gone }];
  if (opened.type === 'bad') {
    const { source, reason } = opened.bad;
    return [{ text: placeText(source), style: { bold: true } }, { text: screenTexts.badReason(reason) }];
  }
  const row = openedRow(model);
  return row ? rowParagraphs(row, opened.document, model) : [{ text: screenTexts.gone }];
}

/** The name first: a code of ten digits beside the phone would be dialled. */
function clinicText({ clinic, contact: { name } }: Row): string {
  if (clinic === null) return texts.clinic(deskTexts.unknownClinic);
  return name === null ? texts.clinic(shownName(clinic)) : texts.clinicWithCode(shownName(name), shownName(clinic));
}

function rowParagraphs(row: Row, document: DetailReading, model: DeskModel): readonly (Paragraph | null)[] {
  const { entry } = row;
  const contact = contactText(row.contact);
  const answer = document.type === 'read' && document.document.type === 'answer' ? document.document.answer : null;
  return [
    { text: clinicText(row) },
    ...(contact === '' ? [] : [{ text: contact }]),
    ...calledText(row, model).map((text) => ({ text, style: { bold: true } })),
    { text: texts.terminal(shownName(row.terminal), answer?.terminal?.os ?? null) },
    ...(entry?.notice?.id ? [{ text: deskTexts.underNotice(shownName(entry.notice.id)) }] : []),
    { text: texts.state(deskTexts.states[row.state]), style: { bold: true, tone: markOf(row.state).tone } },
    ...(entry === null || row.state === 'check-failed'
      ? []
      : [{ text: texts.step(entry.step), style: { bold: true } }]),
    { text: texts.urgency(deskTexts.urgencies[row.urgency], deskTexts.severities[row.severity]) },
    ...notes(row).map((note) => ({ text: texts.note(note), style: attention })),
    ...(row.stale ? [{ text: texts.stale(model.staleHours), style: attention }] : []),
    ...(row.ahead ? [{ text: texts.ahead, style: attention }] : []),
    null,
    ...section(texts.reason, [
      ...(entry === null || (row.state !== 'all-done' && row.state !== 'send-report') ? [] : [entry.reason]),
      ...reasonLines(row),
      ...(row.superseded > 0 ? [deskTexts.superseded(row.superseded)] : []),
    ]),
    ...documentParagraphs(document),
    ...(entry === null ? [] : section(texts.facts, factsOf(row, model, answer === null))),
    ...(entry === null ? [] : [{ text: texts.file(placeText(entry.source)) }]),
  ];
}

const attention: Style = { tone: 'attention' };

function documentParagraphs(reading: DetailReading): readonly (Paragraph | null)[] {
  switch (reading.type) {
    case 'none':
      return [];
    case 'reading':
      return [{ text: texts.reading, style: { tone: 'quiet' } }, null];
    case 'unreadable':
      return [{ text: texts.unreadable(reading.reason), style: attention }, null];
    case 'read':
      return reading.document.type === 'answer'
        ? answerParagraphs(reading.document.answer)
        : errorParagraphs(reading.document.document);
  }
}

function errorParagraphs({ error: { where, remedy } }: ErrorDetail): readonly (Paragraph | null)[] {
  return [
    ...(where === null ? [] : [{ text: texts.errorPlace(where), indent: 2 }]),
    ...(remedy === null ? [] : [{ text: texts.remedy(remedy), indent: 2 }]),
    null,
  ];
}

function answerParagraphs({ components, checks }: Detail): readonly (Paragraph | null)[] {
  const open = checks.filter(({ status }) => status !== 'ok');
  return [
    { text: texts.components, style: { bold: true } },
    ...components.flatMap(({ id, name, installed, required, witnesses }): Paragraph[] => [
      { text: texts.versions(name ?? nameOf(componentNames, id), installed ?? deskTexts.unknown, required), indent: 2 },
      ...witnesses.map(({ source, state, version, path }) => ({
        text: texts.witness(nameOf(witnessNames, source), version ?? silence(state), path),
        indent: 4,
        style: { tone: 'quiet' as const },
      })),
    ]),
    null,
    { text: texts.checks, style: { bold: true } },
    ...(open.length === 0 ? [{ text: texts.allChecksFine, indent: 2 }] : []),
    ...open.flatMap(({ id, status, summary, remedy }): Paragraph[] => [
      { text: texts.check(nameOf(checkNames, id), texts.statuses[status] ?? status, summary ?? ''), indent: 2 },
      ...(remedy === null ? [] : [{ text: texts.remedy(remedy), indent: 4 }]),
    ]),
    null,
  ];
}

/** What a source without a version says; an answer of the first format does not tell. */
function silence(state: string | null): string {
  return state === null ? texts.unread : nameOf(witnessStateNames, state);
}

/** `versions`: what is installed, where no document tells it by component. */
function factsOf({ entry }: Row, { now, offsetMinutes }: DeskModel, versions: boolean): readonly string[] {
  const time = (at: Instant | null): string => (at === null ? deskTexts.unknown : toShortText(at, offsetMinutes));
  return [
    ...(versions && entry?.installed ? [texts.versions(texts.installed, entry.installed, entry.required)] : []),
    texts.at(time(entry?.at ?? null), ageText(entry?.at ?? null, now)),
    texts.lastDelivery(time(entry?.lastDelivery ?? null)),
    texts.bootedAt(time(entry?.bootedAt ?? null)),
    ...(entry?.deadline ? [deskTexts.deadline(time(entry.deadline))] : []),
  ];
}

function section(title: string, lines: readonly string[]): readonly (Paragraph | null)[] {
  if (lines.length === 0) return [];
  return [{ text: title, style: { bold: true } }, ...lines.map((text) => ({ text, indent: 2 })), null];
}
