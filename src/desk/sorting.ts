import { compareNames } from './order.ts';
import type { Clinic, Row } from './rows.ts';

/** The orders that a list may stand in. */
export const sortings = ['urgency', 'clinic', 'opens', 'answered'] as const;
export type Sorting = (typeof sortings)[number];

/** What comes first; null: what must be done first, as the rows come. Of equals that one does too. */
const comparisons: Readonly<Record<Sorting, ((one: Row, other: Row) => number) | null>> = {
  urgency: null,
  clinic: (one, other) => compareNames(one.contact.name ?? one.clinic, other.contact.name ?? other.clinic),
  opens: (one, other) => opensAt(one) - opensAt(other),
  answered: (one, other) => (one.entry?.at ?? 0) - (other.entry?.at ?? 0),
};

/** Who does not say, and what cannot be read as a time, comes last. */
function opensAt({ contact: { opens } }: Row): number {
  return opens?.minutes ?? 24 * 60;
}

export function sortedRows(rows: readonly Row[], sorting: Sorting): readonly Row[] {
  const compare = comparisons[sorting];
  return compare === null ? rows : rows.toSorted(compare);
}

/** A clinic stands where its worst terminal does. */
export function sortedClinics(clinics: readonly Clinic[], sorting: Sorting): readonly Clinic[] {
  const compare = comparisons[sorting];
  return compare === null ? clinics : clinics.toSorted((one, other) => compare(one.worst, other.worst));
}
