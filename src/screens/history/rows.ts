import { toShortText } from '../../domain/time.ts';
import { normalise, queryWords } from '../../guide/guide.ts';
import { needsAcknowledgement } from '../../journal/on-record.ts';
import type { JournalEntry } from '../../journal/events.ts';
import { historyTexts as texts } from '../../journal/history.ja.ts';
import { eventInWords } from '../../journal/events.ja.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import type { FoundEntries, Model } from '../model.ts';
import { refusal } from '../queries.ts';
import { row, type Row, type Rows } from '../screen.ts';

/** A row of the history to read, and what it shows. */
export interface HistoryRow extends Row {
  readonly entry?: JournalEntry;
  readonly command?: CommandRecord;
}

/** The first rows: they switch the list, filter it, save the page to print, and acknowledge a damaged journal. */
export function headRows(model: Model): readonly HistoryRow[] {
  const { historyList, journal, saved } = model;
  const toggle = historyList.view === 'journal' ? texts.toCommands : texts.toJournal;
  const { 'history-page': toRead, 'history-html': toPrint } = saved;
  return [
    row('toggle', toggle, { type: 'toggle-history' }),
    row('filter', texts.itemFilter(historyList.query.text), { type: 'filter-history' }),
    {
      ...row('save-page', texts.itemSave, { type: 'save-history-page' }, refusal(model, 'write-file')),
      detail: [
        ...(toRead === undefined ? [] : [texts.saved(toRead)]),
        ...(toPrint === undefined ? [] : [texts.toPrint]),
      ],
    },
    // Last, because it comes and goes: the rows above stay where they are.
    ...(needsAcknowledgement(journal)
      ? [row('acknowledge', texts.itemAcknowledge, { type: 'ask-acknowledge-journal' }, refusal(model, 'record'))]
      : []),
  ];
}

/**
 * The rows of the list that is shown, newest first: what the filter lets through. Those of the journal are made when
 * they are asked for.
 */
export function foundRows(model: Model): Rows<HistoryRow> {
  const { historyList, commands, about } = model;
  if (historyList.view === 'commands') return commandRows(commands, about.offsetMinutes, historyList.query.text);
  const { entries } = entriesWith(model, historyList.query.text, historyList.found);
  return {
    length: entries.length,
    at(index) {
      const entry = entries.at(-1 - index);
      return entry && { ...row(`entry:${String(entry.line)}`, entryLabel(entry, about), null), entry };
    },
  };
}

function entryLabel({ at, event }: JournalEntry, { ownComponents, offsetMinutes }: Model['about']): string {
  return `${toShortText(at, offsetMinutes)} ${eventInWords(event, ownComponents)}`;
}

/**
 * The model with what the filter finds in its journal, so that it need not be looked for with each key and each frame.
 */
export function withFound(model: Model): Model {
  const { query, found } = model.historyList;
  return { ...model, historyList: { ...model.historyList, found: entriesWith(model, query.text, found) } };
}

/**
 * The entries that hold every word of the query, in the journal's order: as they were `found` before, or looked for
 * anew.
 */
export function entriesWith(
  { journal: { entries }, about }: Model,
  query: string,
  found: FoundEntries | undefined,
): FoundEntries {
  if (found?.among === entries && found.query === query) return found;
  const words = queryWords(query);
  if (words.length === 0) return { among: entries, query, entries, texts: [] };
  // What an entry says stays the same while others follow it.
  const texts = entries.map(
    (entry, place) =>
      (found?.among[place] === entry ? found.texts[place] : undefined) ?? normalise(entryLabel(entry, about)),
  );
  const holds = (_: JournalEntry, place: number): boolean => words.every((word) => texts[place]?.includes(word));
  return { among: entries, query, entries: entries.filter(holds), texts };
}

/** The commands that hold every word of the query, newest first. */
function commandRows(commands: readonly CommandRecord[], offsetMinutes: number, query: string): readonly HistoryRow[] {
  const rows = commands
    .toReversed()
    .map((command) => ({ ...row('', commandLabel(command, offsetMinutes), null), command }));
  return withWords(rows, query).map((each, index) => ({ ...each, id: `command:${String(index)}` }));
}

/** One command with its time, how it ended, and its arguments. */
export function commandLabel({ at, ended, program, args }: CommandRecord, offsetMinutes: number): string {
  return `${toShortText(at, offsetMinutes)} [${ended}] ${[program, ...args].join(' ')}`;
}

function withWords(rows: readonly HistoryRow[], query: string): readonly HistoryRow[] {
  const words = queryWords(query);
  return rows.filter(({ label }) => words.every((word) => normalise(label).includes(word)));
}
