import { checkNames } from '../../domain/names.ja.ts';
import { timeInName } from '../../domain/time.ts';
import { historyPaper } from '../../formats/history-page.ts';
import type { JournalEntry } from '../../journal/events.ts';
import { historyTexts as texts } from '../../journal/history.ja.ts';
import { headBehindInWords, journalStateInWords } from '../../journal/journal.ja.ts';
import { lastLineSeen } from '../../journal/on-record.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import { paperHtml, paperText } from '../../text/paper.ts';
import { textFile } from '../../text/text-file.ts';
import { blank, type Line } from '../../tui/line.ts';
import { emptyField, fieldLine, fieldOf } from '../../tui/text-field.ts';
import { yesNo, type HistoryIntent, type Question } from '../intent.ts';
import { paragraphs, quiet, stack, type Area } from '../layout.ts';
import type { HistoryState, Model } from '../model.ts';
import { go } from '../navigate.ts';
import { longBlock, rowsBlock, selectedIndex, type Rows, type Screen, type TextEntry } from '../screen.ts';
import { act, ask, inTurn, record, say, select, still, type Handlers, type Step } from '../step.ts';
import { commandLabel, foundRows, headRows, withFound, type HistoryRow } from './rows.ts';

/** The words that filter the history: the list follows while they are typed. */
const historyEntry: TextEntry = {
  field: ({ historyList }) => (historyList.searching ? historyList.query : null),
  edited: (model, query) => withFound(withList(model, { query })),
  command(model, command) {
    switch (command) {
      case 'do':
      case 'select-down': {
        const head = headRows(model).length;
        const last = head + foundRows(model).length - 1;
        return still(select(withList(model, { searching: false }), Math.min(head, last)));
      }
      case 'back':
        return still(withFound(withList(model, { searching: false, query: emptyField })));
      default:
        return still(model);
    }
  },
};

/** History: the journal's state, then its entries in words, newest first; or the commands that were run. */
export const history: Screen = {
  page(model) {
    const { view, query, searching } = model.historyList;
    const head = headRows(model);
    const found = foundRows(model);
    const rows: Rows<HistoryRow> = {
      length: head.length + found.length,
      at: (index) => head[index] ?? found.at(index - head.length),
    };
    const at = selectedIndex(model, rows);
    const selected = rows.at(at) ?? null;
    const place = at < head.length ? null : at - head.length;
    return {
      rows,
      body(area) {
        const field = [
          ...paragraphs(texts.filtering, area, quiet),
          fieldLine(' ', query, area.columns, area.ambiguous),
        ];
        return stack(
          view === 'journal' ? stateLines(model, area) : [],
          searching ? { lines: field, focus: field.length - 1 } : rowsBlock(head, head[at] ?? null, area),
          [blank],
          longBlock(found, place, area, selected ? detailOf(model, selected) : []),
          found.length === 0 ? paragraphs(nothingText(model), area) : [],
        );
      },
    };
  },
  entry: historyEntry,
  /** The journal, whole; where all is done, on the row that saves the page to keep. */
  opened(model) {
    const whole = withFound(withList(model, { view: 'journal', query: emptyField }));
    return model.decision?.step === 'all-done' ? select(whole, SAVE_PAGE) : whole;
  },
  back: (model) => (model.historyList.view === 'commands' ? select(withList(model, { view: 'journal' }), 0) : null),
};

function nothingText({ historyList: { view, query } }: Model): string {
  if (query.text !== '') return texts.nothingFound;
  return view === 'commands' ? texts.nothingRun : texts.nothing;
}

/** How many lines of the journal that are not as they were written are named here; the page to print names them all. */
const MOST_PROBLEMS = 12;

