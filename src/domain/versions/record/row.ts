import type { ComponentId } from '../../facts.ts';
import { besideOf, isGoodState, isKnownBeside, isKnownTitle, saysDoubt, saysNotYet } from './words.ts';
import { compareVersions } from '../version.ts';
import { agreedVersion, datesGoBack, deliveredIn, numbersIn, type CellNumber } from './numbers.ts';
import type { Entry } from './entries.ts';
import type { ColumnKind, Header, RecordLine } from './lines.ts';
import { mentionsIn, type Mention, type Names } from './names.ts';

/**
 * What a line says: entries, or a component's name over the lines that follow (`soft` where it may be a mere title), or
 * a doubt that may reach every component.
 */
export type LineReading =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'name'; readonly id: ComponentId; readonly soft: boolean }
  | { readonly kind: 'doubt' };

/** A line that names components. Mentions and numbers are listed by cell. */
interface Row {
  readonly line: RecordLine;
  /** Its cells, with blanks for the names that the notice brings: words in them say nothing. */
  readonly cells: readonly string[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly numbers: readonly (readonly CellNumber[])[];
}

/** A line with more names or numbers is no row; taking it apart would be long work for nothing. */
const MAX_IN_ROW = 16;
/** Rows that were put out of use. */
const COMMENT = /^\s*(?:#|\/\/|\/\*|;|--|-(?=[^\s\d-])|::|<!--|'|rem\s)/i;

/** What introduces a name on its line. */
const NAME_LABEL = /^(?:名称|名前|コンポーネント名?|アプリケーション名|(?:component )?name) *[:=]? */;

/** A time whose date stands in the cell before. */
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2})?(?= |$)/;

/** Reads a line that names components, under the table header that stands above it. Gives null where it names none. */
export function readRow(line: RecordLine, header: Header | null, names: Names): LineReading | null {
  const mentions = line.cells.map((cell) => mentionsIn(cell, names));
  const [id, ...others] = new Set(mentions.flat().map((mention) => mention.id));
  if (id === undefined) return null;
  const cells = line.cells.map((cell, at) => (mentions[at] ?? []).reduce(withoutOwn, cell));
  const numbers = cells.map((cell) => numbersIn(cell));
  const text = cells.join(' ');
  if (numbers.flat().length === 0 && saysDoubt(text)) return { kind: 'doubt' };
  const ids = [id, ...others];
  const row: Row = { line, cells, mentions, numbers };
  if (mentions.flat().length > MAX_IN_ROW || COMMENT.test(line.raw)) return unclear(row, ids);
  if (others.length > 0) return readSeveral(row, ids);
  if (numbers.flat().length > 0) return { kind: 'entries', entries: [entry(row, id, versionIn(row, header))] };
  const rest = withoutMentions(row).join(' ');
  const isName = line.cells.length <= 2 && line.cells.every((cell) => cell !== '') && !glued(row);
  if (header || !isName || deliveredIn(text).kind !== 'none' || !isKnownTitle(rest)) return unclear(row, ids);
  return { kind: 'name', id, soft: /実績|一覧|履歴|情報|リスト/.test(rest) };
}

/** Several components on one line: clear only where each stands in a cell of its own, together with its version. */
function readSeveral(row: Row, ids: readonly ComponentId[]): LineReading {
  const { line, cells, mentions, numbers } = row;
  const paired = line.cells.every((_, at) => mentions[at]?.length === 1 && (numbers[at] ?? []).length > 0);
  if (!paired || !line.whole) {
    const isList = numbers.flat().length === 0 && isKnownTitle(withoutMentions(row).join(' '));
    return isList ? { kind: 'entries', entries: [] } : unclear(row, ids);
  }
  const entries = line.cells.flatMap((cell, at) =>
    (mentions[at] ?? []).map((mention) => {
      const own = { ...line, delimiter: '', cells: [cell] } as const;
      const single = { line: own, cells: [cells[at] ?? ''], mentions: [[mention]], numbers: [numbers[at] ?? []] };
      return entry(single, mention.id, versionIn(single, null));
    }),
  );
  return { kind: 'entries', entries };
}

/** The version of the one component that the row names; null where anything in the row is not known good. */
function versionIn(row: Row, header: Header | null): string | null {
  const { line, numbers } = row;
  if (!line.whole || glued(row) || numbers.flat().length > MAX_IN_ROW) return null;
  const text = row.cells.join(' ');
  if (saysDoubt(text) || datesGoBack(text)) return null;
  if (header === null) return freeVersion(row);
  // A row of another shape than the table's: its columns are not known.
  if (header.delimiter !== line.delimiter) return null;
  return line.delimiter === '' ? versionInWords(row, header) : versionInColumns(row, header);
}

/** Other names of a component, and words for the row above or for what is on the terminal. */
const MAY_BE_OURS =
  /顔|face|auth|oqs|ライブラリ|lib|[同々〃上現実旧新]|端末|インストール|最新|current|installed|same|above|ditto/;

