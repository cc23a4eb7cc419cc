import { saysNotYet } from '../not-yet.ts';
import type { Delimiter, RecordLine } from './line.ts';
import { mentionsIn } from './names.ts';

/**
 * `other-version`: a version that is not the installed one: the one before, the one required, the newest, another product's.
 * `aside`: says nothing of a state: numbers, machines, people, sizes, remarks.
 */
export type ColumnKind = 'name' | 'version' | 'other-version' | 'delivery-date' | 'date' | 'aside' | 'other';

/** A table's header row. */
export interface Header {
  readonly delimiter: Delimiter;
  /** The columns in order; in plain text the words. */
  readonly kinds: readonly ColumnKind[];
  readonly titles: readonly string[];
}

const MAX_COLUMNS = 64;
const VERSION = /バージョン|版数|version|^ver\.?$/;
/** A version column that is named by its qualifier alone. */
const QUALIFIER = /^(?:旧|新|最新|現在|現行|必要|要求|予定|(?:更新|変更|適用|配信|導入)[前後])版?$/;
const OTHER_VERSION =
  /旧|前|必要|要求|対象|最低|推奨|os|windows|old|prev|require|min|target|from|ツール|ファイル|ドライバ/;
const NEW = /新|new/;
const BEFORE = /旧|前|old|prev/;
const NAME =
  /コンポーネント|名称|名前|アプリ|ソフト|モジュール|プログラム|ライブラリ|品名|製品|component|name|module|software/;
const ASIDE =
  /端末|機関|ファイル|ユーザ|担当|サイズ|番号|連番|項番|備考|メモ|file|user|host|size|note|remark|^no\.?$|^id$|^#$/;
const DATE = /日時|日付|年月日|時刻|日$|date|time/;
const DELIVERY = /配信|deliver/;
/** A cell with one of these is an answer and heads nothing. */
const ANSWER = /不明|なし|失敗|エラー|です|ません|。/;

/** Whether a line as it stands can be a header at all; a cheap question for the many lines that cannot. */
export function mayHead(raw: string): boolean {
  return raw.length <= 1_000 && /[バﾊ版vVｖＶ旧新現必要予前後]/.test(raw);
}

/** Reads a header row; null where the line is none. */
export function readHeader(line: RecordLine): Header | null {
  const cells = line.delimiter === '' ? line.cells.flatMap((cell) => cell.split(/ +/)) : line.cells;
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < 2 || cells.length > MAX_COLUMNS || !line.whole) return null;
  if (filled.some((cell) => /\d/.test(cell) || ANSWER.test(cell))) return null;
  const titles = cells.map((cell) => cell.replaceAll(' ', ''));
  const before = titles.some((title) => BEFORE.test(title));
  const kinds = titles.map((title) => kindOf(title, before));
  if (!kinds.some((kind) => kind === 'version' || kind === 'other-version')) return null;
  return mayStandOver(line, cells, kinds) ? { delimiter: line.delimiter, kinds, titles } : null;
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

function mayStandOver(line: RecordLine, cells: readonly string[], kinds: readonly ColumnKind[]): boolean {
  const named = line.cells.flatMap((cell) => mentionsIn(cell)).filter((mention) => !mention.glued);
  if (line.delimiter === '') {
    return (
      named.length === 0 &&
      kinds.some((kind) => kind !== 'other' && kind !== 'version' && kind !== 'other-version')
    );
  }
  // 「配信アプリケーション」 over a column means the applications that were delivered; then every column must be a known one.
  return (
    named.every((mention) => mention.id === 'distribution-app') &&
    (named.length === 0 || cells.every((cell, index) => cell === '' || kinds[index] !== 'other'))
  );
}

/** `before`: the table has a column for the version before; only beside it the new version is the one that was put in its place. */
function kindOf(title: string, before: boolean): ColumnKind {
  if (QUALIFIER.test(title) || VERSION.test(title)) {
    const other = OTHER_VERSION.test(title) || saysNotYet(title) || (NEW.test(title) && !before);
    return other ? 'other-version' : 'version';
  }
  if (DATE.test(title)) return DELIVERY.test(title) ? 'delivery-date' : 'date';
  if (ASIDE.test(title)) return 'aside';
  return NAME.test(title) ? 'name' : 'other';
}
