import { fromIso, toShortText } from '../../domain/time.ts';
import { normalise } from '../../guide/guide.ts';
import { needsAcknowledgement } from '../../journal/on-record.ts';
import type { JournalEntry } from '../../journal/events.ts';
import { historyTexts as texts } from '../../journal/history.ja.ts';
import { eventInWords } from '../../journal/events.ja.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import type { Model } from '../model.ts';
import { refusal } from '../queries.ts';
import { row, type Row } from '../screen.ts';

/** A row of the history to read, and what it shows. */
export interface HistoryRow extends Row {
  readonly entry?: JournalEntry;
  readonly command?: CommandRecord;
}

/** The first rows: they switch the list, filter it, save the page to print, and acknowledge a damaged journal. */
export function headRows(model: Model): readonly HistoryRow[] {
  const { historyList, journal, saved } = model;
  const toggle = historyList.view === 'journal' ? texts.toCommands : texts.toJournal;
  const savedTo = saved['history-page'];
  return [
    row('toggle', toggle, { type: 'toggle-history' }),
    row('filter', texts.itemFilter(historyList.query.text), { type: 'filter-history' }),
    {
      ...row('save-page', texts.itemSave, { type: 'save-history-page' }, refusal(model, 'write-file')),
      detail: savedTo === undefined ? [] : [texts.saved(savedTo)],
    },
    // Last, because it comes and goes: the rows above stay where they are.
    ...(needsAcknowledgement(journal)
      ? [row('acknowledge', texts.itemAcknowledge, { type: 'ask-acknowledge-journal' }, refusal(model, 'record'))]
      : []),
  ];
}

/** The rows of the list that is shown: what the filter lets through. */
export function foundRows({ historyList: { view, query }, journal, commands, about }: Model): readonly HistoryRow[] {
  return view === 'journal'
    ? entryRows(journal.entries, about.offsetMinutes, query.text)
    : commandRows(commands, about.offsetMinutes, query.text);
}

/**
 * The entries that hold every word of the query, newest first, with their times in this zone. A journal is long and is
 * shown often: the rows are made once for it, its zone and the query.
 */
export function entryRows(
  entries: readonly JournalEntry[],
  offsetMinutes: number,
  query: string,
): readonly HistoryRow[] {
  return entryRowsOf(entries)(offsetMinutes)(query);
}

const entryRowsOf = remembered((entries: readonly JournalEntry[]) =>
  lastOf((offsetMinutes: number) => {
    const rows = entries.toReversed().map((entry) => entryRow(entry)(offsetMinutes));
    return lastOf((query: string) => withWords(rows, query));
  }),
);

/** An entry stays the same when others follow it, and so does its row. */
const entryRow = remembered((entry: JournalEntry) =>
  lastOf((offsetMinutes: number): HistoryRow => {
    const at = fromIso(entry.at);
    const time = at === null ? entry.at : toShortText(at, offsetMinutes);
    return { ...row(`entry:${String(entry.line)}`, `${time} ${eventInWords(entry.event)}`, null), entry };
  }),
);

/** Makes a value anew only where it is asked for by another key than the last time. */
function lastOf<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
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
  const words = query
    .normalize('NFKC')
    .split(/\s+/)
    .map(normalise)
    .filter((word) => word !== '');
  return words.length === 0 ? rows : rows.filter((each) => words.every((word) => comparedText(each).includes(word)));
}

const comparedText = remembered(({ label }: Row) => normalise(label));

/**
 * A function that makes its value once for each object and then gives it again, for as long as the object is in use. The object must not
 * change, nor anything else that the value is made of.
 */
function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const values = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = values.get(key);
    if (known) return known.value;
    const value = make(key);
    values.set(key, { value });
    return value;
  };
}
