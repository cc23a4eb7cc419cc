import type { ComponentId } from '../../core/facts.ts';
import { linesOf } from '../decode.ts';
import { evidence } from '../evidence.ts';
import { takeDates } from './dates.ts';
import type { Entry } from './entry.ts';
import { mayHead, readHeader } from './header.ts';
import type { Header } from './header.ts';
import { readRecordLine } from './line.ts';
import type { RecordLine } from './line.ts';
import { mayMention, mentionsIn } from './names.ts';
import { readRow } from './row.ts';
import type { LineReading } from './row.ts';
import { closeSection, continueSection, openSection } from './section.ts';
import type { Section } from './section.ts';
import { foreignWords } from './words.ts';

/** No row of a record is longer; a longer line is searched for names only. */
const MAX_LINE = 2_000;
/** Longer than any name, however it is spaced. */
const OVERLAP = 200;

interface Reading {
  readonly entries: Entry[];
  header: Header | null;
  section: Section | null;
  /** Lines that are a date and nothing else, outside of sections: rows may stand under them. */
  readonly dateLines: Set<string>;
}

/** Reads everything that a record's text says about components, in order. Linear in the length of the text. */
export function readEntries(text: string): readonly Entry[] {
  const reading: Reading = { entries: [], header: null, section: null, dateLines: new Set() };
  for (const raw of linesOf(text)) {
    if (raw.length > MAX_LINE) readLongLine(reading, raw);
    else readLine(reading, raw);
  }
  endSection(reading);
  return reading.dateLines.size > 1 ? reading.entries.map(underDateLines) : reading.entries;
}

function readLine(reading: Reading, raw: string): void {
  if (raw === '' && reading.section === null) return;
  const named = mayMention(raw);
  if (!named && reading.section === null && !mayHead(raw) && !mayBeDate(raw)) return;
  const line = readRecordLine(raw);
  const header = mayHead(raw) ? readHeader(line) : null;
  if (header) {
    endSection(reading);
    reading.header = header;
    return;
  }
  const row = named ? readRow(line, reading.header) : null;
  if (row) {
    if (!isOnlyHeadingOver(reading.section, row)) endSection(reading);
    reading.section = null;
    if (row.kind === 'heading') reading.section = openSection(row.id, row.soft, line.raw);
    else reading.entries.push(...row.entries);
    return;
  }
  if (reading.section) {
    const next = continueSection(reading.section, line);
    if (next === null) endSection(reading);
    else reading.section = next;
  } else noteDateLine(reading, line);
}

/** A name right over rows that carry it themselves says nothing of its own. */
function isOnlyHeadingOver(section: Section | null, row: LineReading): boolean {
  if (section === null || section.items.length > 0 || row.kind === 'heading') return false;
  return row.entries.length > 0 && row.entries.every((entry) => entry.id === section.id && !entry.aside);
}

/** A line beyond all measure is not taken apart; the components in it are there, and not understood. */
function readLongLine(reading: Reading, raw: string): void {
  endSection(reading);
  if (!mayMention(raw)) return;
  const ids = new Set<ComponentId>();
  for (let start = 0; start < raw.length; start += MAX_LINE - OVERLAP) {
    const piece = raw.slice(start, start + MAX_LINE);
    for (const { id } of mayMention(piece) ? mentionsIn(piece.normalize('NFKC').toLowerCase()) : [])
      ids.add(id);
  }
  const lines = [evidence(raw)];
  for (const id of ids) {
    reading.entries.push({ id, version: null, delivered: { kind: 'unclear' }, lines, aside: false });
  }
}

function endSection(reading: Reading): void {
  if (reading.section) reading.entries.push(...closeSection(reading.section));
  reading.section = null;
}

function mayBeDate(raw: string): boolean {
  return raw.length >= 6 && raw.length <= 80 && /[\d０-９]/.test(raw);
}

function noteDateLine(reading: Reading, line: RecordLine): void {
  if (reading.dateLines.size > 1) return;
  const { dates, rest } = takeDates(line.cells.join(' '));
  if (dates[0] && foreignWords(rest) === '') reading.dateLines.add(dates[0].text);
}

/** Under several lines of dates, an undated row belongs to one of them, but which is not said: its place tells no order. */
function underDateLines(entry: Entry): Entry {
  return entry.delivered.kind === 'none' ? { ...entry, delivered: { kind: 'unclear' } } : entry;
}
