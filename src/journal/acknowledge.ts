import type { JournalEvent } from './events.ts';
import type { JournalReading } from './reading.ts';

/** What must be put on record before anything else is appended, in order. */
export function discoveries({ tail }: Pick<JournalReading, 'tail'>): readonly JournalEvent[] {
  return [
    ...tail.unrecordedLosses.map((loss): JournalEvent => ({ event: 'journal-lost', ...loss })),
    ...tail.unrecorded.map((line): JournalEvent => ({ event: 'journal-changed', line })),
    ...(tail.unsealedLine === null
      ? []
      : [{ event: 'journal-unsealed', line: tail.unsealedLine } satisfies JournalEvent]),
  ];
}

/** Whether something was found that the operator must see once. A last line that broke off ends with the next entry, by itself. */
export function needsAcknowledgement({ state, losses }: Pick<JournalReading, 'state' | 'losses'>): boolean {
  return state === 'changed' || state === 'unsealed' || (state === 'torn' && losses.length > 0);
}

/**
 * The line up to which an acknowledgement of this reading holds. What the reading tells and is not on record yet will stand in the next
 * lines; what is found later is not acknowledged.
 */
export function lastLineSeen(seen: Pick<JournalReading, 'tail'>): number {
  return Math.max(1, seen.tail.lines + discoveries(seen).length);
}
