import type { ComponentId } from '../../core/facts.ts';
import { saysNotYet } from '../not-yet.ts';
import { deliveredIn } from './dates.ts';
import type { Delivered } from './dates.ts';
import type { Entry } from './entry.ts';
import { applies } from './header.ts';
import type { ColumnKind, Header } from './header.ts';
import type { RecordLine } from './line.ts';
import { mentionsIn } from './names.ts';
import type { Mention } from './names.ts';
import { agreedVersion, numbersIn } from './numbers.ts';
import type { CellNumber } from './numbers.ts';
import { hasStrangeWords, isSentence, isTitle } from './words.ts';

/** What a line says: entries, or a component's name over the lines that follow; `soft` where it may be a mere title. */
export type LineReading =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'name'; readonly id: ComponentId; readonly soft: boolean };

/** A line that names components. Numbers and mentions are listed by cell. */
interface Row {
  readonly line: RecordLine;
  readonly header: Header | null;
  readonly numbers: readonly (readonly CellNumber[])[];
  readonly mentions: readonly (readonly Mention[])[];
}

/** A line with more names or numbers is no row; taking it apart would be long work for nothing. */
const MAX_IN_ROW = 16;

/** Reads a line that names components, under the table header that stands above it. Gives null where it names none. */
export function readRow(line: RecordLine, header: Header | null): LineReading | null {
  const found = line.cells.map((cell) => mentionsIn(cell));
  if (found.every((mentions) => mentions.length === 0)) return null;
  const mentions = applies(header, line) ? inNameColumns(found, header) : found;
  const ids = [...new Set(mentions.flat().map((mention) => mention.id))];
  if (found.flat().length > MAX_IN_ROW) return entries(ids.map((id) => unclear(line, id, [])));
  const numbers = line.cells.map((cell) => numbersIn(cell));
  const row: Row = { line, header, numbers, mentions };
  const [id] = ids;
  if (id === undefined) return entries([]);
  if (ids.length > 1) return readSeveral(row, ids);
  return numbers.flat().length === 0 ? readWithoutVersion(row, id) : entries([readOne(row, id)]);
}

function entries(list: readonly Entry[]): LineReading {
  return { kind: 'entries', entries: list };
}

function inNameColumns(found: Row['mentions'], header: Header): Row['mentions'] {
  if (!header.kinds.includes('name')) return found;
  return found.map((mentions, index) => (header.kinds[index] === 'name' ? mentions : []));
}

function readOne(row: Row, id: ComponentId): Entry {
  const { line, header } = row;
  const numbers = row.numbers.flat();
  const said = saidOf(row);
  const clear =
    line.whole &&
    numbers.length <= MAX_IN_ROW &&
    row.mentions.flat().every((mention) => !mention.glued) &&
    !said.some(({ text }) => hasStrangeWords(text));
  return {
    id,
    version: clear ? versionIn(row) : null,
    found: versionsOf(numbers),
    notYet: saysNotYet(line.cells.join(' ')) || said.some(({ title }) => saysNotYet(title)),
    delivered: deliveredOf(line, header),
    lines: [line.raw],
  };
}

/**
 * What may tell a state: what stands in the row beside names; under a header each column that is not an aside or another version, with
 * its title where a title like 「ダウンロード日時」 tells one.
 */
function saidOf({
  line,
  header,
  mentions,
}: Row): readonly { readonly text: string; readonly title: string }[] {
  const cells = line.cells.map((cell, index) => without(cell, mentions[index] ?? []));
  if (!applies(header, line)) return [{ text: cells.join(' '), title: '' }];
  return cells.flatMap((text, index) => {
    const kind = header.kinds[index] ?? 'other';
    if (!/[\p{L}\d]/u.test(text) || kind === 'aside' || kind === 'other-version') return [];
    const title = kind === 'date' || kind === 'other' ? `${header.titles[index] ?? ''} ${text}` : '';
    return [{ text, title }];
  });
}

/**
 * The version of the component that the row names; null where it is not clear. Under a header the columns say where it stands;
 * without one there must be a single version on the line.
 */
