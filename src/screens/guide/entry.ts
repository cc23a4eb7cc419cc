import { checkNames } from '../../domain/names.ja.ts';
import { checksExplainedBy } from '../../probes/checklist.ts';
import { contactInWords, type Contact } from '../../support/contact.ts';
import type { Block } from '../../tui/dialog.ts';
import { blank, line, lineText, spans, type Line } from '../../tui/line.ts';
import { checkMark } from '../../tui/marks.ts';
import { attention, marked, paragraphs, stack, type Area } from '../layout.ts';
import { refusal, timeOfDay } from '../queries.ts';
import { row, rowsBlock, toStatus, type Row } from '../screen.ts';
import type { GuideEntry } from '../../domain/notice/parts.ts';
import { guideTexts as texts } from '../../guide/guide.ja.ts';
import { guideIdOf, isOnErrorPaper, isRestartRefused } from '../../guide/situations.ts';
import { supportTexts } from '../../support/support.ja.ts';
import { fit } from '../../text/cells.ts';
import { markTexts } from '../../tui/keys.ja.ts';
import type { Model } from '../model.ts';
import { nextStepRow } from '../navigate.ts';

/**
 * An entry of the guide: what was seen, the phone and what can be done right here; then what you see, why, do this, how
 * the checks stand, whom to call.
 */
export function entryBlock(model: Model, entry: GuideEntry, rows: EntryRows, selected: Row | null, area: Area): Block {
  const { heading } = texts;
  const seen = model.guide.seen.slice(0, MOST_SEEN);
  const here = rowsBlock(rows.here, selected, area);
  const explained = [
    [title(heading.see), ...paragraphs(entry.see, area, { first: '  - ' })],
    [title(heading.why), ...paragraphs(entry.why, area, { indent: 2 })],
  ];
  const instructions = [
    [title(heading.do)],
    ...rows.instructions.map((each) => instruction(each, each === selected, area)),
  ];
  return stack(
    paragraphs(entry.title, area, { style: { tone: 'accent', bold: true } }),
    seen.length === 0 ? [] : [title(heading.seen), ...paragraphs(seen, area, { first: '  | ' })],
    phoneLines(model, entry, area),
    // Where the console has nothing to do, what to do comes at once.
    ...(rows.here.length === 0
      ? [...instructions, ...explained]
      : [
          [title(heading.here)],
          // It opens at its top: what was seen comes before what to do.
          selected === rows.here[0] ? { lines: here.lines, focus: 0 } : here,
          ...explained,
          ...instructions,
        ]),
    checksNow(model, entry.id, area),
    [
      title(heading.call),
      ...paragraphs(entry.call, area, { indent: 2 }),
      ...contactsOf(model, entry).flatMap((contact) => contactLines(model, contact, area)),
      blank,
    ],
    rowsBlock(rows.after, selected, area),
  );
}

/** Whom to call stands where it is seen at once, and whether nobody answers now; the hours are at the end. */
function phoneLines(model: Model, entry: GuideEntry, area: Area): readonly Line[] {
  const [contact] = contactsOf(model, entry);
  if (contact === undefined) return [];
  const { who, details } = contactInWords(contact, model.about.calendar.timeZone, model.now);
  const closed = details.filter(({ open }) => open === false).map(({ text }) => text);
  return [...paragraphs(texts.phone(who), area), ...paragraphs(closed, area, { indent: 2, ...attention })];
}

/** What was seen must leave room for what to do about it. */
const MOST_SEEN = 4;

function title(text: string): Line {
  return line(text, { bold: true });
}

/** An instruction wraps rather than being cut: it must be read whole. It says whether it is done. */
function instruction({ label, line: drawn = [] }: Row, here: boolean, area: Area): Block {
  const first = `${here ? '> ' : '  '}${lineText(drawn)}`;
  return { lines: paragraphs(label, area, { first, style: { bold: here } }), focus: here ? 0 : null };
}

/**
 * How the checks stand now that an entry of the guide explains: whoever has done what it says reads again and sees it
 * right there. Where the entry is about many checks only those that are not in order are shown.
 */
function checksNow({ survey, about }: Model, entryId: string, area: Area): readonly Line[] {
  const explained = checksExplainedBy(entryId);
  if (!survey || explained.length === 0) return [];
  const all = survey.checks.filter(({ id }) => explained.includes(id));
  const shown = all.length > MANY ? all.filter(({ status }) => status !== 'ok') : all;
  return [
    title(texts.heading.now(timeOfDay(survey.takenAt, about.offsetMinutes))),
    ...(shown.length === 0 ? [line(`  ${texts.allInOrder}`)] : []),
    ...shown.flatMap(({ id, status, summary }) => marked(checkMark(status), `${checkNames[id]}: ${summary}`, area, 2)),
  ];
}

