import { append, type Action } from './action.ts';
import type { RecordFinding } from '../domain/facts.ts';
import { failed, ok, type Fault } from '../domain/fault.ts';
import { limitSignal } from '../domain/limit.ts';
import { MAX_RECORD_BYTES, readDeliveryRecord, type DeliveryRecord } from '../domain/versions/delivery-record.ts';
import { recordPathTexts } from './actions.ja.ts';

/** Opens the window of 「配信アプリケーション管理ツール」 and leaves it to the operator. */
export const openTool: Action<unknown, null> = ({ ports }, signal) => ports.tool.open(signal);

/** Presses 「配信実績の確認」 and keeps the path of the file that opened, where it could be learned. */
export const showRecord: Action<unknown, { readonly path: string | null }> = async function* (tools, signal) {
  const shown = await tools.ports.tool.showRecord(signal);
  if (!shown.ok) return shown;
  const { path } = shown.value;
  if (path !== null) yield* append(tools, { event: 'record-path-learned', path });
  return shown;
};

/** Opens a document with the terminal's own program for it. */
export const openDocument: Action<{ readonly path: string }, null> = ({ ports }, signal, { path }) =>
  ports.documents.open(path, signal);

/** Reads the file that the operator says is the delivery record, within the time that one check has. Keeps nothing. */
export const lookAtRecord: Action<{ readonly path: string }, RecordFinding> = async function (
  { ports, settings, ownComponents },
  signal,
  { path },
) {
  const limit = limitSignal(settings.limits.checkTimeoutSeconds * 1_000);
  const file = await ports.files.read(path, { maxBytes: MAX_RECORD_BYTES, signal: AbortSignal.any([signal, limit]) });
  if (!file.ok) return limit.aborted ? failed(tooSlow) : file;
  return ok(findingOf(readDeliveryRecord(file.value.bytes, ownComponents)));
};

function findingOf(record: DeliveryRecord): RecordFinding {
  return Object.fromEntries(
    [...record].map(([id, answer]) => [id, answer.state === 'answers' ? answer.version : null]),
  );
}

const tooSlow: Fault = {
  code: 'timed-out',
  headline: recordPathTexts.noAnswer,
  tryNext: recordPathTexts.tryAgain,
  guideId: null,
};
