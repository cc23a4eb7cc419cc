import type { Entry } from './entry.ts';
import type { WentBack } from './journals.ts';
import { badness, isDone, type DeskState } from './states.ts';
import { MINUTE, type Instant } from '../domain/time.ts';
import { normalise } from '../guide/guide.ts';
import { deskTexts } from './desk.ja.ts';
import { clinicKey } from './identity.ts';

/** A terminal, by its newest document; without one where only the roster knows it. */
export interface Row {
  /** The same for the same terminal, however often it is read. */
  readonly id: string;
  readonly clinic: string | null;
  readonly terminal: string;
  readonly state: DeskState;
  readonly entry: Entry | null;
  /** The answer is older than the limit. */
  readonly stale: boolean;
  /** Its time is further ahead of this machine's clock than clocks may differ. */
  readonly ahead: boolean;
  /** It answers to a notice that asks for less than another one of the same component. */
  readonly outdated: boolean;
  /** Another terminal has the same name, in the same clinic as far as it is known: only their places tell them apart. */
  readonly namesake: boolean;
  /** Other documents of the same terminal, older or ahead of the clock. */
  readonly superseded: number;
  /** Other documents of the same terminal with the very same time; the worst of them is the one shown. */
  readonly twins: readonly Entry[];
  /** Its journal went back between two of its answers; null: as far as they tell it did not. */
  readonly wentBack: WentBack | null;
}

export interface Clinic {
  /** null: all terminals whose clinic is not known. */
  readonly name: string | null;
  /** Worst first. */
  readonly rows: readonly Row[];
  readonly done: number;
  /** Every terminal that is known of has the version. Never so where it is not known whose terminals these are. */
  readonly allDone: boolean;
  readonly worst: Row;
}

/** So far may the clocks of two machines be apart. */
const CLOCKS_APART = 5 * MINUTE;

/** Whether a time is further ahead of this machine's clock than clocks may differ. */
export function isAhead(at: Instant, now: Instant): boolean {
  return at - now > CLOCKS_APART;
}

/** Answers from the future come last. Of the same time the worst comes first, then the order of the files: whatever order they were read in. */
export function newestFirst(now: Instant): (one: Entry, other: Entry) => number {
  return (one, other) =>
    Number(isAhead(one.at, now)) - Number(isAhead(other.at, now)) ||
    other.at - one.at ||
    badness(one.state) - badness(other.state) ||
    compare(one.source.path, other.source.path) ||
    (one.source.line ?? 0) - (other.source.line ?? 0);
}

/** By state; in the same state the stale ones first, then by name. */
export function worseFirst(one: Row, other: Row): number {
  return (
    badness(one.state) - badness(other.state) ||
    Number(other.stale) - Number(one.stale) ||
    compareNames(one.clinic, other.clinic) ||
    compareNames(one.terminal, other.terminal) ||
    compare(one.id, other.id)
  );
}

/** By the worst terminal, then by the share that is not done, then by name. */
export function worseClinicFirst(one: Clinic, other: Clinic): number {
  return (
    badness(one.worst.state) - badness(other.worst.state) ||
    Number(other.worst.stale) - Number(one.worst.stale) ||
    openShare(other) - openShare(one) ||
    compareNames(one.name, other.name) ||
    compare(one.worst.id, other.worst.id)
  );
}

function openShare({ rows, done }: Clinic): number {
  return (rows.length - done) / rows.length;
}

/** What has no name comes last. */
function compareNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
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
    return [{ name: worst.clinic, rows: own, done, allDone: worst.clinic !== null && done === own.length, worst }];
  });
}

export interface Filter {
  /** As they were typed; every word must occur in the terminal's row. */
  readonly words: string;
  /** null: all. */
  readonly state: DeskState | null;
}

export const noFilter: Filter = { words: '', state: null };

/** The rows that fit, in the order in which they come. */
export function filterRows(rows: readonly Row[], { words, state }: Filter): readonly Row[] {
  const wanted = words
    .normalize('NFKC')
    .split(/\s+/)
    .map(normalise)
    .filter((word) => word !== '');
  if (wanted.length === 0 && state === null) return rows;
  return rows.filter((row) => {
    if (state !== null && row.state !== state) return false;
    const text = wanted.length === 0 ? '' : normalise(textOf(row));
    return wanted.every((word) => text.includes(word));
  });
}

/** The clinics with a terminal that fits, worst first. Each counts all its terminals: what is not shown is not done. */
export function filterClinics(
  standing: { readonly clinics: readonly Clinic[]; readonly rows: readonly Row[] },
  filter: Filter,
): readonly Clinic[] {
  const rows = filterRows(standing.rows, filter);
  if (rows === standing.rows) return standing.clinics;
  const shown = new Map(group(rows).map((clinic) => [clinicKey(clinic.name), clinic]));
  return standing.clinics
    .flatMap((whole): Clinic[] => {
      const own = shown.get(clinicKey(whole.name));
      return own ? [{ ...whole, worst: own.worst }] : [];
    })
    .toSorted(worseClinicFirst);
}

function textOf({ clinic, terminal, state, entry, stale, ahead, outdated, wentBack }: Row): string {
  return [
    clinic ?? deskTexts.unknownClinic,
    terminal,
    deskTexts.states[state],
    ...(stale ? [deskTexts.stale] : []),
    ...(ahead ? [deskTexts.ahead] : []),
    ...(outdated ? [deskTexts.outdated] : []),
    ...(wentBack === null ? [] : [deskTexts.journalWentBack]),
    ...(entry?.simulated === true ? [deskTexts.simulated] : []),
    ...(entry === null
      ? []
      : [
          entry.step,
          entry.reason,
          ...entry.failing,
          entry.installed ?? '',
          entry.notice?.id ?? '',
          ...entry.otherNotices,
        ]),
  ].join('\n');
}
