import { decodeJson, endsInNuls, isNulOnly, LINE_END, sha256Hex } from './bytes.ts';
import { readEntry, type EntryRead } from './entry.ts';
import { eventsOfTheTerminal, type JournalEntry, type JournalEvent } from './events.ts';
import { toIso, type Instant } from '../domain/time.ts';
import { isMarked, type BootMark } from '../domain/boots.ts';
import type { JournalTail } from './reading.ts';
import { jsonText } from '../text/harmless.ts';

/** One line of the file, with or without sense. */
export interface Line extends EntryRead {
  /** Counts from 1. */
  readonly number: number;
  /** Of the bytes without the line end. */
  readonly sha256: string;
  readonly ended: boolean;
  readonly isJson: boolean;
  /**
   * What a power cut leaves of a line: `nuls` (nothing else), `part` (it has no line end, or ends in NULs) or `tear`
   * (such a part, it seems, that was given a line end since). Null where the line is JSON, or is none for another
   * reason.
   */
  readonly remains: 'nuls' | 'part' | 'tear' | null;
  /** Nobody's append has left it: it begins like no line of ours, and holds more than blanks. */
  readonly isForeign: boolean;
}

/**
 * The lines of a journal, added to while more is read. Of a long one only the last are looked at again: what can still
 * be doubted depends on them.
 */
export interface Lines {
  /** The whole file as it was read last. */
  bytes: Uint8Array;
  /** From the beginning: each numbered by its place, linked to the one before, and vouched for by the two behind it. */
  readonly settled: {
    count: number;
    last: Line | null;
    readonly entries: JournalEntry[];
    /** Those of the entries that tell of the journal itself. */
    readonly records: JournalEntry[];
  };
  readonly rest: Line[];
}

export function noLines(): Lines {
  return { bytes: new Uint8Array(), settled: { count: 0, last: null, entries: [], records: [] }, rest: [] };
}

export function countOf({ settled, rest }: Lines): number {
  return settled.count + rest.length;
}

/** The lines from a place on, which counts from 0. Settled ones are left out. */
export function linesFrom({ settled, rest }: Lines, place: number): readonly Line[] {
  return rest.slice(Math.max(0, place - settled.count));
}

/** Whether a settled line has this hash. All are hashed anew: asked only where the head names none of the last ones. */
export function isSettled({ bytes, settled }: Lines, sha256: string): boolean {
  let start = 0;
  for (let number = 1; number <= settled.count; number += 1) {
    const end = bytes.indexOf(LINE_END, start);
    if (sha256Hex(bytes.subarray(start, end)) === sha256) return true;
    start = end + 1;
  }
  return false;
}

/**
 * Splits the file at LF from a byte on, and adds each line, read by itself. A file that ends with a line end has no
 * line after it. The bytes before must be those of the lines that are there already, all with their line ends.
 * `settles`: what can be is settled on the way, so that a long file is never all in doubt at once.
 */
export function readLines(journal: Uint8Array, lines = noLines(), from = 0, settles = false): Lines {
  lines.bytes = journal;
  let start = from;
  while (start < journal.length) {
    const found = journal.indexOf(LINE_END, start);
    const end = found < 0 ? journal.length : found;
    lines.rest.push(readLine(journal.subarray(start, end), countOf(lines) + 1, found >= 0));
    start = end + 1;
    if (settles && lines.rest.length >= SETTLED_AT_ONCE) settle(lines);
  }
  if (settles) settle(lines);
  return lines;
}

/** Settles as many of the lines as can be. */
function settle({ settled, rest }: Lines): void {
  const doubted = rest.findIndex((line, index) => !isPlain(line, rest[index - 1] ?? settled.last));
  const plain = doubted < 0 ? rest.length : doubted;
  for (const line of rest.splice(0, Math.max(0, plain - VOUCHING))) {
    settled.count += 1;
    settled.last = line;
    if (line.entry === null) continue;
    settled.entries.push(line.entry);
    if (isRecord(line.entry)) settled.records.push(line.entry);
  }
}

/** Whether an entry tells of the journal itself. */
function isRecord({ event: { event } }: JournalEntry): boolean {
  return event.startsWith('journal-');
}

/** How many plain lines behind it settle a line. */
const VOUCHING = 2;
/** So many lines are settled in one go. */
const SETTLED_AT_ONCE = 64;

function isPlain(line: Line, before: Line | null): boolean {
  const isLinked = line.seq === line.number && line.prev === (before?.sha256 ?? null);
  return isLinked && line.ended && line.entry !== null && line.tear === null && line.wrongField === null;
}

const NOTHING: EntryRead = { seq: null, prev: undefined, tear: null, entry: null, wrongField: null };

/** Reads one line, given without its line end. */
function readLine(bytes: Uint8Array, number: number, ended: boolean): Line {
  const raw = { number, sha256: sha256Hex(bytes), ended };
  const json = decodeJson(bytes);
  if (json === undefined)
    return { ...raw, isJson: false, ...NOTHING, remains: remainsOf(bytes, ended), isForeign: isForeign(bytes) };
  return { ...raw, isJson: true, remains: null, isForeign: false, ...readEntry(json, number) };
}

/** What the JSON of a line ends in: a closing brace. */
const LAST_BYTE = 0x7d;

/** Without its line end a line is a part, but for a whole one that has another byte in place of it. */
function remainsOf(bytes: Uint8Array, ended: boolean): Line['remains'] {
  if (bytes.length > 0 && isNulOnly(bytes)) return 'nuls';
  if (endsInNuls(bytes)) return 'part';
  if (ended) return bytes.at(-1) === LAST_BYTE ? null : 'tear';
  const isWhole = bytes.at(-1) !== 0 && decodeJson(bytes.subarray(0, -1)) !== undefined;
  return isWhole ? null : 'part';
}

/** What every line begins with, and so does whatever a power cut leaves of one. */
const BEGINNING = new TextEncoder().encode('{"at":"');
const BLANK = 0x20;

function isForeign(bytes: Uint8Array): boolean {
  // Of what was never written NULs are left.
  const isOurs = BEGINNING.every((byte, at) => at >= bytes.length || bytes[at] === byte || bytes[at] === 0);
  return !isOurs && bytes.some((byte) => byte > BLANK);
}

/** What a line is made of beside its event. */
interface LineContext {
  readonly at: Instant;
  readonly offsetMinutes: number;
  readonly noticeId: string;
  /** The present boot; null where nothing is known of it. */
  readonly boot: BootMark | null;
  readonly tail: JournalTail;
}

/**
 * Prints the entry that comes after `tail`, whose last line has its line end, without a line end of its own. Its number
 * is that of its line. Nothing is let through that the reader would refuse: then the field is named.
 */
export function printLine(
  { event, ...fields }: JournalEvent,
  { at, offsetMinutes, noticeId, boot, tail }: LineContext,
): { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly field: string } {
  const text = jsonText({
    at: toIso(at, offsetMinutes),
    seq: tail.lines + 1,
    prev: tail.lastSha256,
    ...(eventsOfTheTerminal.has(event) ? {} : { notice: noticeId }),
    ...(isMarked({ boot }) ? { boot } : {}),
    event,
    ...fields,
    ...(tail.tear.length === 0 ? {} : { tear: tail.tear }),
  });
  const bytes = new TextEncoder().encode(text);
  const { wrongField } = readLine(bytes, 1, true);
  return wrongField === null ? { ok: true, bytes } : { ok: false, field: wrongField };
}
