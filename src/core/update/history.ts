import { emptyField } from '../../input/text-field.ts';
import { historyPage } from '../../formats/history-page.ts';
import type { Intent } from '../intent.ts';
import { HISTORY_HEAD } from '../menus/history-menu.ts';
import { menuOf } from '../menus/menu.ts';
import type { Model } from '../model.ts';
import { textFile, timeInName } from '../text-file.ts';
import { act } from './act.ts';
import { select } from './navigate.ts';
import type { Step } from './step.ts';
import { still } from './step.ts';
import type { TextEntry } from './text-entry.ts';

type HistoryIntent = Extract<Intent, { type: 'toggle-history' | 'filter-history' | 'save-history-page' }>;

/** What the history's rows do: its two lists, the filter, the page to print. */
export function onHistoryIntent(model: Model, intent: HistoryIntent): Step {
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
        return still(select(closed, Math.min(HISTORY_HEAD, menuOf(closed).length - 1)));
      }
      case 'back':
        return still({ ...model, historyList: { ...historyList, searching: false, query: emptyField } });
      default:
        return still(model);
    }
  },
};
