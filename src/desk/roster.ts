import { InputError } from '../domain/fault.ts';
import { deskReading as texts } from './desk-reading.ja.ts';
import { csvRows } from './csv.ts';
import type { BadFile, RosterEntry } from './entry.ts';

/** How a header row may call the two columns. */
const clinicTitles = ['医療機関', '医療機関名', '医療機関コード', '医療機関番号', '医院', '医院名', '施設名', 'clinic'];
/** It may as well number the rows: the clinic only where nothing else is. */
const numberTitles = ['番号'];
const terminalTitles = ['端末', '端末名', 'terminal'];

export interface Roster {
  readonly entries: readonly RosterEntry[];
  readonly bad: readonly BadFile[];
}

/**
 * Reads a list of the terminals that should be there: a CSV with `clinic,terminal` a line. A header row says which columns these are; without one they
 * are the first two. A line that lacks one of them is named. Throws InputError for a header row with one of the two titles.
 */
export function readRoster(text: string, path: string): Roster {
  const rows = csvRows(text).map(({ line, cells: [first = '', ...others] }) => ({
    line,
    cells: [first.replace(/^\uFEFF/, ''), ...others],
  }));
  const titles = rows[0]?.cells.map((cell) => cell.trim().normalize('NFKC').toLowerCase()) ?? [];
  const at = (names: readonly string[]): number => titles.findIndex((title) => names.includes(title));
  const named = at(clinicTitles);
  const columns = { clinic: named >= 0 ? named : at(numberTitles), terminal: at(terminalTitles) };
  const headed = columns.clinic >= 0 && columns.terminal >= 0;
  // Taken for data, a header with one title too few would only make terminals that nobody has.
  if (!headed && (columns.clinic >= 0 || columns.terminal >= 0))
    throw new InputError({
      code: 'roster',
      message: texts.badRosterHeader,
      where: `${path}:${String(rows[0]?.line ?? 1)}`,
      remedy: texts.rosterHeaderRemedy,
    });
  const { clinic: clinicAt, terminal: terminalAt } = headed ? columns : { clinic: 0, terminal: 1 };
  const entries: RosterEntry[] = [];
  const bad: BadFile[] = [];
  const header = headed ? rows[0]?.cells.join() : undefined;
  for (const { cells, line } of rows) {
    // Lists that were copied together bring their header along.
    if (cells.join() === header || cells.every((cell) => cell.trim() === '')) continue;
    const clinic = cells[clinicAt]?.trim() ?? '';
    const terminal = cells[terminalAt]?.trim() ?? '';
    if (clinic === '' || terminal === '') bad.push({ source: { path, line }, reason: texts.badRosterLine });
    else entries.push({ clinic, terminal, source: { path, line } });
  }
  return { entries, bad };
}
