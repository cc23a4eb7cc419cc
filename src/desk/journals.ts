import type { Entry } from './entry.ts';

/** Two answers of one terminal of which the later one's journal cannot have come from the earlier one's. */
export interface WentBack {
  readonly earlier: Entry;
  readonly later: Entry;
}

/**
 * The last time that a terminal's journal went back between two of its answers: it became shorter, another one of the
 * same length, or none; null: it did not, as far as the answers tell. A journal only grows, so an older copy was put in
 * its place, or another one. Whoever may write its folder can hide that from the terminal itself, but not from answers
 * that were given before. Of the same time the shorter one comes first.
 */
export function journalWentBack(answers: readonly Entry[]): WentBack | null {
  let found: WentBack | null = null;
  let longest: Entry | null = null;
  for (const later of answers.toSorted((one, other) => one.at - other.at || lengthOf(one) - lengthOf(other))) {
    const head = later.journalHead;
    if (head === undefined) continue;
    const before = longest?.journalHead ?? null;
    const wentBack = before !== null && (head === null || head.seq < before.seq || isOther(head, before));
    if (wentBack && longest !== null) found = { earlier: longest, later };
    if (head !== null && (before === null || wentBack || head.seq > before.seq)) longest = later;
    else if (head === null) longest = null;
  }
  return found;
}

function lengthOf({ journalHead }: Entry): number {
  return journalHead?.seq ?? 0;
}

function isOther(one: NonNullable<Entry['journalHead']>, other: NonNullable<Entry['journalHead']>): boolean {
  return one.seq === other.seq && one.sha256 !== other.sha256;
}
