import { componentIds, type ComponentId, type RecordFinding } from '../domain/facts.ts';
import type { Fault } from '../domain/fault.ts';
import { limitSignal } from '../domain/limit.ts';
import { recordPathTexts } from './record-path.ja.ts';
import { MAX_RECORD_BYTES, readDeliveryRecord, type DeliveryRecord } from '../domain/versions/delivery-record.ts';
import type { ActionTools, Progress } from './action.ts';

/** Reads the file that the operator says is the delivery record, within the time that one check has. Keeps nothing. */
export async function* lookAtRecord(tools: ActionTools, path: string, signal: AbortSignal): Progress {
  const limit = limitSignal(tools.settings.limits.checkTimeoutSeconds * 1_000);
  const file = await tools.ports.files.read(path, {
    maxBytes: MAX_RECORD_BYTES,
    signal: AbortSignal.any([signal, limit]),
  });
  if (!file.ok) {
    const fault = limit.aborted ? tooSlow : file.fault;
    yield { type: 'record-looked-at', path, finding: null, fault };
    return;
  }
  const finding = findingOf(readDeliveryRecord(file.value.bytes));
  yield { type: 'record-looked-at', path, finding, fault: null };
}

function findingOf(record: DeliveryRecord): RecordFinding {
  const versionOf = (id: ComponentId): string | null => {
    const answer = record.get(id);
    return answer?.state === 'answers' ? answer.version : null;
  };
  const [distribution, link, face, reader] = componentIds.map(versionOf);
  return {
    'distribution-app': distribution ?? null,
    'link-app': link ?? null,
    'face-library': face ?? null,
    'reader-app': reader ?? null,
  };
}

const tooSlow: Fault = {
  code: 'timed-out',
  headline: recordPathTexts.noAnswer,
  tryNext: recordPathTexts.tryAgain,
  guideId: null,
};
