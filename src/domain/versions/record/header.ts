import type { Delimiter, RecordLine } from './line.ts';
import { mentionsIn } from './names.ts';

/**
 * `installed`: a version that is expressly the one in use; `version`: one that is so where it is the only one; `other-version`: any
 * other; `number`: numbers and ids of rows; `remark`: says nothing as long as it is empty; `unknown`: nobody knows what it says.
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

/** Whether a line as it stands can be a header at all, with titles and what divides them; a cheap question for the many that cannot. */
export function mayHead(raw: string): boolean {
  return raw.length <= 1_000 && !/[0-9０-９]/.test(raw) && /[^\p{L}\p{M}]/u.test(raw.trim());
}

/**
 * Reads a header row: every title is known, or at least those of the name and of a version. Null where the line is none; a line of
 * titles of which that cannot be said is a line with words that nobody here knows.
 */
export function readHeader(line: RecordLine): Header | null {
  const cells = line.delimiter === '' ? line.cells.flatMap((cell) => cell.split(/ +/)) : line.cells;
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2 || cells.length > MAX_COLUMNS || !line.whole) return null;
  const kinds = cells.map(kindOf);
  const versions = kinds.some((kind) => kind === 'version' || kind === 'installed');
  const known = kinds.every((kind) => kind !== 'unknown' && kind !== 'other-version');
  if (!known && (line.delimiter === '' || !versions || !kinds.includes('name'))) return null;
  const named = line.cells.some((cell) => mentionsIn(cell).length > 0);
  // 「配信アプリケーション」 over a column means the applications that were delivered; then every column must be a known one.
  if (named && !(known && versions)) return null;
  return { delimiter: line.delimiter, kinds };
}

function kindOf(title: string): ColumnKind {
  const text = title.replaceAll(' ', '');
  return TITLES.find(([, titles]) => titles.test(text))?.[0] ?? 'unknown';
}