/** Whether a line that names no component is a row of the table, of another part. */
export function isOtherRow(line: RecordLine, header: Header | null): boolean {
  if (header === null || line.delimiter === '' || !line.whole) return false;
  if (header.delimiter !== line.delimiter || header.kinds.length !== line.cells.length) return false;
  const under = (kind: ColumnKind) => line.cells.filter((_, at) => header.kinds[at] === kind);
  const versions = [...under('version'), ...under('installed')];
  return (
    under('name').some((cell) => /\p{L}{3}/u.test(cell) && !MAY_BE_OURS.test(cell)) &&
    versions.some((cell) => numbersIn(cell).length === 1 && isKnownBeside(cell))
  );
}

function freeVersion(row: Row): string | null {
  const rest = withoutMentions(row).map((text) => text.replace(TIME_OF_DAY, '').replace(NAME_LABEL, ''));
  return rest.every(isKnownBeside) ? agreedVersion(row.numbers.flat()) : null;
}

/** In plain text the columns are not told apart: there must be one of each, and what the header names must be there. */
function versionInWords(row: Row, { kinds }: Header): string | null {
  const count = (...wanted: readonly ColumnKind[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  if (count('version', 'installed') !== 1 || count('state', 'number', 'remark') > 0 || count('date') > 1) {
    return null;
  }
  const dated = deliveredIn(row.cells.join(' ')).kind === 'known';
  return dated === (count('date') === 1) ? freeVersion(row) : null;
}

function versionInColumns(row: Row, { kinds }: Header): string | null {
  const { line, mentions, numbers } = row;
  if (kinds.length !== line.cells.length) return null;
  const rest = withoutMentions(row);
  const good = line.cells.every((cell, at) => {
    const text = rest[at] ?? '';
    const numbered = (numbers[at] ?? []).length === 1 && isKnownBeside(text);
    switch (kinds[at] ?? 'unknown') {
      case 'name':
        return (mentions[at] ?? []).length > 0 && isKnownBeside(text);
      case 'installed':
      case 'version':
        return numbered;
      case 'other-version':
        return kinds.includes('installed') && (cell === '' || numbered);
      case 'date':
        return deliveredIn(cell).kind === 'known'
          ? isKnownBeside(text)
          : /\d/.test(cell) && cell.replace(TIME_OF_DAY, '') === '';
      case 'state':
        return isGoodState(cell);
      case 'number':
        return /^(?:\d{1,6}|[a-z][a-z_-]{0,19}\d{1,4}|[a-z_-]*(?:oqs|face|auth|app|lib)[a-z_-]*)$/.test(cell);
      case 'remark':
        return cell === '';
      case 'unknown':
        return false;
    }
  });
  if (!good) return null;
  const under = (...wanted: readonly ColumnKind[]) =>
    numbers.filter((_, at) => wanted.includes(kinds[at] ?? 'unknown')).flat();
  const installed = agreedVersion(under('installed'));
  if (installed === null) return agreedVersion(under('version'));
  // Beside other versions the installed one counts where it is not the newer: nothing is done that another denies.
  const others = under('version', 'other-version');
  const lowest = others.every(({ version }) => version !== null && compareVersions(installed, version) <= 0);
  return lowest ? installed : null;
}

/** A name that runs on into other words stays: it may be a part of them. */
function withoutOwn(cell: string, { own, glued, start, end }: Mention): string {
  return own && !glued ? cell.slice(0, start) + ' '.repeat(end - start) + cell.slice(end) : cell;
}

function glued({ mentions }: Row): boolean {
  return mentions.flat().some((mention) => mention.glued);
}

function entry(row: Row, id: ComponentId, version: string | null): Entry {
  const { line, numbers } = row;
  const text = row.cells.join(' ');
  return {
    id,
    version,
    found: versionsOf(numbers.flat()),
    notYet: version === null && saysNotYet(text),
    // Joined, so that a date and its time in neighbouring columns come together.
    delivered: deliveredIn(text),
    blanks: line.cells.flatMap((cell, at) => (cell === '' ? [at] : [])),
    beside: withoutMentions(row).map(besideOf).join('|'),
    lines: [line.raw],
  };
}

function unclear(row: Row, ids: readonly ComponentId[]): LineReading {
  return { kind: 'entries', entries: ids.map((id) => entry(row, id, null)) };
}

export function versionsOf(numbers: readonly CellNumber[]): readonly string[] {
  return numbers.flatMap(({ version }) => (version === null ? [] : [version]));
}

/** The cells with a bar for the components' names and the brackets around them. */
function withoutMentions({ line, mentions }: Row): readonly string[] {
  return line.cells.map((cell, at) =>
    (mentions[at] ?? [])
      .reduceRight((text, { start, end }) => {
        const [before, after] = [text.slice(0, start), text.slice(end)];
        const framed = /[[【<「『《] *$/.test(before) && /^ *[\]】>」』》]/.test(after);
        return framed ? `${before.trimEnd().slice(0, -1)}|${after.trimStart().slice(1)}` : `${before}|${after}`;
      }, cell)
      .trim(),
  );
}
