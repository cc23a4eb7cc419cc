/**
 * The words that a record may use around a version. They decide only whether a number may be taken for what is installed:
 * what stands here is harmless, what does not makes the line unclear.
 */

/** Words that label a version or say that all is well. */
const PLAIN =
  /\([a-z0-9 ._-]{0,40}\)|バージョン|版数?|version|ver|v|コンポーネント|名称|名前|component|name|現在|現行|installed|current|適用|配信|更新|インストール|導入|後|済み?|新|正常|成功|完了|終了|ok|実績|結果|状態|日時|日付|履歴|一覧|情報|の/g;

/** What is left of a text (NFKC, small letters) without plain words, digits and signs: words that may change the meaning. */
export function foreignWords(text: string): string {
  return text.replace(PLAIN, '').replace(/[^\p{L}]/gu, '');
}

const NO_TROUBLE = /(?:エラー|異常|失敗|問題|再起動)(?:の必要)?は?(?:なし|無し|無|ありません)/g;
const DOUBT = new RegExp(
  [
    // It did not arrive, or is not there yet.
    '失敗|エラー|異常|未(?:適用|完了|配信|実施|反映|更新|導入|取得|インストール)|待ち|待機|予定|中断|中止|取消|保留|要再起動',
    'キャンセル|スキップ|アンインストール|ロールバック|削除|戻|\\bng\\b|error|fail|pending|cancel|abort|skip',
    // It is what is asked for, or what was there before.
    '必要|要求|最低|推奨|次回|ください|下さい|required|最新の?(?:バージョン|版数|ver)',
    '旧|以前の|前回|前の?バージョン|(?:更新|変更|適用|配信|導入)前',
  ].join('|'),
);

/** Whether a line says that its version did not arrive, is only asked for, or was there before. */
export function raisesDoubt(text: string): boolean {
  return DOUBT.test(text.replace(NO_TROUBLE, ''));
}

/** Whether a line without a version is a title over what follows. */
export function isTitle(text: string): boolean {
  return /実績|一覧|履歴|情報|レポート/.test(text);
}

/** Whether a line is a sentence: it tells about components, and does not list them. */
export function isSentence(text: string): boolean {
  return /。|ます|です|ください|下さい/.test(text);
}
