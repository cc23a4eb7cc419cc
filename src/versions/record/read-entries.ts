import type { ComponentId } from '../../core/facts.ts';
import { linesOf } from '../decode.ts';
import { evidence } from '../evidence.ts';
import { plainForm } from '../plain-form.ts';
import type { Entry } from './entry.ts';
import { governingOf, isHeading } from './governing.ts';
import type { Governing } from './governing.ts';
import { mayHead, readHeader } from './header.ts';
import type { Header } from './header.ts';
import { readRecordLine } from './line.ts';
import type { RecordLine } from './line.ts';
import { mayMention, mentionsIn } from './names.ts';
import { readRow } from './row.ts';
import type { LineReading } from './row.ts';
import { closeSection, continueSection, isField, openSection } from './section.ts';
import type { Section } from './section.ts';

/** No row of a record is longer; a longer line is searched for names only. */
const MAX_LINE = 2_000;
/** Longer than any name, however it is spaced. */
const OVERLAP = 200;

interface Reading {
  readonly entries: Entry[];
  header: Header | null;
  section: Section | null;
  /** What the heading above says. */
  governing: Governing;
  /** From which entry on the line before has written; null where it has written none. */
  rowAbove: number | null;
}

/** Reads everything that a record's text says about components, in order. Linear in the length of the text. */
export function readEntries(text: string): readonly Entry[] {
  const reading: Reading = {
    entries: [],
    header: null,
    section: null,
    governing: 'installed',
    rowAbove: null,
  };
  for (const raw of linesOf(text)) {
    const from = reading.entries.length;
    if (raw.length > MAX_LINE) readLongLine(reading, raw);
    else readLine(reading, raw);
    reading.rowAbove = reading.entries.length > from ? from : null;
  }
  endSection(reading);
  return reading.entries;
}

function readLine(reading: Reading, raw: string): void {
  if (raw === '' && reading.section === null) return;
  if (reading.section === null && !/\p{L}/u.test(raw)) return;
  const line = readRecordLine(raw);
  const header = mayHead(raw) ? readHeader(line) : null;
  if (header) {
    endSection(reading);
    reading.header = header;
    return;
  }
  const row = mayMention(raw) ? readRow(line, reading.header) : null;
  if (row) {
    if (!isOnlyNameOver(reading.section, row)) endSection(reading);
    reading.section = null;
    if (row.kind === 'name') reading.section = openSection(row.id, row.soft, line.raw);
    else add(reading, row.entries);
    return;
  }
  if (isHeading(line)) endSection(reading);
  if (reading.section === null || !isField(line)) govern(reading, line);
  if (reading.section === null) return;
  const next = continueSection(reading.section, line);
  if (next === null) endSection(reading);
  else reading.section = next;
}

/** Takes a line for a heading over what follows. Right below a row it may also belong to that row: 「再起動後に反映」. */
function govern(reading: Reading, line: RecordLine): void {
  const governing = governingOf(line);
  if (governing === null) return;
  reading.governing = governing;
  if (governing !== 'not-yet' || reading.rowAbove === null) return;
  const above = reading.entries.splice(reading.rowAbove);
  reading.entries.push(...above.map((entry) => ({ ...entry, notYet: true })));
}

/** Adds entries as the heading above lets them stand. */
function add(reading: Reading, entries: readonly Entry[]): void {
  const { governing } = reading;
  for (const entry of entries) {
    const version = governing === 'strange' ? null : entry.version;
    reading.entries.push({ ...entry, version, notYet: entry.notYet || governing === 'not-yet' });
  }
}

/** A name right over rows that carry it themselves says nothing of its own. */
function isOnlyNameOver(section: Section | null, row: LineReading): boolean {
  if (section === null || section.items.length > 0 || row.kind === 'name') return false;
  return row.entries.length > 0 && row.entries.every((entry) => entry.id === section.id);
}

/** A line beyond all measure is not taken apart; the components in it are there, and not understood. */
function readLongLine(reading: Reading, raw: string): void {
  endSection(reading);
  if (!mayMention(raw)) return;
  const ids = new Set<ComponentId>();
  for (let start = 0; start < raw.length; start += MAX_LINE - OVERLAP) {
    const piece = raw.slice(start, start + MAX_LINE);
    for (const { id } of mayMention(piece) ? mentionsIn(plainForm(piece).toLowerCase()) : []) ids.add(id);
  }
  for (const id of ids) {
    const lines = [evidence(raw)];
    reading.entries.push({
      id,
      version: null,
      found: [],
      notYet: false,
      delivered: { kind: 'unclear' },
      lines,
    });
  }
}

function endSection(reading: Reading): void {
  if (reading.section) add(reading, closeSection(reading.section));
  reading.section = null;
}
