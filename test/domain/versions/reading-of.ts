import type { ComponentReading } from '../../../src/domain/facts.ts';
import { readingsOf } from '../../../src/domain/versions/component-status.ts';
import { gatherWitnesses } from '../../../src/probes/witnesses.ts';
import { fakeNow, fakePorts } from '../../fakes/ports.ts';
import { contextWith } from '../../probes/probe-context.ts';

const VERSION_INFO = 'C:\\Program Files\\OQS-Auth\\Version.info';
const RECORD = 'C:\\ProgramData\\record.csv';

/**
 * What the program makes of a terminal with these files and no others: the reading of the face library, of which 5.1.0
 * is required.
 */
export async function readingOf(files: {
  readonly versionInfo?: Uint8Array;
  readonly record?: Uint8Array;
}): Promise<ComponentReading> {
  const { versionInfo, record } = files;
  const there = {
    ...(versionInfo ? { [VERSION_INFO]: { content: versionInfo, modifiedAt: fakeNow } } : {}),
    ...(record ? { [RECORD]: { content: record, modifiedAt: fakeNow } } : {}),
  };
  const context = contextWith({ history: record ? { recordPath: RECORD } : {} });
  const signal = new AbortController().signal;
  const { witnesses } = await gatherWitnesses(fakePorts({ terminal: { files: there } }), context, signal);
  const reading = readingsOf(witnesses, context).find(({ id }) => id === 'face-library');
  if (!reading) throw new Error('no reading of the face library');
  return reading;
}
