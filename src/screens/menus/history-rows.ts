import { normalise } from '../../guide/search.ts';
import type { JournalEntry } from '../../journal/events.ts';
import type { CommandRecord } from '../../ports/ports.ts';
import { eventInWords } from '../../journal/events.ja.ts';
import { remembered } from '../../domain/remember.ts';
import { fromIso, toShortText } from '../../domain/time.ts';
import { item, type MenuItem } from './item.ts';

/** A row to read, and what it shows. */
export interface EntryItem extends MenuItem {
  readonly entry: JournalEntry;
}
export interface CommandItem extends MenuItem {
  readonly command: CommandRecord;
}

/** How the rows are made: the zone of their times, minutes east of UTC, and the words that each must hold. */
interface Wanted {
  readonly offsetMinutes: number;
  readonly query: string;
}

/** The entries that hold every word of the query, newest first. Made once for a journal and a query, however often it is asked for. */
export function entryRows(entries: readonly JournalEntry[], wanted: Wanted): readonly EntryItem[] {
  return entryRowsOf(entries)(wanted);
}

/** The commands that hold every word of the query, newest first; the same for these. */
export function commandRows(commands: readonly CommandRecord[], wanted: Wanted): readonly CommandItem[] {
  return commandRowsOf(commands)(wanted);
}

const entryRowsOf = remembered((entries: readonly JournalEntry[]) =>
  lastOf(({ offsetMinutes, query }) =>
    withWords(
      entries.toReversed().map((entry) => entryRow(entry, offsetMinutes)),
      query,
    ),
  ),
);

const commandRowsOf = remembered((commands: readonly CommandRecord[]) =>
  lastOf(({ offsetMinutes, query }) =>
    withWords(
      commands.toReversed().map((command) => ({ ...item('', commandLabel(command, offsetMinutes), null), command })),
      query,
    ).map((row, index) => ({ ...row, id: `command:${String(index)}` })),
  ),
);

/** Keeps what was made last: rows are asked for several times with the same words, and seldom with the ones before. */
function lastOf<Row>(make: (wanted: Wanted) => readonly Row[]): (wanted: Wanted) => readonly Row[] {
  let last: { readonly wanted: Wanted; readonly rows: readonly Row[] } | null = null;
  return (wanted) => {
    if (last?.wanted.query !== wanted.query || last.wanted.offsetMinutes !== wanted.offsetMinutes)
      last = { wanted, rows: make(wanted) };
    return last.rows;
  };
}

/** An entry stays the same when others follow it, and so does its row. */
const entryRowOf = remembered((entry: JournalEntry) => {
  let last: { readonly offsetMinutes: number; readonly row: EntryItem } | null = null;
  return (offsetMinutes: number): EntryItem => {
    if (last?.offsetMinutes !== offsetMinutes) {
      const row = { ...item(`entry:${String(entry.line)}`, entryLabel(entry, offsetMinutes), null), entry };
      last = { offsetMinutes, row };
    }
    return last.row;
  };
});

function entryRow(entry: JournalEntry, offsetMinutes: number): EntryItem {
  return entryRowOf(entry)(offsetMinutes);
}

function entryLabel(entry: JournalEntry, offsetMinutes: number): string {
  const at = fromIso(entry.at);
  return `${at === null ? entry.at : toShortText(at, offsetMinutes)} ${eventInWords(entry.event)}`;
}

/** One command with its time, how it ended, and its arguments. */
export function commandLabel(command: CommandRecord, offsetMinutes: number): string {
  const text = [command.program, ...command.args].join(' ');
  return `${toShortText(command.at, offsetMinutes)} [${command.ended}] ${text}`;
}

function withWords<Row extends MenuItem>(rows: readonly Row[], query: string): readonly Row[] {
  const words = query
    .normalize('NFKC')
    .split(/\s+/)
    .map(normalise)
    .filter((word) => word !== '');
  return words.length === 0 ? rows : rows.filter((row) => holds(row, words));
}

function holds(row: MenuItem, words: readonly string[]): boolean {
  const text = comparedText(row);
  return words.every((word) => text.includes(word));
}

const comparedText = remembered(({ label }: MenuItem) => normalise(label));
