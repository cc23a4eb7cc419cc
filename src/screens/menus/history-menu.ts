import type { JournalEntry } from '../../journal/events.ts';
import { needsAcknowledgement } from '../../journal/on-record.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import { historyTexts } from '../../journal/history.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { fromIso } from '../../domain/time.ts';
import { commandRows, entryRows } from './history-rows.ts';
import { item, type MenuItem } from './item.ts';

/** How many rows stand before the entries of a journal with nothing to acknowledge. */
export const HISTORY_HEAD = 3;

/**
 * History: the journal, or the commands that were run, newest first. The first rows switch between the two, filter by words,
 * save the page to print, and say that what was found wrong with the journal was seen.
 */
export function historyMenu(model: Model): readonly MenuItem[] {
  return [...headRows(model), ...listRows(model)];
}

/** How many rows stand before the entries. */
export function historyHead(model: Model): number {
  return headRows(model).length;
}

function headRows(model: Model): readonly MenuItem[] {
  const { historyList, journal } = model;
  const toggle = historyList.view === 'journal' ? historyTexts.toCommands : historyTexts.toJournal;
  return [
    item('toggle', toggle, { type: 'toggle-history' }),
    item('filter', historyTexts.itemFilter(historyList.query.text), { type: 'filter-history' }),
    item('save-page', historyTexts.itemSave, { type: 'save-history-page' }, refusal(model, 'write-file')),
    // Last, because it comes and goes: the rows above stay where they are.
    ...(needsAcknowledgement(journal)
      ? [
          item(
            'acknowledge',
            historyTexts.itemAcknowledge,
            { type: 'ask-acknowledge-journal' },
            refusal(model, 'record'),
          ),
        ]
      : []),
  ];
}

/** The rows of the list that is shown: what the filter lets through. */
function listRows({ historyList, journal, commands, about }: Model): readonly MenuItem[] {
  const wanted = { offsetMinutes: about.offsetMinutes, query: historyList.query.text };
  return historyList.view === 'journal' ? entryRows(journal.entries, wanted) : commandRows(commands, wanted);
}

/** What was done for this entry, as far as this run knows: the commands after it and before the next one; no check's. */
export function commandsOf(model: Model, entry: JournalEntry): readonly CommandRecord[] {
  const { entries } = model.journal;
  const from = fromIso(entry.at);
  const next = entries[entries.indexOf(entry) + 1];
  const to = next ? fromIso(next.at) : null;
  if (from === null) return [];
  return model.commands.filter(
    ({ at, asker }) => asker === null && at >= from && (next === undefined || (to !== null && at <= to)),
  );
}
