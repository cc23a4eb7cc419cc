import { rosterTexts as texts } from './roster.ja.ts';
import { csvRows } from './spreadsheet.ts';
import { firstLines } from './bad-lines.ts';
import type { BadFile, Contact, Gathered, RosterEntry } from './entry.ts';
import { readOpeningTime } from './opening-time.ts';
import { clinicKey, fold, rosterKey } from './identity.ts';
import { shownName } from './shown.ts';
import { rosterColumns, type RosterColumns } from './roster-columns.ts';
import type { CsvRow } from '../text/csv.ts';
import { harmless } from '../text/harmless.ts';
import { linesOf } from '../text/text-file.ts';

export interface Roster {
  readonly entries: readonly RosterEntry[];
  readonly bad: readonly BadFile[];
}

/**
 * Reads a list of the terminals that should be there: a CSV with `clinic,terminal` a line. A header row says which
 * columns these are, and which hold the clinic's name, phone, person, opening time and whether the machine is a spare
 * one; without one they are the first two. A line that lacks one of these two, and every quotation mark that cannot
 * stand where it does, is named; no other line suffers from it. Throws InputError for a header row with one of the two
 * titles.
 */
export function readRoster(text: string, path: string): Roster {
  const rows = rosterRows(text);
  const [first] = rows;
  const columns = first ? rosterColumns(first.cells, { path, line: first.line }) : null;
  const header = columns === null ? undefined : first?.cells.join();
  const at = columns ?? { clinic: 0, terminal: 1 };
  const entries: RosterEntry[] = [];
  const bad: BadFile[] = [];
  for (const { cells, line, sound, reason } of rows) {
    const source = { path, line };
    const isBad = (why: string): void => void bad.push({ source, reason: why });
    if (reason !== null) isBad(reason);
    // Lists that were copied together bring their header along.
    if (cells.join() === header || cells.every((cell) => cell.trim() === '')) continue;
    if (at.clinic >= sound || at.terminal >= sound) continue;
    const [clinic, terminal] = [cellAt(cells, at.clinic), cellAt(cells, at.terminal)];
    if (clinic === null || terminal === null) {
      isBad(texts.badRosterLine);
      continue;
    }
    const spare = spareIn(cellAt(cells, at.spare));
    if (spare === null) isBad(texts.badSpare(shownName(cellAt(cells, at.spare) ?? '')));
    const contact = contactIn(cells, at, spare === true);
    entries.push({ clinic, terminal, source, ...(contact === null ? {} : { contact }) });
  }
  return { entries, bad: firstLines(bad, path) };
}

/** What was read of answers, and the terminals that should be there. */
export function withRoster({ entries, bad }: Omit<Gathered, 'roster'>, roster: Roster): Gathered {
  return { entries, bad: [...roster.bad, ...bad], roster: roster.entries };
}

/** A row as far as it can be trusted. */
interface RosterRow extends Pick<CsvRow, 'cells' | 'line'> {
  /** So many cells at its beginning stand before any quotation mark that is out of place. */
  readonly sound: number;
  readonly reason: string | null;
}

/**
 * The rows. One that goes over line ends may have taken lines of the list in: those of its lines that have as many
 * cells as the list are read as lines of their own; the others are what stands in one of its cells.
 */
function rosterRows(text: string): readonly RosterRow[] {
  // A mark stands before each list of several that were copied together.
  const bare = text.replaceAll('\uFEFF', '');
  const rows = csvRows(bare);
  const columns = rows[0]?.cells.length ?? 0;
  let lines: readonly string[] | null = null;
  return rows.flatMap((row) => {
    const taken = lineEndsIn(row);
    if (taken === 0) return [rosterRow(row)];
    lines ??= [...linesOf(bare)];
    return lines.slice(row.line - 1, row.line + taken).flatMap((own, index) =>
      csvRows(own)
        .filter(({ cells }) => index === 0 || cells.length >= columns)
        .map((each) => rosterRow({ ...each, line: row.line + index }, index === 0 ? texts.rosterLineEnd : undefined)),
    );
  });
}

function rosterRow({ cells, line, unclosed, odd }: CsvRow, lineEnd?: string): RosterRow {
  const sound = Math.min(odd ?? Infinity, unclosed ? cells.length - 1 : Infinity);
  const reason = unclosed ? texts.unclosedRosterLine : odd === null ? null : texts.oddRosterLine;
  return { cells, line, sound, reason: lineEnd ?? reason };
}

function lineEndsIn({ cells }: CsvRow): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

/** null: there is nothing in it, or no such column. */
function cellAt(cells: readonly string[], at: number | undefined): string | null {
  const cell = at === undefined ? '' : harmless(cells[at] ?? '').trim();
  return cell === '' ? null : cell;
}

/** null: the line says nothing of whom to call, and is no spare machine. */
function contactIn(cells: readonly string[], at: RosterColumns, spare: boolean): Contact | null {
  const opens = cellAt(cells, at.opens);
  const contact: Contact = {
    name: cellAt(cells, at.name),
    phone: cellAt(cells, at.phone),
    person: cellAt(cells, at.person),
    opens: opens === null ? null : readOpeningTime(opens),
    spare,
  };
  return spare || Object.values(contact).some((each) => each !== null && each !== false) ? contact : null;
}

const yes: ReadonlySet<string> = new Set([
  '予備',
  '予備機',
  'はい',
  '有',
  'あり',
  '○',
  '〇',
  '1',
  'x',
  'yes',
  'true',
  'spare',
]);
const no: ReadonlySet<string> = new Set(['いいえ', '無', 'なし', '×', '-', '0', 'no', 'false']);

/**
 * Whether the machine is a spare one; null: what stands there says neither. Such a machine counts as one in use: no
 * terminal is to be hidden.
 */
function spareIn(cell: string | null): boolean | null {
  if (cell === null || no.has(fold(cell))) return false;
  return yes.has(fold(cell)) ? true : null;
}

const nobody: Contact = { name: null, phone: null, person: null, opens: null, spare: false };

/**
 * Tells what the roster says of a terminal: its own line, and for what that leaves out the other lines of its clinic,
 * because many lists say it once a clinic. Whether a machine is a spare one only its own line says.
 */
export function contactsIn(
  roster: readonly RosterEntry[],
): (terminal: { readonly clinic: string | null; readonly terminal: string }) => Contact {
  const clinics = new Map<string, Contact>();
  const terminals = new Map<string, Contact>();
  for (const each of roster) {
    const { contact } = each;
    if (contact === undefined) continue;
    const key = clinicKey(each.clinic);
    clinics.set(key, filledUp({ ...(clinics.get(key) ?? nobody), spare: false }, contact));
    terminals.set(rosterKey(each), contact);
  }
  // One for all terminals of a clinic that say nothing of their own.
  const known = new Map<Contact, Contact>();
  return (terminal) => {
    if (clinics.size === 0) return nobody;
    const whole = clinics.get(clinicKey(terminal.clinic)) ?? nobody;
    const own = terminals.get(rosterKey(terminal));
    if (own === undefined) return whole;
    const found = known.get(own) ?? filledUp(own, whole);
    known.set(own, found);
    return found;
  };
}

/** The contact, with the other one's word where it has none. */
function filledUp(contact: Contact, other: Contact): Contact {
  return {
    name: contact.name ?? other.name,
    phone: contact.phone ?? other.phone,
    person: contact.person ?? other.person,
    opens: contact.opens ?? other.opens,
    spare: contact.spare,
  };
}
