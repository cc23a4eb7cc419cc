import { textFile } from '../../text/text-file.ts';
import { timeInName } from '../../domain/time.ts';
import { historyPage } from '../../formats/history-page.ts';
import { lastLineSeen } from '../../journal/on-record.ts';
import { historyTexts as texts } from '../../journal/history.ja.ts';
import { journalStateInWords } from '../../journal/journal.ja.ts';
import { emptyField } from '../../tui/text-field.ts';
import { yesNo, type Question } from '../dialog.ts';
import type { HistoryIntent } from '../intent.ts';
import type { HistoryState, Model } from '../model.ts';
import type { TextEntry } from '../screen.ts';
import { act, ask, record, say, select, still, type Handlers, type Step } from '../step.ts';
import { foundRows, headRows } from './rows.ts';

export const historyIntents: Handlers<HistoryIntent> = {
  'toggle-history': (model) =>
    still(withList(model, { view: model.historyList.view === 'journal' ? 'commands' : 'journal' })),
  'filter-history': (model) => still(select(withList(model, { searching: true }), FILTER)),
  'save-history-page': savePage,
  'ask-acknowledge-journal': (model, _, chunk) => ask(model, askAcknowledge(model), chunk),
  'acknowledge-journal': (model, { line }) =>
    record(model, { event: 'journal-acknowledged', line }, say(model, texts.acknowledged)),
};

/** The row that opens the filter. */
const FILTER = 1;

function withList(model: Model, changes: Partial<HistoryState>): Model {
  return { ...model, historyList: { ...model.historyList, ...changes } };
}

function savePage(model: Model): Step {
  const { about, journal, survey, now } = model;
  const { notice, journalPath, consoleVersion, offsetMinutes } = about;
  const terminal = survey?.terminal?.name ?? null;
  const page = historyPage({ journal, journalPath, notice, terminal, consoleVersion, now, offsetMinutes });
  const name = `exports/sagyo-kiroku-${timeInName(now, offsetMinutes)}.txt`;
  return act(model, null, { action: 'write-file', purpose: 'history-page', name, bytes: textFile(page) });
}

/** Whether what was found wrong with the journal has been seen; what is found while the question stands open is not part of it. */
function askAcknowledge({ journal }: Model): Question {
  const { title, body, no, yes } = texts.askAcknowledge;
  return yesNo({
    title,
    body: body(journalStateInWords(journal)),
    no,
    yes,
    intent: { type: 'acknowledge-journal', line: lastLineSeen(journal) },
  });
}

/** The words that filter the history: the list follows while they are typed. */
export const historyEntry: TextEntry = {
  field: ({ historyList }) => (historyList.searching ? historyList.query : null),
  edited: (model, query) => withList(model, { query }),
  command(model, command) {
    switch (command) {
      case 'do':
      case 'select-down': {
        const head = headRows(model).length;
        const last = head + foundRows(model).length - 1;
        return still(select(withList(model, { searching: false }), Math.min(head, last)));
      }
      case 'back':
        return still(withList(model, { searching: false, query: emptyField }));
      default:
        return still(model);
    }
  },
};
