import { downloadEntries } from './entries/download.ja.ts';
import { networkEntries } from './entries/network.ja.ts';
import { nightEntries } from './entries/nights.ja.ts';
import { noticeEntries } from './entries/notice.ja.ts';
import { questionEntries } from './entries/questions.ja.ts';
import { readerEntries } from './entries/reader.ja.ts';
import { restartAnswerEntries } from './entries/restart-answers.ja.ts';
import { restartEntries } from './entries/restart.ja.ts';
import { setUpEntries } from './entries/set-up.ja.ts';
import { terminalEntries } from './entries/terminal.ja.ts';
import { toolEntries } from './entries/tool.ja.ts';
import { unclearEntries } from './entries/unclear.ja.ts';
import { versionEntries } from './entries/versions.ja.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import type { Words } from '../domain/notice/words.ts';
import { entriesInWords, type BuiltInEntry } from './in-words.ts';
import { findGuideEntry } from './situations.ts';

/** The built-in guide in reading order: a patient waiting comes first, the rest follows the procedure. */
export const builtInEntries: readonly BuiltInEntry[] = [
  ...restartEntries,
  ...readerEntries,
  ...versionEntries,
  ...downloadEntries,
  ...toolEntries,
  ...nightEntries,
  ...noticeEntries,
  ...restartAnswerEntries,
  ...networkEntries,
  ...terminalEntries,
  ...setUpEntries,
  ...questionEntries,
  ...unclearEntries,
];

/**
 * The guide that an operator sees: the built-in entries in the notice's words, and others (a file of the site's, then
 * the notice's own: of two with the same id the first counts). One of these takes the place of the built-in entry with
 * the same id; new ones stand first, because they are about what is going on here and now.
 */
export function entriesWith(own: readonly GuideEntry[], words: Words): readonly GuideEntry[] {
  const entries = entriesInWords(builtInEntries, words);
  const builtIn = new Set(entries.map((entry) => entry.id));
  const added = own.filter((entry) => !builtIn.has(entry.id) && findGuideEntry(own, entry.id) === entry);
  const standing = entries.map((entry) => findGuideEntry(own, entry.id) ?? entry);
  return [...added, ...standing];
}

/** The same, put together when it is first asked for: a start has no time for it. */
export function guideWhenAsked(own: readonly GuideEntry[], words: Words): () => readonly GuideEntry[] {
  let entries: readonly GuideEntry[] | null = null;
  return () => (entries ??= entriesWith(own, words));
}
