import type { JournalEntry, JournalEvent } from './events.ts';
import type { JournalReading } from './reading.ts';
import { fromIso } from '../domain/time.ts';
import { jsonIn } from '../text/json.ts';

/**
 * A journal by its last bytes alone, as they stand there: nothing is checked, and nobody may rely on it. Only a first
 * frame may show it, marked as what was known before, until the journal itself is read. A line of which not all is
 * there is left out.
 */
export function glanceAtJournal(lastBytes: string): JournalReading {
  return {
    state: 'absent',
    line: null,
    entries: lastBytes.split('\n').flatMap((line, index) => entryIn(line, index + 1)),
    problems: [],
    losses: [],
    tail: {
      seq: 0,
      sha256: null,
      lines: 0,
      lastSha256: null,
      ended: true,
      tear: [],
      head: 'absent',
      unrecorded: [],
      unrecordedLosses: [],
      unsealedLine: null,
      headBeforeMending: null,
    },
    headFault: null,
  };
}

function entryIn(text: string, line: number): readonly JournalEntry[] {
  const value = jsonIn(text);
  if (!looksWritten(value)) return [];
  const { at: time, seq, notice = null } = value;
  const at = fromIso(time);
  return at === null ? [] : [{ line, seq, at, time, boot: null, notice, event: value }];
}

/** A line as this console writes it, by the three fields that every one has; what else it holds is not looked at. */
type Written = JournalEvent & { readonly at: string; readonly seq: number; readonly notice?: string | null };

function looksWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false;
  const fields: { readonly at?: unknown; readonly event?: unknown; readonly seq?: unknown } = value;
  return typeof fields.at === 'string' && typeof fields.event === 'string' && typeof fields.seq === 'number';
}
