import type { JournalEntry, JournalEvent } from './events.ts';
import type { Seal } from './seal.ts';
import type { HeadFile } from './bytes.ts';
import type { Finding, JournalReading, JournalTail, Loss } from './reading.ts';

/** What earlier runs found wrong with the journal, and put on record in it. */
interface Records {
  /** Lines that were changed, each once, by line. */
  readonly changes: readonly number[];
  readonly losses: readonly Loss[];
  /** The last lines before a head that said nothing. */
  readonly unsealed: readonly number[];
}

/** What was found wrong: now, and by earlier runs. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly seal: Seal;
  readonly recorded: Records;
  /** Of those on record, what the operator has not acknowledged. */
  readonly open: Records;
}

/** What the journal itself says of its state: all of it, and what no acknowledgement after it covers. */
export function onRecord(entries: readonly JournalEntry[]): Pick<Found, 'recorded' | 'open'> {
  const acknowledged = entries.reduce(
    (most, { line, event }) =>
      event.event === 'journal-acknowledged' ? Math.max(most, Math.min(event.line, line - 1)) : most,
    0,
  );
  return { recorded: recordsOf(entries), open: recordsOf(entries.filter(({ line }) => line > acknowledged)) };
}

function recordsOf(entries: readonly JournalEntry[]): Records {
  const changes = new Set<number>();
  const losses: Loss[] = [];
  const unsealed: number[] = [];
  for (const { event } of entries) {
    if (event.event === 'journal-changed') changes.add(event.line);
    if (event.event === 'journal-lost') losses.push({ line: event.line, from: event.from, to: event.to });
    if (event.event === 'journal-unsealed') unsealed.push(event.line);
  }
  return { changes: [...changes].toSorted((a, b) => a - b), losses, unsealed };
}

/**
 * The changes that still need an entry, by line. Findings that may speak of the same line are one change: which of two
 * neighbours is blamed can turn when more lines follow.
 */
export function unrecordedChanges({ findings, recorded }: Found): readonly number[] {
  const changes: { line: number; from: number; to: number }[] = [];
  const signs = findings.filter(({ loss }) => loss === null);
  for (const { line, from, to } of signs.toSorted((a, b) => a.from - b.from)) {
    const last = changes.at(-1);
    if (last && from <= last.to) {
      last.line = Math.min(last.line, line);
      last.to = Math.max(last.to, to);
    } else {
      changes.push({ line, from, to });
    }
  }
  // Both are in order, and no two changes overlap: one walk through the two is enough.
  let at = 0;
  return changes
    .filter(({ from, to }) => {
      while ((recorded.changes[at] ?? Infinity) < from) at += 1;
      return (recorded.changes[at] ?? Infinity) > to;
    })
    .map(({ line }) => line);
}

/** The losses that still need an entry. What the head shows is on record as soon as the head is renewed. */
export function unrecordedLosses({ findings, seal, recorded }: Found, head: HeadFile): JournalTail['unrecordedLosses'] {
  const known = new Set(recorded.losses.map(({ line }) => line));
  const inside = findings.flatMap(({ loss }) => (loss && !known.has(loss.line) ? [{ ...loss, head: null }] : []));
  const sealed = typeof head === 'string' ? null : head.sha256;
  // First what the head shows: its entry is the one that says which head it was.
  return seal.loss === null ? inside : [{ ...seal.loss, head: sealed }, ...inside];
}

/** What must be put on record before anything else is appended, in order. */
export function discoveries({ tail }: Pick<JournalReading, 'tail'>): readonly JournalEvent[] {
  return [
    ...tail.unrecordedLosses.map((loss): JournalEvent => ({ event: 'journal-lost', ...loss })),
    ...tail.unrecorded.map((line): JournalEvent => ({ event: 'journal-changed', line })),
    ...(tail.unsealedLine === null ? [] : [{ event: 'journal-unsealed', line: tail.unsealedLine } as const]),
  ];
}

/** Whether something was found that the operator must see once. A broken-off last line ends with the next entry. */
export function needsAcknowledgement({ state, losses }: Pick<JournalReading, 'state' | 'losses'>): boolean {
  return state === 'changed' || state === 'unsealed' || (state === 'torn' && losses.length > 0);
}

/**
 * The line up to which an acknowledgement of this reading holds. What the reading tells and is not on record yet will
 * stand in the next lines; what is found later is not acknowledged.
 */
export function lastLineSeen(seen: Pick<JournalReading, 'tail'>): number {
  return Math.max(1, seen.tail.lines + discoveries(seen).length);
}
