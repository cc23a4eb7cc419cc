import { deskReading as texts } from '../strings/desk-reading.ja.ts';
import { csvRows } from './csv.ts';
import type { BadFile, RosterEntry } from './entry.ts';

/** How a header row may call the two columns. */
const clinicTitles = ['医療機関', '医療機関名', '医療機関コード', '医院', 'clinic'];
const terminalTitles = ['端末', '端末名', 'terminal'];

export interface Roster {
  readonly entries: readonly RosterEntry[];
  readonly bad: readonly BadFile[];
}

/**
 * Reads a list of the terminals that should be there: a CSV with `clinic,terminal` a line. A header row says which columns these are; without one they
 * are the first two. A line that lacks one of them is named.
 */
export function readRoster(text: string, path: string): Roster {
  const rows = csvRows(text.replace(/^\uFEFF/, ''));
  const titles = rows[0]?.cells.map((cell) => cell.trim().normalize('NFKC').toLowerCase()) ?? [];
  const [clinicAt, terminalAt] = [clinicTitles, terminalTitles].map((names) =>
    titles.findIndex((title) => names.includes(title)),
  );
  const headed = clinicAt !== undefined && terminalAt !== undefined && clinicAt >= 0 && terminalAt >= 0;
  const columns = headed ? { clinic: clinicAt, terminal: terminalAt } : { clinic: 0, terminal: 1 };
  const entries: RosterEntry[] = [];
  const bad: BadFile[] = [];
  for (const { cells, line } of headed ? rows.slice(1) : rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const clinic = cells[columns.clinic]?.trim() ?? '';
    const terminal = cells[columns.terminal]?.trim() ?? '';
    if (clinic === '' || terminal === '') bad.push({ source: { path, line }, reason: texts.badRosterLine });
    else entries.push({ clinic, terminal });
  }
  return { entries, bad };
}
