import { excerpt } from '../../../text/text-file.ts';
import { plainForm } from '../../../text/normal-forms.ts';
import { mentionsIn, type Names } from './names.ts';

/** What separates the cells of a line; empty where it is plain text. */
type Delimiter = '\t' | '|' | ',' | ';' | '';

/** A line of the record, prepared for reading. */
export interface RecordLine {
  /** The line as it stands, for people. */
  readonly raw: string;
  readonly delimiter: Delimiter;
  /** Its cells in NFKC and small letters, trimmed, without quotes; one cell where the line is plain text. */
  readonly cells: readonly string[];
  /** False where a quote is never closed: where its cells end is then a guess. */
  readonly whole: boolean;
}

/** Prepares a line: full-width and half-width forms become one, then it is cut into cells. */
export function readRecordLine(raw: string): RecordLine {
  const text = plainForm(raw).toLowerCase();
  const delimiter = delimiterOf(text);
  const { cells, whole } = split(text, delimiter);
  return { raw: excerpt(raw), delimiter, cells, whole };
}

function delimiterOf(text: string): Delimiter {
  // Outside quotes only: a comma within a quoted cell separates nothing.
  const open = text.replace(/"[^"]*"/g, '').replaceAll('│', '|');
  return (['\t', '|', ',', ';'] as const).find((sign) => open.includes(sign)) ?? '';
}

function split(text: string, delimiter: Delimiter): { cells: readonly string[]; whole: boolean } {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] === '│' ? '|' : text.charAt(index);
    if (sign === '"') {
      // A doubled quote within quotes is one quote.
      if (quoted && text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = !quoted;
    } else if (sign === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return { cells, whole: !quoted };
}

/**
 * `installed`: a version that is expressly the one in use; `version`: one that is so where it is the only one;
 * `other-version`: any other; `number`: numbers and ids of rows; `remark`: says nothing as long as it is empty;
 * `unknown`: nobody knows what it says.
 */
export type ColumnKind =
  'name' | 'installed' | 'version' | 'other-version' | 'date' | 'state' | 'number' | 'remark' | 'unknown';

/** A table's header row: the columns in order; in plain text the words. */
export interface Header {
  readonly delimiter: Delimiter;
  readonly kinds: readonly ColumnKind[];
}

const MAX_COLUMNS = 64;
const TITLES: readonly (readonly [ColumnKind, RegExp])[] = [
  [
    'name',
    /^(?:コンポーネント|(?:配信)?資材|部品|アプリケーション|アプリ|ソフト(?:ウェア)?|モジュール|ライブラリ|プログラム|製品)名?$|^(?:名称|名前|品名|配信アプリケーション|component|name|componentname)$/,
  ],
  [
    'installed',
    /^(?:インストール済み?の?|現在の?|現行の?)(?:バージョン|版数?)$|^インストール済み$|^(?:installed|current)version$/,
  ],
  ['version', /^(?:バージョン|版数?|version|ver\.?)$/],
  ['date', /^(?:配信|更新|適用|インストール|導入|反映|完了)?(?:日時?|日付|年月日|時刻)$|^(?:date|time)$/],
  ['state', /^(?:適用)?(?:状態|状況|結果|ステータス)$|^(?:status|state|result)$/],
  ['number', /^(?:no\.?|id|#|番号|連番|項番|コンポーネントid|componentid)$/],
  ['remark', /^(?:備考|メモ|コメント|notes?|remarks?)$|^$/],
  ['other-version', /バージョン|版|version/],
];

/** Whether a line can be a header at all, with titles and what divides them; a cheap question for the many others. */
export function mayHead(raw: string): boolean {
  return raw.length <= 1_000 && !/[0-9０-９]/.test(raw) && /[^\p{L}\p{M}]/u.test(raw.trim());
}

/**
 * Reads a header row: every title is known, or at least those of the name and of a version. Null where the line is
 * none; a line of titles of which that cannot be said is a line with words that nobody here knows.
 */
export function readHeader(line: RecordLine, names: Names): Header | null {
  const cells = line.delimiter === '' ? line.cells.flatMap((cell) => cell.split(/ +/)) : line.cells;
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2 || cells.length > MAX_COLUMNS || !line.whole) return null;
  const kinds = cells.map(kindOf);
  const versions = kinds.some((kind) => kind === 'version' || kind === 'installed');
  const known = kinds.every((kind) => kind !== 'unknown' && kind !== 'other-version');
  if (!known && (line.delimiter === '' || !versions || !kinds.includes('name'))) return null;
  const named = line.cells.some((cell) => mentionsIn(cell, names).length > 0);
  // 「配信アプリケーション」 over a column means the applications delivered; then every column must be a known one.
  if (named && !(known && versions)) return null;
  return { delimiter: line.delimiter, kinds };
}

function kindOf(title: string): ColumnKind {
  const text = title.replaceAll(' ', '');
  return TITLES.find(([, titles]) => titles.test(text))?.[0] ?? 'unknown';
}
