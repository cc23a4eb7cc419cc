import { downloadEntries } from './entries/download.ja.ts';
import { networkEntries } from './entries/network.ja.ts';
import { noticeEntries } from './entries/notice.ja.ts';
import { readerEntries } from './entries/reader.ja.ts';
import { restartAnswerEntries } from './entries/restart-answers.ja.ts';
import { restartEntries } from './entries/restart.ja.ts';
import { terminalEntries } from './entries/terminal.ja.ts';
import { toolEntries } from './entries/tool.ja.ts';
import { unclearEntries } from './entries/unclear.ja.ts';
import { versionEntries } from './entries/versions.ja.ts';
import type { GuideEntry } from '../domain/notice/schema.ts';

/** The built-in guide in reading order: a patient waiting comes first, the rest follows the procedure. */
export const guideEntries: readonly GuideEntry[] = [
  ...restartEntries,
  ...readerEntries,
  ...versionEntries,
  ...downloadEntries,
  ...toolEntries,
  ...noticeEntries,
  ...restartAnswerEntries,
  ...networkEntries,
  ...terminalEntries,
  ...unclearEntries,
];
