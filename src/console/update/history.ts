import { emptyField } from '../../tui/text-field.ts';
import { historyPage } from '../../formats/history-page.ts';
import { historyTexts } from '../../journal/history.ja.ts';
import type { Intent } from '../../screens/intent.ts';
import { historyHead } from '../../screens/menus/history-menu.ts';
import { menuOf } from '../../screens/menus/menu.ts';
import { askAcknowledge } from '../../screens/questions.ts';
import type { Model } from '../../screens/model.ts';
import { textFile } from '../../text/text-file.ts';
import { timeInName } from '../../domain/time.ts';
import { act, record } from './act.ts';
import { select } from './navigate.ts';
import { say, still, type Step } from './step.ts';
import type { TextEntry } from './text-entry.ts';

type HistoryIntent = Extract<
  Intent,
  {
    type: 'toggle-history' | 'filter-history' | 'save-history-page' | 'ask-acknowledge-journal' | 'acknowledge-journal';
  }
>;

/** What the history's rows do: its two lists, the filter, the page to print, what was found wrong with the journal. */
export function onHistoryIntent(model: Model, intent: HistoryIntent, chunk: number): Step {
  const { historyList } = model;
  switch (intent.type) {
    case 'toggle-history':
      return still({
        ...model,
        historyList: { ...historyList, view: historyList.view === 'journal' ? 'commands' : 'journal' },
      });
    case 'filter-history':
      return still(select({ ...model, historyList: { ...historyList, searching: true } }, 1));
    case 'save-history-page':
      return act(
        model,
        null,
        {
          action: 'write-file',
          purpose: 'history-page',
          name: `exports/sagyo-kiroku-${timeInName(model.now, model.about.offsetMinutes)}.txt`,
          bytes: textFile(pageOf(model)),
        },
        model,
      );
    case 'ask-acknowledge-journal':
      return still({ ...model, dialog: { ...askAcknowledge(model), opened: { at: model.now, chunk } } });
    case 'acknowledge-journal':
      return record(model, { event: 'journal-acknowledged', line: intent.line }, say(model, historyTexts.acknowledged));
  }
}

function pageOf(model: Model): string {
  const { about, journal, survey, now } = model;
  return historyPage({
    journal,
    journalPath: about.journalPath,
    notice: about.notice,
    terminal: survey?.terminal?.name ?? null,
    consoleVersion: about.consoleVersion,
    now,
    offsetMinutes: about.offsetMinutes,
  });
}

/** The words that filter the history: the list follows while they are typed. */
export const historyEntry: TextEntry = {
  edited: (model, query) => ({ ...model, historyList: { ...model.historyList, query } }),
  command(model, command) {
    const { historyList } = model;
    switch (command) {
      case 'do':
      case 'select-down': {
        const closed = { ...model, historyList: { ...historyList, searching: false } };
        return still(select(closed, Math.min(historyHead(closed), menuOf(closed).length - 1)));
      }
      case 'back':
        return still({ ...model, historyList: { ...historyList, searching: false, query: emptyField } });
      default:
        return still(model);
    }
  },
};
