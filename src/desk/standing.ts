import { HOUR, MINUTE } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { BadFile, Entry, Gathered, RosterEntry } from './entry.ts';
import { newestFirst, worseClinicFirst, worseFirst } from './order.ts';
import type { Clinic, Row } from './row.ts';
import { isDone } from './states.ts';
import type { DeskState } from './states.ts';

export interface Counts {
  readonly terminals: number;
  readonly done: number;
  readonly byState: Readonly<Record<DeskState, number>>;
  readonly clinics: number;
  readonly clinicsDone: number;
  readonly stale: number;
  readonly ahead: number;
  readonly superseded: number;
  readonly twins: number;
  readonly bad: number;
}

/** How all terminals stand, worst clinic first. */
export interface Standing {
  readonly clinics: readonly Clinic[];
  /** All terminals, worst first. */
  readonly rows: readonly Row[];
  readonly counts: Counts;
  readonly bad: readonly BadFile[];
}

export interface Clockwork {
  readonly now: Instant;
  readonly staleHours: number;
}

/** So far may the clocks of two machines be apart. */
const CLOCKS_APART = 5 * MINUTE;

/** Puts together what was read: the newest document of each terminal counts, and nothing goes uncounted. */
export function standingOf({ entries, bad, roster }: Gathered, clock: Clockwork): Standing {
  const clinicByTerminal = clinicsOf(roster);
  const terminals = new Map<string, Entry[]>();
  for (const entry of entries) {
    const clinic = entry.clinic ?? clinicByTerminal.get(fold(entry.terminal)) ?? null;
    const own = clinic === entry.clinic ? entry : { ...entry, clinic };
    const id = idOf(own);
    const found = terminals.get(id);
    if (found) found.push(own);
    else terminals.set(id, [own]);
  }
  const answered = [...terminals].map(([id, found]) => rowOf(id, found, clock));
  const missing = unique(roster)
    .filter((each) => !terminals.has(idOf(each)))
    .map(missingRow);
  const rows = [...answered, ...missing].toSorted(worseFirst);
  const clinics = group(rows).toSorted(worseClinicFirst);
  return { clinics, rows, counts: count(rows, clinics, bad), bad };
}

/** The row of a terminal; without documents there is none. */
function rowOf(id: string, found: readonly Entry[], clock: Clockwork): Row {
  const [newest, ...older] = found.toSorted(newestFirst);
  if (!newest) throw new Error('a terminal without documents');
  const twins = older.filter(({ at }) => at === newest.at);
  return {
    id,
    clinic: newest.clinic,
    terminal: newest.terminal,
    state: newest.state,
    entry: newest,
    stale: clock.now - newest.at > clock.staleHours * HOUR,
    ahead: newest.at - clock.now > CLOCKS_APART,
    superseded: older.length - twins.length,
    twins,
  };
}

function missingRow(each: RosterEntry): Row {
  return {
    id: idOf(each),
    ...each,
    state: 'no-answer',
    entry: null,
    stale: false,
    ahead: false,
    superseded: 0,
    twins: [],
  };
}

/** The rows by clinic, each clinic's in the order in which they come. */
export function group(rows: readonly Row[]): readonly Clinic[] {
  const byClinic = new Map<string, Row[]>();
  for (const row of rows) {
    const key = clinicKey(row.clinic);
    const found = byClinic.get(key);
    if (found) found.push(row);
    else byClinic.set(key, [row]);
  }
  return [...byClinic.values()].flatMap((own) => {
    const [worst] = own;
    if (!worst) return [];
    const done = own.filter(({ state }) => isDone(state)).length;
    return [
      { name: worst.clinic, rows: own, done, allDone: worst.clinic !== null && done === own.length, worst },
    ];
  });
}

const noneByState: Readonly<Record<DeskState, number>> = {
  failed: 0,
  'check-failed': 0,
  'no-answer': 0,
  unknown: 0,
  'fix-first': 0,
  restart: 0,
  'download-now': 0,
  'leave-on-overnight': 0,
  'other-step': 0,
  'send-report': 0,
  'all-done': 0,
};

function count(rows: readonly Row[], clinics: readonly Clinic[], bad: readonly BadFile[]): Counts {
  const byState = { ...noneByState };
  for (const { state } of rows) byState[state] += 1;
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    terminals: rows.length,
    done: sum(({ state }) => Number(isDone(state))),
    byState,
    clinics: clinics.filter(({ name }) => name !== null).length,
    clinicsDone: clinics.filter(({ allDone }) => allDone).length,
    stale: sum(({ stale }) => Number(stale)),
    ahead: sum(({ ahead }) => Number(ahead)),
    superseded: sum(({ superseded }) => superseded),
    twins: sum(({ twins }) => twins.length),
    bad: bad.length,
  };
}

/** The clinic of each terminal that the roster names once: it says whose an answer is that does not say so itself. */
function clinicsOf(roster: readonly RosterEntry[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const { clinic, terminal } of unique(roster)) {
    const key = fold(terminal);
    found.set(key, found.has(key) ? null : clinic);
  }
  return new Map([...found].flatMap(([key, clinic]) => (clinic === null ? [] : [[key, clinic]])));
}

function unique(roster: readonly RosterEntry[]): readonly RosterEntry[] {
  return [...new Map(roster.map((each) => [idOf(each), each])).values()];
}

function idOf({ clinic, terminal }: { readonly clinic: string | null; readonly terminal: string }): string {
  return `${clinicKey(clinic)}\n${fold(terminal)}`;
}

/** A clinic's name as lists compare it: an unknown one is no name that a clinic could have. */
export function clinicKey(name: string | null): string {
  return name === null ? '\n' : fold(name);
}

/** Names of terminals and folders are the same in capitals and small letters, full-width and half-width. */
function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
