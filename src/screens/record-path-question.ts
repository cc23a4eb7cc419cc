import { recordPathTexts as texts } from '../actions/record-path.ja.ts';
import type { Dialog } from './dialog.ts';
import { componentIds, type RecordFinding } from '../domain/facts.ts';
import { NO_CHUNK, yesNo } from './question.ts';
import type { Instant } from '../domain/time.ts';

/** Whether a file is to be kept as the delivery record: with what was found in it. */
export function askRecordPath(path: string, finding: RecordFinding, now: Instant): Dialog {
  const versions = componentIds.flatMap((id) => {
    const version = finding[id];
    return version === null ? [] : [texts.version(id, version)];
  });
  const found = versions.length > 0 ? [texts.understood, ...versions] : [texts.notUnderstood, texts.consequence];
  const question = yesNo({
    title: texts.askTitle,
    body: [texts.path(path), ...found],
    no: texts.no,
    yes: texts.yes,
    intent: { type: 'learn-record-path', path },
  });
  return { ...question, opened: { at: now, chunk: NO_CHUNK } };
}
