/**
 * Words that say of a version that it is not in use yet: it was downloaded, received or unpacked, it waits, it is planned, it comes
 * with the next start, it is merely the newest there is. Delivered is not installed. In doubt a word belongs here: the cost is that
 * somebody looks with their own eyes.
 */
const NOT_YET = new RegExp(
  [
    'ダウンロード|受信|受領|取得|入手|展開|解凍|転送|転記|到着|到達|着信|届|格納|保管|保存|配布|配備|コピー|キャッシュ',
    '待|予定|予約|準備|保留|候補|途中|後で|後に|これから|今後|まだ|次回|次の|次期|次に|次版|近日|一時|仮|され(?:る|ます)',
    '(?:更新|適用|配信|導入|反映|実行|処理|進行|作業|送信|インストール)(?:中|可能)|(?:反映|適用|導入|インストール)(?:前|待)',
    '最新|新着|新しい|利用可|未(?!満)|再起動|再開後|起動時|ステージ|ペンディング|スタンバイ|キュー',
    'download|stag(?:e|ing)|pending|queue|receiv|fetch|unpack|extract|(?<![a-z])ready|schedul|wait|on hold|next|latest|newest|reboot|restart',
    'not (?:yet )?(?:installed|applied|active)|available|prepar|progress|to be|cache|defer|upcoming|new version|on boot|standby',
  ].join('|'),
);

/** What takes the meaning of "not yet" back: the restart has happened, or is not needed. */
const SETTLED = /再起動(?:の必要)?は? ?(?:済み?|完了|不要|ありません)|再起動の必要(?:なし|無し)/g;

/** Whether a text (NFKC, small letters) says that a version is not installed yet. */
export function saysNotYet(text: string): boolean {
  return NOT_YET.test(text.replace(SETTLED, ''));
}
