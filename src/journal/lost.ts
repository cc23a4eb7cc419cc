import { problemTexts } from './journal.ja.ts';
import type { JournalEntry } from './events.ts';
import type { JournalReading } from './reading.ts';

/** What stood in the file and does not any more: somebody deleted it, or put an older copy in its place. */
export function entriesLost(before: readonly JournalEntry[], found: readonly JournalEntry[]): readonly JournalEntry[] {
  // Entries that were kept from the last reading are the very same ones; only others are compared by what they say.
  if (before.every((entry, index) => found[index] === entry)) return [];
  const same = new Set(found);
  const missing = before.filter((entry) => !same.has(entry));
  if (missing.length === 0) return missing;
  const alike = new Set(found.map(identity));
  return missing.filter((entry) => !alike.has(identity(entry)));
}

/** The line before which something is missing, from 1. */
function lineAfter(found: Pick<JournalReading, 'entries'>): number {
  return (found.entries.at(-1)?.line ?? 0) + 1;
}

/**
 * A reading in which the lost entries still count, where they stood: a press that this console knows of is not
 * forgotten because its line is gone. Until the operator has acknowledged that, it is a changed journal, and says so;
 * until it `isRecorded`, it is a change that needs an entry.
 */
export function withLost(
  found: JournalReading,
  lost: readonly JournalEntry[],
  told: { readonly isRecorded: boolean; readonly isAcknowledged: boolean },
): JournalReading {
  if (lost.length === 0) return found;
  const entries = inTheirPlace(lost, found.entries);
  if (told.isAcknowledged) return { ...found, entries };
  const line = lineAfter(found);
  const { unrecorded } = found.tail;
  const needsEntry = !told.isRecorded && unrecorded.length === 0;
  const isTold = found.state === 'changed';
  return {
    ...found,
    state: 'changed',
    line: isTold ? found.line : line,
    entries,
    problems: isTold ? found.problems : [...found.problems, { line, text: problemTexts.changed(line) }],
    tail: needsEntry ? { ...found.tail, unrecorded: [line] } : found.tail,
  };
}

/** Before the first line that has the number of the first lost one, or a higher one: that was written after it. */
function inTheirPlace(lost: readonly JournalEntry[], found: readonly JournalEntry[]): readonly JournalEntry[] {
  const seq = lost[0]?.seq ?? 0;
  const later = found.findIndex((entry) => entry.seq >= seq);
  const place = later < 0 ? found.length : later;
  return [...found.slice(0, place), ...lost, ...found.slice(place)];
}

function identity({ seq, time, notice, event }: JournalEntry): string {
  return JSON.stringify([seq, time, notice, event]);
}
