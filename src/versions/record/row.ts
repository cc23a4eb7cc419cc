import type { ComponentId } from '../../core/facts.ts';
import { deliveredIn } from './dates.ts';
import type { Delivered } from './dates.ts';
import type { Entry } from './entry.ts';
import type { Header } from './header.ts';
import type { RecordLine } from './line.ts';
import { mentionsIn } from './names.ts';
import type { Mention } from './names.ts';
import { numbersIn } from './numbers.ts';
import type { CellNumber } from './numbers.ts';
import { agreedVersion, versionInRow } from './row-version.ts';
import type { Row } from './row-version.ts';
import { foreignWords, isSentence, isTitle, raisesDoubt } from './words.ts';

/** What a line says: entries, or a component's name over the lines that follow; `soft` where it may be a mere title. */
export type LineReading =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'heading'; readonly id: ComponentId; readonly soft: boolean };

/** A line with more names or numbers is no row; taking it apart would be long work for nothing. */
const MAX_IN_ROW = 16;
const NOTHING: LineReading = { kind: 'entries', entries: [] };

/** Reads a line that names components, under the table header that stands above it. Gives null where it names none. */
export function readRow(line: RecordLine, header: Header | null): LineReading | null {
  const found = line.cells.map((cell) => mentionsIn(cell));
  if (found.every((mentions) => mentions.length === 0)) return null;
  const inColumns = applies(header, line) ? inNameColumns(found, header) : found;
  const stated = inColumns.map((mentions) => mentions.filter((mention) => !mention.glued));
  const ids = idsOf(stated);
  const [id] = ids;
  if (found.flat().length > MAX_IN_ROW) return { kind: 'entries', entries: unclear(line, idsOf(found)) };
  const numbers = line.cells.map((cell) => numbersIn(cell));
  if (numbers.flat().length > MAX_IN_ROW) return { kind: 'entries', entries: unclear(line, idsOf(found)) };
  if (id === undefined) return { kind: 'entries', entries: asides(line, idsOf(inColumns), numbers.flat()) };
  const row: Row = { line, header, numbers, mentions: stated };
  return ids.length === 1 ? readOne(row, id) : readSeveral(row, ids);
}

/** Whether a header's columns are the line's. */
export function applies(header: Header | null, line: RecordLine): header is Header {
  return (
    header !== null &&
    line.delimiter !== '' &&
    header.delimiter === line.delimiter &&
    header.kinds.length === line.cells.length
  );
}

function inNameColumns(
  found: readonly (readonly Mention[])[],
  header: Header,
): readonly (readonly Mention[])[] {
  if (!header.kinds.includes('name')) return found;
  return found.map((mentions, index) => (header.kinds[index] === 'name' ? mentions : []));
}

function idsOf(mentions: readonly (readonly Mention[])[]): readonly ComponentId[] {
  return [...new Set(mentions.flat().map((mention) => mention.id))];
}

/** Running text that names components: of interest only where it holds a version. */
function asides(
  line: RecordLine,
  ids: readonly ComponentId[],
  numbers: readonly CellNumber[],
): readonly Entry[] {
  if (numbers.length === 0) return [];
  const version = agreedVersion(numbers);
  return ids.map((id) => ({ id, version, delivered: { kind: 'none' }, lines: [line.raw], aside: true }));
}

function readOne(row: Row, id: ComponentId): LineReading {
  const { line, header, numbers } = row;
  if (numbers.every((list) => list.length === 0) && !applies(header, line)) {
    return withoutVersion(line, id, row.mentions);
  }
  const clear = line.whole && !raisesDoubt(line.cells.join(' '));
  const version = clear ? versionInRow(row) : null;
  return { kind: 'entries', entries: [entry(line, id, version, deliveredOf(line, header))] };
}

/** A name without a version: over following lines, in a title or a sentence, or a row whose version cannot be read. */
function withoutVersion(
  line: RecordLine,
  id: ComponentId,
  stated: readonly (readonly Mention[])[],
): LineReading {
  const text = line.cells.join(' ');
  const rest = line.cells.map((cell, index) => without(cell, stated[index] ?? [])).join(' ');
  const delivered = deliveredIn(text);
  if (
    line.cells.length <= 2 &&
    delivered.kind === 'none' &&
    !raisesDoubt(rest) &&
    foreignWords(rest) === ''
  ) {
    return { kind: 'heading', id, soft: isTitle(rest) };
  }
  const answered = line.cells.some((cell, index) =>
    (stated[index] ?? []).some((mention) => /^ *[:=]/.test(cell.slice(mention.end, mention.end + 8))),
  );
  if (line.delimiter === '' && !answered && (isTitle(rest) || isSentence(rest))) return NOTHING;
  return { kind: 'entries', entries: [entry(line, id, null, delivered)] };
}

/** Several components on one line: clear only where each stands in a cell of its own, together with its version. */
function readSeveral(row: Row, ids: readonly ComponentId[]): LineReading {
  const { line, numbers, mentions } = row;
  const text = line.cells.join(' ');
  const doubtful = raisesDoubt(text);
  const counts = line.cells.map((_, index) => ({
    named: idsOf([mentions[index] ?? []]).length,
    numbered: (numbers[index] ?? []).length > 0,
  }));
  if (!counts.some(({ numbered }) => numbered)) {
    // A list of names; only where it tells of trouble does it say something about them.
    return !doubtful || isSentence(text) ? NOTHING : { kind: 'entries', entries: unclear(line, ids) };
  }
  const paired = counts.every(({ named, numbered }) => named === (numbered ? 1 : 0));
  const entries = paired && line.whole && !doubtful ? pairs(row) : unclear(line, ids);
  return { kind: 'entries', entries };
}

function unclear(line: RecordLine, ids: readonly ComponentId[]): readonly Entry[] {
  const delivered = deliveredOf(line, null);
  return ids.map((id) => entry(line, id, null, delivered));
}

function pairs({ line, numbers, mentions }: Row): readonly Entry[] {
  return line.cells.flatMap((cell, index) => {
    const named = mentions[index] ?? [];
    const [first] = named;
    if (first === undefined) return [];
    const own = deliveredIn(cell);
    const delivered = own.kind === 'none' ? deliveredOf(line, null) : own;
    const version = versionInRow({
      line: { ...line, delimiter: '', cells: [cell] },
      header: null,
      numbers: [numbers[index] ?? []],
      mentions: [named],
    });
    return [entry(line, first.id, version, delivered)];
  });
}

function entry(line: RecordLine, id: ComponentId, version: string | null, delivered: Delivered): Entry {
  return { id, version, delivered, lines: [line.raw], aside: false };
}

/** The row's date: the delivery's column where the header names one, else the only date on the line. */
function deliveredOf(line: RecordLine, header: Header | null): Delivered {
  // Joined, so that a date and its time in neighbouring columns come together.
  const whole = deliveredIn(line.cells.join(' '));
  if (!applies(header, line)) return whole;
  const columns = line.cells.filter((_, index) => header.kinds[index] === 'delivery-date');
  const [column] = columns;
  if (column === undefined || columns.length > 1) return whole;
  const own = deliveredIn(column);
  return own.kind === 'known' && whole.kind === 'known' ? whole : own;
}

function without(cell: string, mentions: readonly Mention[]): string {
  return mentions.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, cell);
}
