import { normalise } from '../guide/search.ts';
import { deskTexts } from './desk.ja.ts';
import type { Clinic, Row } from './row.ts';
import { group, type Standing } from './standing.ts';
import { worseClinicFirst } from './order.ts';
import { clinicKey } from './identity.ts';
import type { DeskState } from './states.ts';

export interface Filter {
  /** As they were typed; every word must occur in the terminal's row. */
  readonly words: string;
  /** null: all. */
  readonly state: DeskState | null;
}

export const noFilter: Filter = { words: '', state: null };

/** The rows that fit, in the order in which they come. */
export function filterRows(rows: readonly Row[], { words, state }: Filter): readonly Row[] {
  const wanted = words.normalize('NFKC').split(/\s+/).map(normalise).filter(isFilled);
  if (wanted.length === 0 && state === null) return rows;
  return rows.filter(
    (row) => (state === null || row.state === state) && (wanted.length === 0 || hasAll(normalise(textOf(row)), wanted)),
  );
}

/** The clinics with a terminal that fits, worst first. Each counts all its terminals: what is not shown is not done. */
export function filterClinics(standing: Standing, filter: Filter): readonly Clinic[] {
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

function textOf({ clinic, terminal, state, entry, stale, ahead, outdated }: Row): string {
  return [
    clinic ?? deskTexts.unknownClinic,
    terminal,
    deskTexts.states[state],
    ...(stale ? [deskTexts.stale] : []),
    ...(ahead ? [deskTexts.ahead] : []),
    ...(outdated ? [deskTexts.outdated] : []),
    ...(entry?.simulated === true ? [deskTexts.simulated] : []),
    ...(entry === null ? [] : [entry.step, entry.reason, ...entry.failing, entry.installed ?? '']),
  ].join('\n');
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function isFilled(text: string): boolean {
  return text !== '';
}
