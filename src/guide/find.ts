import { guideEntries } from './entries.ts';
import type { GuideEntry } from '../domain/notice/schema.ts';

/**
 * The guide that an operator sees: the built-in entries, and others (a file of the site's, then the notice's own: of two with the
 * same id the first counts). One of these takes the place of the built-in entry with the same id; new ones stand first, because
 * they are about what is going on here and now.
 */
export function entriesWith(own: readonly GuideEntry[]): readonly GuideEntry[] {
  const builtIn = new Set(guideEntries.map((entry) => entry.id));
  const added = own.filter((entry) => !builtIn.has(entry.id) && findGuideEntry(own, entry.id) === entry);
  const standing = guideEntries.map((entry) => findGuideEntry(own, entry.id) ?? entry);
  return [...added, ...standing];
}

/** The entry with this id; null where there is none. */
export function findGuideEntry(entries: readonly GuideEntry[], id: string): GuideEntry | null {
  return entries.find((entry) => entry.id === id) ?? null;
}
