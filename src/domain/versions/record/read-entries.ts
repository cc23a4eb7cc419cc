import type { ComponentId } from '../../facts.ts';
import { excerpt, linesOf } from '../../../text/text-file.ts';
import { plainForm } from '../../../text/normal-forms.ts';
import type { Entry } from './entries.ts';
import { mayHead, readHeader, readRecordLine, type Header, type RecordLine } from './lines.ts';
import { mayBeOwn, mayMention, mentionsIn, type Names } from './names.ts';
import { numbersIn } from './numbers.ts';
import { isOtherRow, readRow, type LineReading } from './row.ts';
import { closeSection, continueSection, openSection, type Section } from './section.ts';
import {
  isGoodState,
  isKnownBeside,
  isKnownText,
  isKnownTitle,
  isLabel,
  isOtherPart,
  saysDoubt,
  withoutNumbers,
} from './words.ts';

/** No row of a record is longer; a longer line is searched for names only. */
const MAX_LINE = 2_000;
/** Longer than any name, however it is spaced. */
const OVERLAP = 200;
/** As many lines of doubt are kept as a person reads. */
const MAX_DOUBTS = 3;

/** What a record's text says. */
export interface RecordReading {
  /** What it says of components, in order. */
  readonly entries: readonly Entry[];
  /** Lines that may speak of any component and are not known to mean no harm. One is enough to trust none. */
  readonly doubts: readonly string[];
}

/** How far the lines have been read. */
interface Progress {
  readonly names: Names;
  readonly entries: Entry[];
  readonly doubts: string[];
  header: Header | null;
  /** The columns in which rows without a header have a state. */
  readonly filled: Set<number>;
  /** The last line that says nothing of a component, and governs those below. */
  title: string;
  section: Section | null;
  /** The name of another part stands above: a version without a name is its. */
  otherPart: boolean;
}

/**
 * Reads everything that a record's text says about components. A line is a header, a row, a name over its version, a
 * row of another part, or a text that is known to say nothing; any other is a doubt, wherever it stands. Linear in the
 * length of the text.
 */
export function readEntries(text: string, names: Names): RecordReading {
  const progress: Progress = {
    names,
    entries: [],
    doubts: [],
    header: null,
    title: '',
    filled: new Set(),
    section: null,
    otherPart: false,
  };
  for (const raw of linesOf(text)) {
    if (raw.length > MAX_LINE) readLongLine(progress, raw);
    else readLine(progress, raw);
  }
  endSection(progress);
  const { entries, doubts, filled } = progress;
  // A row that has no state where others do is not known to be installed.
  const isWhole = ({ blanks = [] }: Entry): boolean => !blanks.some((at) => filled.has(at));
  return { doubts, entries: entries.map((entry) => (isWhole(entry) ? entry : { ...entry, version: null })) };
}

function readLine(progress: Progress, raw: string): void {
  if (!/[\p{L}\p{N}]/u.test(raw)) {
    if ((progress.section?.items.length ?? 0) > 0) endSection(progress);
    // A line of marks may be a cross, an empty box, or a value that is not there.
    if (raw.trim() !== '' && !isRule(raw)) doubt(progress, raw);
    return;
  }
  // Commented out over several lines.
  if (/\/\*|<!--/.test(raw) && !/\*\/|-->/.test(raw)) doubt(progress, raw);
  const [isHeaderLike, isRowLike] = [mayHead(raw), mayMention(raw, progress.names)];
  // Nothing of a text without end can add to what is known: that there are doubts enough.
  if (!isHeaderLike && !isRowLike && progress.section === null && progress.doubts.length === MAX_DOUBTS) return;
  const line = readRecordLine(raw);
  const header = isHeaderLike ? readHeader(line, progress.names) : null;
  if (header && (progress.section === null || header.kinds.includes('name'))) {
    endSection(progress);
    progress.header = header;
    return;
  }
  if (progress.header === null && line.delimiter !== '')
    for (const [at, cell] of line.cells.entries()) if (isGoodState(cell)) progress.filled.add(at);
  const row = isRowLike ? readRow(line, progress.header, progress.names) : null;
  if (row) takeRow(progress, line, row);
  else takeOther(progress, line);
}

