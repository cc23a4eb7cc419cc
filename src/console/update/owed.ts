import type { JournalEvent } from '../../journal/events.ts';
import type { Begun } from '../../domain/history.ts';
import type { Model } from '../../screens/model.ts';

/**
 * What the journal says was begun and not ended, but for what this console knows has ended, also where the line that says so could
 * not be written.
 */
export function stillBegun(model: Model): Begun {
  const { begun } = model.history;
  return {
    download: isOwnFinished(model) ? null : begun.download,
    restart: isCalledOff(model) ? null : begun.restart,
  };
}

/** Those lines: without them every other reader of the journal waits for an end that is past. */
export function owedEndings(model: Model): readonly JournalEvent[] {
  const { finish } = model.download;
  return [
    ...(finish !== null && isOwnFinished(model) ? [finish] : []),
    ...(isCalledOff(model) ? [{ event: 'restart-cancelled' } as const] : []),
  ];
}

function isOwnFinished({ download, history, livingLock, lock }: Model): boolean {
  const begun = history.begun.download?.lock ?? null;
  return lock.held && begun !== null && begun === livingLock && download.finish !== null;
}

function isCalledOff({ calledOff, history }: Model): boolean {
  return calledOff !== null && calledOff === history.begun.restart?.at;
}