const MANY = 3;

/** The desks of the notice that the entry names; where calling is the next step, all of them. */
function contactsOf({ about }: Model, { id, call }: GuideEntry): readonly Contact[] {
  const { contacts } = about.notice;
  return id === guideIdOf('step:call-support')
    ? contacts
    : contacts.filter(({ name, phone }) => call.includes(name) || call.includes(phone));
}

/** A desk to call: who it is, when somebody answers there, and whether that is now. */
function contactLines({ about, now }: Model, contact: Contact, area: Area): readonly Line[] {
  const { who, details } = contactInWords(contact, about.calendar.timeZone, now);
  return [
    ...paragraphs(who, area, { indent: 2 }),
    ...details.flatMap(({ text, open }) => {
      const style = open === null ? {} : ({ tone: open ? 'good' : 'attention' } as const);
      return paragraphs(text, area, { indent: 4, style });
    }),
  ];
}

/** The rows of an entry: what can be done at once, its instructions, and what comes when they are done. */
interface EntryRows {
  readonly here: readonly Row[];
  readonly instructions: readonly Row[];
  readonly after: readonly Row[];
}

export function entryRows(model: Model, entry: GuideEntry): EntryRows {
  return {
    here: hereRows(model, entry),
    instructions: entry.do.map((text, index) => instructionRow(model, entry.id, text, index)),
    after: [
      row('support-called', texts.itemCalled, { type: 'ask-support-called' }, refusal(model, 'record')),
      toStatus,
      row('list', texts.itemList, { type: 'open-guide', entryId: null, seen: [] }),
    ],
  };
}

const TICK_COLUMNS = 5;

function instructionRow({ guide: { ticks = [] } }: Model, id: string, text: string, index: number): Row {
  const number = `${String(index + 1)}. `;
  return {
    ...row(`do:${String(index)}`, text, { type: 'tick-instruction', index }),
    line: spans(fit(ticks.includes(tickOf(id, index)) ? markTexts.done : texts.open, TICK_COLUMNS) + number),
  };
}

/** Names an instruction among those of all entries. */
export function tickOf(entryId: string, index: number): string {
  return `${entryId}:${String(index)}`;
}

/**
 * What the console itself can do about it. On a page about an error that a patient sees: the paper on errors, the
 * restart that the page asks for, and what to do for the patient, before the next step. While a patient waits nothing
 * comes before the call.
 */
function hereRows(model: Model, { id, do: steps }: GuideEntry): readonly Row[] {
  if (id === guideIdOf('moment:patient-waiting')) return [];
  const next = nextStepRows(model).filter(({ intent }) => !(isRestartRefused(id) && isRestart(intent)));
  const restarts = steps.some((step) => /「再起動」を選|再起動を済ませ/.test(step));
  const restart =
    restarts && !isRestartRefused(id) && !next.some(({ intent }) => isRestart(intent))
      ? [row('restart', texts.itemRestart, { type: 'go', screen: 'restart' })]
      : [];
  const others = [
    row('read-again', texts.itemCheckAgain, { type: 'read-again' }),
    row('to-support', supportTexts.itemOpen, { type: 'go', screen: 'support' }),
  ];
  const paper = paperRows(model);
  return isOnErrorPaper(id)
    ? [...paper.open, ...restart, patientRow, ...next, ...others, ...paper.set]
    : [...next, ...restart, ...others, ...paper.open];
}

const patientRow = row('patient-waiting', texts.itemPatient, {
  type: 'open-guide',
  entryId: guideIdOf('moment:patient-waiting'),
  seen: [],
});

function isRestart(intent: Row['intent']): boolean {
  return intent?.type === 'go' && intent.screen === 'restart';
}

/** The operator's own copy of the paper on errors; where the settings do not say where it is, the way to say it. */
function paperRows({ about: { settings } }: Model): Record<'open' | 'set', readonly Row[]> {
  const { errorDetails } = settings.paths;
  return errorDetails === null
    ? { open: [], set: [row('set-error-details', texts.itemSetErrorDetails, { type: 'set-error-details' })] }
    : { open: [row('error-details', texts.itemErrorDetails, { type: 'open-document', path: errorDetails })], set: [] };
}

/** On to what the rules say next, where that is something to do and not another page of this guide. */
function nextStepRows({ decision, survey, about }: Model): readonly Row[] {
  const next = decision && survey ? nextStepRow(decision, survey.checks, about.words) : null;
  return next?.intent?.type === 'go' ? [row('next-step', texts.itemNext(next.label), next.intent)] : [];
}