/** Whether a line of marks draws a line, or is a bracket of JSON. */
function isRule(raw: string): boolean {
  const marks = raw.replace(/[\s|+│├┼┤┌┬┐└┴┘]/g, '');
  return /^(?:([-=_*#~ー─━・.])\1{2,}|[{}[\];,]*)$/.test(marks) && !/\[\s*\]/.test(raw);
}

function takeRow(progress: Progress, line: RecordLine, row: LineReading): void {
  if (!isOnlyNameOver(progress.section, row)) endSection(progress);
  progress.section = null;
  progress.otherPart = false;
  if (row.kind === 'doubt') doubt(progress, line.raw);
  else if (row.kind === 'name') progress.section = openSection(row.id, row.soft, line.raw);
  else progress.entries.push(...row.entries.map((entry) => under(progress, entry)));
}

/** The entry with the title that stands over it, and the header of its table. */
function under({ title, header }: Progress, entry: Entry): Entry {
  const beside = [title, ...(header?.kinds ?? []), entry.beside].join('|');
  return header === null ? { ...entry, beside } : { ...entry, beside, blanks: [] };
}

function takeOther(progress: Progress, line: RecordLine): void {
  const text = line.cells.join(' ').trim();
  if (saysDoubt(text)) doubt(progress, line.raw);
  else if (progress.section) continueSection(progress.section, line);
  else if (isRowOfOtherPart(line) || isOtherRow(line, progress.header)) takeOtherPart(progress, line);
  else if (!isKnownText(text)) doubt(progress, line.raw);
  else if (numbersIn(text).length > 0 && !progress.otherPart) doubt(progress, line.raw);
  else if (isLabel(text)) doubt(progress, line.raw);
  else if (!/\d/.test(text)) progress.title = text;
}

/** What may be a component of the notice's under another name says nothing clear of it, and nothing of the others. */
function takeOtherPart(progress: Progress, line: RecordLine): void {
  progress.otherPart = true;
  const ids = line.cells.flatMap((cell) => mayBeOwn(nameIn(cell), progress.names));
  progress.entries.push(...[...new Set(ids)].map((id) => unclearEntry(id, line.raw)));
}

/** Another part's name, alone or with its version and what is known good beside it. */
function isRowOfOtherPart(line: RecordLine): boolean {
  const cells = line.delimiter === '' ? [line.cells.join(' ')] : line.cells;
  const named = cells.filter((cell) => !isKnownTitle(cell) || isOtherPart(nameIn(cell)));
  // Without a version it could be a heading; only the management tool's name is known to be none.
  const versioned = numbersIn(cells.join(' ')).length > 0;
  return (
    named.length === 1 &&
    named.every(
      (cell) =>
        isOtherPart(nameIn(cell)) &&
        isKnownBeside(cell.slice(nameIn(cell).length)) &&
        (versioned || /管理 *ツール/.test(cell)),
    )
  );
}

function nameIn(cell: string): string {
  return withoutNumbers(cell)
    .replace(
      /(?:バージョン|版数|(?<![a-z])v(?:er(?:sion)?)?\.?(?![a-z])|済み?|完了|成功|(?:適用|インストール)(?=済|完)).*$/,
      '',
    )
    .trim();
}

/** A name right over rows that carry it themselves says nothing of its own. */
function isOnlyNameOver(section: Section | null, row: LineReading): boolean {
  if (section === null || section.items.length > 0 || section.doubtful || row.kind !== 'entries') return false;
  return row.entries.length > 0 && row.entries.every((entry) => entry.id === section.id);
}

/** A line beyond all measure is not taken apart; the components in it are there, and not understood. */
function readLongLine(progress: Progress, raw: string): void {
  endSection(progress);
  doubt(progress, raw);
  const { names } = progress;
  if (!mayMention(raw, names)) return;
  const ids = new Set<ComponentId>();
  for (let start = 0; start < raw.length; start += MAX_LINE - OVERLAP) {
    const piece = raw.slice(start, start + MAX_LINE);
    for (const { id } of mayMention(piece, names) ? mentionsIn(plainForm(piece).toLowerCase(), names) : []) ids.add(id);
  }
  progress.entries.push(...[...ids].map((id) => unclearEntry(id, excerpt(raw))));
}

/** A line that may name the component, and is not understood. */
function unclearEntry(id: ComponentId, line: string): Entry {
  return { id, version: null, found: [], notYet: false, delivered: { kind: 'unclear' }, beside: '', lines: [line] };
}

function doubt({ doubts }: Progress, raw: string): void {
  if (doubts.length < MAX_DOUBTS) doubts.push(excerpt(raw));
}

function endSection(progress: Progress): void {
  if (progress.section) progress.entries.push(...closeSection(progress.section).map((entry) => under(progress, entry)));
  progress.section = null;
}