function stateLines({ journal }: Model, area: Area): readonly Line[] {
  const { state, problems } = journal;
  const sound = (state === 'intact' || state === 'absent') && problems.length === 0;
  const more = problems.length - MOST_PROBLEMS;
  const told = [
    ...problems.slice(0, MOST_PROBLEMS).map(({ text }) => text),
    ...(more > 0 ? [texts.moreProblems(more)] : []),
    ...headBehindInWords(journal),
  ];
  return [
    ...paragraphs(journalStateInWords(journal), area, { style: { tone: sound ? 'good' : 'attention' } }),
    ...paragraphs(told, area, { indent: 2 }),
    blank,
  ];
}

/** What there is to say of the selected entry or command besides its line. */
function detailOf(model: Model, { entry, command }: HistoryRow): readonly string[] {
  if (entry) return entryDetail(model, entry);
  return command ? commandDetail(command) : [];
}

function entryDetail(model: Model, entry: JournalEntry): readonly string[] {
  const { notice, known, offsetMinutes } = model.about;
  const other = entry.notice === null || entry.notice === notice.id ? null : entry.notice;
  const commands = commandsOf(model, entry).map((command) => commandLabel(command, offsetMinutes));
  return [
    texts.detail.line(entry.line, entry.seq),
    ...(other === null ? [] : [texts.detail.otherNotice(known.find(({ id }) => id === other)?.title ?? other)]),
    ...(commands.length === 0 ? [texts.detail.noCommands] : [texts.detail.commands, ...commands]),
  ];
}

/** What was done for this entry, as far as this run knows: the commands from it to the next one; no check's. */
function commandsOf({ journal: { entries }, commands }: Model, entry: JournalEntry): readonly CommandRecord[] {
  const next = entries[entries.lastIndexOf(entry) + 1];
  const to = next?.at ?? Infinity;
  return commands.filter(({ at, asker }) => asker === null && at >= entry.at && at <= to);
}

function commandDetail({ asker, durationMs }: CommandRecord): readonly string[] {
  return [
    ...(asker === null ? [] : [texts.detail.asker(checkNames[asker])]),
    texts.detail.duration(Math.round(durationMs)),
  ];
}

export const historyIntents: Handlers<HistoryIntent> = {
  'toggle-history': (model) =>
    still(withList(model, { view: model.historyList.view === 'journal' ? 'commands' : 'journal' })),
  'filter-history': (model) => still(select(withList(model, { searching: true }), FILTER)),
  'find-in-history'(model, { words }) {
    const opened = withList(go(model, 'history'), { view: 'journal', searching: false, query: fieldOf(words) });
    return still(select(withFound(opened), headRows(opened).length));
  },
  'save-history-page': savePage,
  'ask-acknowledge-journal': (model) => ask(model, askAcknowledge(model)),
  'acknowledge-journal': (model, { line }) =>
    record(model, { event: 'journal-acknowledged', line }, say(model, texts.acknowledged)),
};

/** The row that opens the filter, and the one below it that saves the page. */
const FILTER = 1;
const SAVE_PAGE = 2;

function withList(model: Model, changes: Partial<HistoryState>): Model {
  return { ...model, historyList: { ...model.historyList, ...changes } };
}

function savePage(model: Model): Step {
  const { about, journal, survey, now } = model;
  const { offsetMinutes } = about;
  const [clinic, terminal] = [about.clinic.name, survey?.terminal?.name ?? null];
  const paper = historyPaper({ ...about, journal, clinic, terminal, now });
  const name = `exports/sagyo-kiroku-${timeInName(now, offsetMinutes)}`;
  const save = (purpose: 'history-html' | 'history-page', ending: string, content: string) => (before: Model) =>
    act(before, null, { action: 'write-file', purpose, name: `${name}.${ending}`, bytes: textFile(content) });
  return inTurn(save('history-html', 'html', paperHtml(paper))(model), save('history-page', 'txt', paperText(paper)));
}

/** Whether what was found wrong with the journal has been seen; what is found later is not part of it. */
function askAcknowledge({ journal }: Model): Question {
  const body = texts.askAcknowledge.body(journalStateInWords(journal));
  return yesNo({ ...texts.askAcknowledge, body }, { type: 'acknowledge-journal', line: lastLineSeen(journal) });
}
