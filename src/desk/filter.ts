import { normalise, queryWords } from '../guide/guide.ts';
import { nobodyCalled, type Called } from './called.ts';
import { deskListTexts, deskTexts } from './desk.ja.ts';
import { clinicKey } from './identity.ts';
import { worseClinicFirst } from './order.ts';
import { group, type Clinic, type Row } from './rows.ts';
import { isDone, type DeskState, type Change } from './states.ts';

export interface Filter {
  /** As they were typed; every word must occur in the terminal's row. */
  readonly words: string;
  /** null: all. */
  readonly state: DeskState | null;
  /** null: all. */
  readonly change: Change | null;
  /** Whether its clinic was called today; null: all. */
  readonly called: boolean | null;
}

export const noFilter: Filter = { words: '', state: null, change: null, called: null };

export function isNarrowed({ words, state, change, called }: Filter): boolean {
  return (
    words !== noFilter.words || state !== noFilter.state || change !== noFilter.change || called !== noFilter.called
  );
}

/** What narrows the list, in words. */
export function narrowings({ words, state, change, called }: Filter): readonly string[] {
  return [
    ...(words === '' ? [] : [deskListTexts.narrowings.words(words)]),
    ...(state === null ? [] : [deskListTexts.narrowings.state(deskTexts.states[state])]),
    ...(change === null ? [] : [deskListTexts.narrowings.change(deskTexts.changes[change])]),
    ...(called === null ? [] : [deskListTexts.narrowings.called(called ? deskTexts.called : deskTexts.notCalled)]),
  ];
}

/** The rows that fit, in the order in which they come. `today`: who was called. */
export function filterRows(
  rows: readonly Row[],
  { words, state, change, called }: Filter,
  today: Called = nobodyCalled(),
): readonly Row[] {
  const wanted = queryWords(words);
  if (wanted.length === 0 && state === null && change === null && called === null) return rows;
  return rows.filter((row) => {
    if (state !== null && row.state !== state) return false;
    if (change !== null && row.change !== change) return false;
    if (called !== null && today.has(clinicKey(row.clinic)) !== called) return false;
    const text = wanted.length === 0 ? '' : normalise(textOf(row));
    return wanted.every((word) => text.includes(word));
  });
}

/**
 * The terminals to tell of: with a filter those that fit, done or not; without one those that are not done or whose
 * journal went back.
 */
export function openRows({ rows }: { readonly rows: readonly Row[] }, filter: Filter): readonly Row[] {
  if (isNarrowed(filter)) return filterRows(rows, filter);
  return rows.filter(({ state, wentBack }) => wentBack !== null || !isDone(state));
}

/** The clinics with a terminal that fits, worst first. Each counts all its terminals: what is not shown is not done. */
export function filterClinics(
  standing: { readonly clinics: readonly Clinic[]; readonly rows: readonly Row[] },
  filter: Filter,
  today: Called = nobodyCalled(),
): readonly Clinic[] {
  const rows = filterRows(standing.rows, filter, today);
  if (rows === standing.rows) return standing.clinics;
  const shown = new Map(group(rows).map((clinic) => [clinicKey(clinic.name), clinic]));
  return standing.clinics
    .flatMap((whole): Clinic[] => {
      const own = shown.get(clinicKey(whole.name));
      return own ? [{ ...whole, worst: own.worst }] : [];
    })
    .toSorted(worseClinicFirst);
}

function textOf(row: Row): string {
  const { clinic, terminal, state, entry, stale, ahead, outdated, wentBack, contact, urgency, change } = row;
  return [
    clinic ?? deskTexts.unknownClinic,
    terminal,
    deskTexts.states[state],
    deskTexts.urgencies[urgency],
    contact.name ?? '',
    contact.phone ?? '',
    contact.person ?? '',
    ...(contact.spare ? [deskTexts.spare] : []),
    ...(row.overdue ? [deskTexts.overdue] : []),
    ...(change === null ? [] : [deskTexts.changes[change]]),
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
