import { InputError } from '../domain/fault.ts';
import { deskReading as texts } from './desk.ja.ts';
import { csvRows, spoiled } from './spreadsheet.ts';
import type { BadFile, Entry, RosterEntry } from './entry.ts';
import { clinicKey, fold, rosterKey, rosterKeys } from './identity.ts';
import { harmless } from '../text/harmless.ts';

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
  const rows = csvRows(text).map(({ cells: [first = '', ...others], ...row }) => ({
    ...row,
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
  for (const { cells, line, unclosed } of rows) {
    // Either may have taken other lines in.
    const reason = unclosed ? texts.unclosedRosterLine : cells.some(hasLineEnd) ? texts.rosterLineEnd : null;
    if (reason !== null) bad.push({ source: { path, line }, reason });
    // Lists that were copied together bring their header along.
    if (cells.join() === header || cells.every((cell) => cell.trim() === '')) continue;
    const own = [clinicAt, terminalAt];
    if (own.some((at) => hasLineEnd(cells[at] ?? '') || (unclosed && at >= cells.length - 1))) continue;
    const clinic = harmless(cells[clinicAt] ?? '').trim();
    const terminal = harmless(cells[terminalAt] ?? '').trim();
    if (clinic === '' || terminal === '') bad.push({ source: { path, line }, reason: texts.badRosterLine });
    else entries.push({ clinic, terminal, source: { path, line } });
  }
  return { entries, bad };
}

function hasLineEnd(cell: string): boolean {
  return /[\r\n]/.test(cell);
}

/** How the ids look that a spreadsheet has made of others: digits, a number with an exponent, a day. */
const LOOKS_SPOILED = /^(\d+|\d(\.\d+)?e[+-]?\d+|\d+月\d+日|true|false)$/i;

/**
 * The roster with the ids that a spreadsheet has changed as the answers say them, so that no clinic counts twice; and each change by name, because the
 * list itself should be mended. An entry that fits an answer as it stands stays; one that may be of several clinics is named and left out.
 */
export function mendRoster(
  roster: readonly RosterEntry[],
  entries: readonly Entry[],
): { readonly roster: readonly RosterEntry[]; readonly bad: readonly BadFile[] } {
  const suspects = roster.some(({ clinic, terminal }) => looksSpoiled(clinic) || looksSpoiled(terminal));
  if (!suspects) return { roster, bad: [] };
  const answers = createAnswers(entries);
  const mended: RosterEntry[] = [];
  const bad: BadFile[] = [];
  for (const each of roster) {
    const found = meant(each, answers);
    const [only] = found;
    if (only && found.length === 1) mended.push(only);
    if (only !== each) bad.push({ source: each.source ?? NOWHERE, reason: reasonOf(each, found) });
  }
  return { roster: mended, bad };
}

const NOWHERE = { path: '', line: null };

function looksSpoiled(id: string): boolean {
  return LOOKS_SPOILED.test(fold(id));
}

function reasonOf(each: RosterEntry, [only, ...others]: readonly RosterEntry[]): string {
  return only && others.length === 0
    ? texts.spoiledRosterLine(nameOf(each), nameOf(only))
    : texts.doubtfulRosterLine(nameOf(each));
}

function nameOf({ clinic, terminal }: RosterEntry): string {
  return `${clinic} ${terminal}`;
}

interface Answers {
  readonly clinics: Spoiled;
  /** The terminals of a clinic, by its key. */
  readonly terminals: ReadonlyMap<string, Spoiled>;
  readonly keys: ReadonlySet<string>;
}

/** The names that there are, by what they may have become. */
interface Spoiled {
  readonly known: ReadonlySet<string>;
  readonly byForm: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the entry stands for: itself where it fits an answer, or where nothing else could have become it. */
function meant(each: RosterEntry, { clinics, terminals, keys }: Answers): readonly RosterEntry[] {
  if (keys.has(rosterKey(each))) return [each];
  const whole = namesFor(each.clinic, clinics).flatMap((clinic) =>
    namesFor(each.terminal, terminals.get(clinicKey(clinic))).map((terminal) =>
      clinic === each.clinic && terminal === each.terminal ? each : { ...each, clinic, terminal },
    ),
  );
  // A terminal that answered tells which clinic it is.
  const answered = whole.filter((entry) => keys.has(rosterKey(entry)));
  return answered.length === 1 ? answered : whole;
}

/** The names that may have become this one; the name itself where none did, or where it is one of them. */
function namesFor(name: string, names: Spoiled | undefined): readonly string[] {
  const key = fold(name);
  if (!names || names.known.has(key)) return [name];
  const found = names.byForm.get(key);
  return found ? [...found] : [name];
}

function createAnswers(entries: readonly Entry[]): Answers {
  const clinics = new Set<string>();
  const terminals = new Map<string, Set<string>>();
  for (const { clinic, terminal } of entries) {
    if (clinic === null) continue;
    clinics.add(clinic);
    const own = terminals.get(clinicKey(clinic)) ?? new Set();
    terminals.set(clinicKey(clinic), own.add(terminal));
  }
  return {
    clinics: spoiledNames(clinics),
    terminals: new Map([...terminals].map(([clinic, own]) => [clinic, spoiledNames(own)])),
    keys: new Set(entries.flatMap(rosterKeys)),
  };
}

function spoiledNames(names: ReadonlySet<string>): Spoiled {
  const byForm = new Map<string, Set<string>>();
  for (const name of names)
    for (const form of spoiled(name).map(fold)) byForm.set(form, (byForm.get(form) ?? new Set()).add(name));
  return { known: new Set([...names].map(fold)), byForm };
}
