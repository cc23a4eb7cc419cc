import { downloadEntries } from '../strings/guide/download.ja.ts';
import { networkEntries } from '../strings/guide/network.ja.ts';
import { noticeEntries } from '../strings/guide/notice.ja.ts';
import { readerEntries } from '../strings/guide/reader.ja.ts';
import { restartAnswerEntries } from '../strings/guide/restart-answers.ja.ts';
import { restartEntries } from '../strings/guide/restart.ja.ts';
import { terminalEntries } from '../strings/guide/terminal.ja.ts';
import { toolEntries } from '../strings/guide/tool.ja.ts';
import { unclearEntries } from '../strings/guide/unclear.ja.ts';
import { versionEntries } from '../strings/guide/versions.ja.ts';
import type { GuideEntry } from './schema.ts';

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
