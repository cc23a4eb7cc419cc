import type { ComponentId, RecordFinding } from '../domain/facts.ts';
import { failed, ok, type Fault } from '../domain/fault.ts';
import { limitSignal } from '../domain/limit.ts';
import { MAX_RECORD_BYTES, readDeliveryRecord, type DeliveryRecord } from '../domain/versions/delivery-record.ts';
import type { Action } from './action.ts';
import { recordPathTexts } from './record-path.ja.ts';

/** Reads the file that the operator says is the delivery record, within the time that one check has. Keeps nothing. */
export const lookAtRecord: Action<{ readonly path: string }, RecordFinding> = {
  danger: 'nothing',
  async run({ ports, settings }, signal, { path }) {
    const limit = limitSignal(settings.limits.checkTimeoutSeconds * 1_000);
    const file = await ports.files.read(path, {
      maxBytes: MAX_RECORD_BYTES,
      signal: AbortSignal.any([signal, limit]),
    });
    if (!file.ok) return limit.aborted ? failed(tooSlow) : file;
    return ok(findingOf(readDeliveryRecord(file.value.bytes)));
  },
};

function findingOf(record: DeliveryRecord): RecordFinding {
  const versionOf = (id: ComponentId): string | null => {
    const answer = record.get(id);
    return answer?.state === 'answers' ? answer.version : null;
  };
  return {
    'distribution-app': versionOf('distribution-app'),
    'link-app': versionOf('link-app'),
    'face-library': versionOf('face-library'),
    'reader-app': versionOf('reader-app'),
  };
}

const tooSlow: Fault = {
  code: 'timed-out',
  headline: recordPathTexts.noAnswer,
  tryNext: recordPathTexts.tryAgain,
  guideId: null,
};
