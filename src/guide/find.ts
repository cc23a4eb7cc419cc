import { guideEntries } from './entries.ts';
import type { GuideEntry } from './schema.ts';

/**
 * The guide that an operator sees: the built-in entries, and a notice's own. An entry of the notice takes the place of the
 * built-in one with the same id; new ones stand first, because they are about what is going on now.
 */
export function entriesWith(own: readonly GuideEntry[]): readonly GuideEntry[] {
  const builtIn = new Set(guideEntries.map((entry) => entry.id));
  const added = own.filter((entry) => !builtIn.has(entry.id));
  const standing = guideEntries.map((entry) => findGuideEntry(own, entry.id) ?? entry);
  return [...added, ...standing];
}

/** The entry with this id; null where there is none. */
export function findGuideEntry(entries: readonly GuideEntry[], id: string): GuideEntry | null {
  return entries.find((entry) => entry.id === id) ?? null;
}
