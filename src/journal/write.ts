import { toIso, type Instant } from '../domain/time.ts';
import { isMarked, type BootMark } from '../domain/boots.ts';
import { eventsOfTheTerminal, type JournalEvent } from './events.ts';
import { readLine } from './lines.ts';
import type { JournalTail } from './reading.ts';

/** A line ready to be appended, or the field that would not read back. */
export type PrintedLine =
  | { readonly ok: true; readonly seq: number; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly field: string };

/**
 * Prints the entry that comes after `tail`, whose last line has its line end, without a line end of its own. Its number is that of its
 * line. Nothing is let through that the reader would refuse.
 */
export function printLine(
  event: JournalEvent,
  context: {
    readonly at: Instant;
    readonly offsetMinutes: number;
    readonly noticeId: string;
    /** The present boot; null where nothing is known of it. */
    readonly boot: BootMark | null;
    readonly tail: JournalTail;
  },
): PrintedLine {
  const { at, offsetMinutes, noticeId, boot, tail } = context;
  const { event: name, ...fields } = event;
  const seq = tail.lines + 1;
  const text = JSON.stringify({
    at: toIso(at, offsetMinutes),
    seq,
    prev: tail.lastSha256,
    ...(eventsOfTheTerminal.has(name) ? {} : { notice: noticeId }),
    ...(isMarked({ boot }) ? { boot } : {}),
    event: name,
    ...fields,
    ...(tail.tear.length === 0 ? {} : { tear: tail.tear }),
  });
  const bytes = new TextEncoder().encode(text);
  const { wrongField } = readLine(bytes, 1, true);
  return wrongField === null ? { ok: true, seq, bytes } : { ok: false, field: wrongField };
}
