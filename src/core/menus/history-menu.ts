import { normalise } from '../../guide/search.ts';
import type { JournalEntry } from '../../journal/events.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import { historyTexts } from '../../strings/history.ja.ts';
import { eventInWords } from '../../strings/journal.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { fromIso, toShortText } from '../time.ts';
import type { MenuItem } from './item.ts';
import { item } from './item.ts';

/** How many rows stand before the entries. */
export const HISTORY_HEAD = 3;

/**
 * History: the journal, or the commands that were run, newest first. The first rows switch between the two, filter by words and
 * save the page to print.
 */
export function historyMenu(model: Model): readonly MenuItem[] {
  const { view, query } = model.historyList;
  const isJournal = view === 'journal';
  return [
    item('toggle', isJournal ? historyTexts.toCommands : historyTexts.toJournal, { type: 'toggle-history' }),
    item('filter', historyTexts.itemFilter(query.text), { type: 'filter-history' }),
    item('save-page', historyTexts.itemSave, { type: 'save-history-page' }, refusal(model, 'write-file')),
    ...(isJournal
      ? shownEntries(model).map((entry) => item(entryId(entry), entryLabel(entry, model), null))
      : shownCommands(model).map((command, index) =>
          item(`command:${String(index)}`, commandLabel(command, model), null),
        )),
  ];
}

/** The entries that the filter lets through, newest first. */
export function shownEntries(model: Model): readonly JournalEntry[] {
  const entries = model.journal.entries.toReversed();
  const words = wordsOf(model);
  return words.length === 0 ? entries : entries.filter((entry) => holds(entryLabel(entry, model), words));
}

/** The commands that the filter lets through, newest first. */
export function shownCommands(model: Model): readonly CommandRecord[] {
  const commands = model.commands.toReversed();
  const words = wordsOf(model);
  return words.length === 0
    ? commands
    : commands.filter((command) => holds(commandLabel(command, model), words));
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

export function entryId(entry: JournalEntry): string {
  return `entry:${String(entry.line)}`;
}

function entryLabel(entry: JournalEntry, { about }: Model): string {
  const at = fromIso(entry.at);
  return `${at === null ? entry.at : toShortText(at, about.offsetMinutes)} ${eventInWords(entry.event)}`;
}

/** One command with its time, how it ended, and its arguments. */
export function commandLabel(command: CommandRecord, { about }: Model): string {
  const text = [command.program, ...command.args].join(' ');
  return `${toShortText(command.at, about.offsetMinutes)} [${command.ended}] ${text}`;
}

function wordsOf({ historyList }: Model): readonly string[] {
  return historyList.query.text
    .normalize('NFKC')
    .split(/\s+/)
    .map(normalise)
    .filter((word) => word !== '');
}

function holds(label: string, words: readonly string[]): boolean {
  const text = normalise(label);
  return words.every((word) => text.includes(word));
}
