import type { GuideEntry } from '../domain/notice/parts.ts';

/** The entry with this id; null where there is none. */
export function findGuideEntry(entries: readonly GuideEntry[], id: string): GuideEntry | null {
  return entries.find((entry) => entry.id === id) ?? null;
}