function versionIn({ line, header, numbers }: Row): string | null {
  if (header === null || header.delimiter !== line.delimiter) return agreedVersion(numbers.flat());
  const kinds = header.kinds.filter((kind) => kind === 'version' || kind === 'other-version');
  if (line.delimiter === '') {
    // In plain text the words of a header and the columns under it agree in their order, not in their place.
    const inOrder = numbers.flat();
    if (inOrder.length !== kinds.length) return null;
    return agreedVersion(inOrder.filter((_, index) => kinds[index] === 'version'));
  }
  if (!applies(header, line)) {
    // The row is broken, or belongs to another table: the columns cannot tell one version from another.
    return kinds.length === 1 && kinds[0] === 'version' ? agreedVersion(numbers.flat()) : null;
  }
  const inColumns = (kind: ColumnKind): readonly (readonly CellNumber[])[] =>
    numbers.filter((_, index) => header.kinds[index] === kind);
  const versions = inColumns('version');
  if (versions.some((list) => list.length === 0)) return null;
  return agreedVersion([...versions, ...inColumns('name')].flat());
}

/** A name without a version: over following lines, in a title or a sentence, or a row whose version cannot be read. */
function readWithoutVersion({ line, header, mentions }: Row, id: ComponentId): LineReading {
  const stated = mentions.map((list) => list.filter((mention) => !mention.glued));
  const rest = line.cells.map((cell, index) => without(cell, mentions[index] ?? [])).join(' ');
  if (stated.flat().length === 0) return entries(tellsNotYet(rest) ? [unclear(line, id, [])] : []);
  const delivered = deliveredIn(line.cells.join(' '));
  const isName = line.cells.length <= 2 && delivered.kind === 'none' && !applies(header, line);
  if (isName && !hasStrangeWords(rest) && !saysNotYet(rest)) {
    return { kind: 'name', id, soft: isTitle(rest) };
  }
  const answered = line.cells.some((cell, index) =>
    (stated[index] ?? []).some((mention) => /^ *[:=]/.test(cell.slice(mention.end, mention.end + 8))),
  );
  const isText = line.delimiter === '' && !answered && (isTitle(rest) || isSentence(rest));
  if (isText && !tellsNotYet(rest)) return entries([]);
  return entries([unclear(line, id, [])]);
}

/** Whether a text without a version says that something is not installed yet; one that asks for something does not. */
function tellsNotYet(text: string): boolean {
  return saysNotYet(text) && !/ください|下さい/.test(text);
}

/** Several components on one line: clear only where each stands in a cell of its own, together with its version. */
function readSeveral({ line, numbers, mentions }: Row, ids: readonly ComponentId[]): LineReading {
  const text = line.cells.join(' ');
  const all = numbers.flat();
  // A list of names, or a sentence about them.
  if (all.length === 0 && !tellsNotYet(text)) return entries([]);
  const paired = line.cells.every(
    (_, index) => mentions[index]?.length === 1 && (numbers[index] ?? []).length > 0,
  );
  if (!paired || !line.whole) return entries(ids.map((id) => unclear(line, id, all)));
  return entries(
    line.cells.flatMap((cell, index) =>
      (mentions[index] ?? []).map((mention) => {
        const own = { ...line, delimiter: '', cells: [cell] } as const;
        const row = { line: own, header: null, numbers: [numbers[index] ?? []], mentions: [[mention]] };
        return readOne(row, mention.id);
      }),
    ),
  );
}

function unclear(line: RecordLine, id: ComponentId, numbers: readonly CellNumber[]): Entry {
  const text = line.cells.join(' ');
  return {
    id,
    version: null,
    found: versionsOf(numbers),
    notYet: saysNotYet(text),
    delivered: deliveredIn(text),
    lines: [line.raw],
  };
}

export function versionsOf(numbers: readonly CellNumber[]): readonly string[] {
  return numbers.flatMap(({ version }) => (version === null ? [] : [version]));
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
