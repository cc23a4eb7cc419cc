import { takeDates } from './dates.ts';

/** Words that label a version, name a column or say that all is well. Any other word makes a line unclear. */
const PLAIN =
  /オンライン資格確認等?|バージョン|版数?|コンポーネント|アプリ(?:ケーション)?名?|ライブラリ|モジュール|ソフト(?:ウェア)?|プログラム|部品|名称|名前|製品|対象外|現在|現行|適用|配信|更新|インストール|導入|反映|処理|後|済み?|成功|正常|完了|終了|実績|結果|状態|状況|日時|日付|年月日|時刻|履歴|一覧|情報|番号|自動|手動|夜間|定期|午前|午後|以上|の|(?:エラー|異常|失敗|問題)(?:は)?(?:なし|無し|無|ありません)|再起動(?:の必要)?は? ?(?:済み?|完了|不要|なし|無し|無|ありません)|(?<![a-z])(?:version|ver|v|component|name|product|installed|applied|completed?|done|success|succeeded|current|delivered|updated|date|time|status|state|result|ok|info|no|id|am|pm|jst|utc|x64|x86|bit|kb|mb|gb)(?![a-z])/g;

/**
 * Whether a text (NFKC, small letters, without names of components) holds a word that nobody here knows: it may say that the version
 * beside it failed, waits or is something else's. A single Latin letter, and letters in a row that are no word, do not count.
 */
export function hasStrangeWords(text: string): boolean {
  const rest = takeDates(text).rest.replace(PLAIN, '');
  const words = rest.match(/[a-z]+|\p{L}/gu) ?? [];
  return words.some((word) => !/^[a-z]+$/.test(word) || (word.length > 1 && word.length <= 20));
}

/** Whether a line without a version is a title over what follows. */
export function isTitle(text: string): boolean {
  return /実績|一覧|履歴|情報|レポート|リスト/.test(text);
}

/** Whether a line is a sentence: it tells about components, and does not list them. */
export function isSentence(text: string): boolean {
  return /。|ます|です|ください|下さい/.test(text);
}
