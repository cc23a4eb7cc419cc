import { numbersIn, takeDates } from './numbers.ts';

/**
 * Words that say of a version that it is not in use yet: it was downloaded, received or unpacked, it waits, it is
 * planned, it comes with the next start, it is merely the newest there is. Delivered is not installed. In doubt a word
 * belongs here: the cost is that somebody looks with their own eyes.
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
/** Names of the record and of its dates; they hold words that would mean something as a state. */
const HARMLESS =
  /配信(?:実績|履歴)|(?:配信|更新|適用|取得|出力|作成|インストール|導入|反映|完了)(?:日時?|日付|年月日|時刻)/g;
/** The restart has happened, or is not needed: that takes the meaning of "not yet" back. */
const RESTARTED = /再起動(?:の必要)?は? ?(?:済み?|完了|不要|ありません)|再起動の必要(?:なし|無し)/g;
/** The same, or that no error came up. */
const SETTLED = new RegExp(`${RESTARTED.source}|(?:エラー|異常|失敗|問題)(?:は)?(?:なし|無し|無|ありません)`, 'g');
/** Something went wrong or was taken back, is asked for or is somebody else's. */
const TROUBLE =
  /失敗|エラー|異常|障害|不可|不明|不正|不備|中止|中断|取消|取り消|スキップ|アンインストール|削除|撤去|ロールバック|戻し|戻る|必要|必須|要件|要求|要再|対象|期限|目標|推奨|拒否|無効|ません|ない|ください|下さい|(?<![a-z])(?:ng|no|not|err|errors?|fail[a-z]*|false|abort[a-z]*|cancel[a-z]*|skip[a-z]*|rolled|rollback|required?|expected|target|missing|invalid)(?![a-z])|uninstall|e?rror/;
/** A version that was delivered is on its way, and not installed by that. */
const DELIVERED = /配信(?:済|完了|成功|終了|され)|deliver/;

const STATES =
  '済み?|完了|成功|正常(?:終了|完了)?|(?:適用|インストール|導入|更新|反映)(?:済み?|完了)|(?<![a-z])(?:ok|installed|applied|success|succeeded|completed?|done)(?![a-z])';
const GOOD_STATE = new RegExp(`^(?:${STATES})(?:[ ,、()]*(?:${STATES}))*[ )。]*$`);
/** What may stand beside a component's version: labels of versions, dates and states, and that it is installed. */
const BESIDE = new RegExp(
  `(?:の? *(?:現在の?|現行の?|インストール済みの?)?)?(?:バージョン|版数?)|${STATES}|状態|状況|結果|日時|日付|年月日|(?:適用)?ステータス|午前|午後` +
    '|(?<![a-z])(?:version|ver|v|installed version|current version|date|time|status|state|result|info|[ap]\\.?m|jst|utc|gmt)(?![a-z])',
  'g',
);
/** What else may stand in a title, or label a component's name. */
const TITLES =
  /オンライン資格確認等?(?:システム)?|コンポーネント名?|(?<!配信)(?:アプリケーション|アプリ|ソフト(?:ウェア)?|モジュール|ライブラリ)名?|名称|名前|一覧|リスト|情報|以上|現在の?|件数|の|(?<![a-z])(?:component|name)(?![a-z])/g;
/** Signs that separate, list or frame. A box to tick, a cross and a bound are none of them. */
const SIGNS = /^[\s:=.,、。()"'|_/-]*$/;
/** Signs of a list before all else. Behind a word they are marks that may mean anything. */
const BULLETS = /^[\s■◆◇●▼▽・*]+/;
const EMPTY_FRAME = /\[ *\]|\( *\)|【 *】/;
const FRAMES = /[【】[\]《》「」『』≪≫<>~#]/g;
/** Who the record is of, and how much stands in it. */
const INSTITUTION =
  /^医療機関(?:コード|番号) *[:=]?[ |]*[\d-]+$|^医療機関(?:名称?) *[:=]?[ |]*[^.、。]{1,40}(?:院|所|局|科|会|部|園|荘|クリニック|センター|ホーム|デンタル|clinic|hospital)$|^(?:端末|コンピュータ|pc)(?:名称?|id|番号) *[:=]?[ |]*[a-z\d_-]+$/;
const COUNT = /(?:件数|合計)[ :=]*\d{1,6} *件?/;
/** When the record itself, or a file, was fetched or written says nothing of a row. */
const FILE_DATE = /(?:取得|出力|作成)(?:日|年月日|時刻)/;
/** A mark where a value should be: `/  /`, `--/--/--`, `''`, `▼`. A bar stands for a name. */
const MARK_AT_END = /(?:^|[\s:=|])[/_.'"*…■◆◇●▼▽・-]+[\s:]*$|[:=] *年 *月 *日 *$/;
/** The names of other parts end with what they are. */
const OTHER_PART =
  /^[^:=。、\d]*(?:ツール|ドライバー?|プラグイン|サービス|カードリーダー?|plugin|driver|tool|service|agent)[ :=]*$/;

/** Whether a text (NFKC, small letters) says that a version is not installed yet. */
export function saysNotYet(text: string): boolean {
  return NOT_YET.test(text.replace(RESTARTED, ''));
}

/**
 * Whether a text (NFKC, small letters) says that a version is not in use: it waits, was merely delivered, failed, was
 * taken back, is required. Delivered is not installed; the record's name and the names of its dates say nothing.
 */
export function saysDoubt(text: string): boolean {
  const rest = text.replace(HARMLESS, ' ').replace(SETTLED, ' ');
  return saysNotYet(rest) || TROUBLE.test(rest) || DELIVERED.test(rest);
}

/** Whether a state is one that says that the version is installed. */
export function isGoodState(cell: string): boolean {
  return GOOD_STATE.test(cell.replace(SETTLED, '済'));
}

/** Whether all beside a component's version, dates and the version itself left out, is known good. */
export function isKnownBeside(text: string): boolean {
  return !saysDoubt(text) && !endsEmpty(text) && !FILE_DATE.test(text) && SIGNS.test(withoutBeside(text));
}

/** Whether a text beside a component's name, or a line over or under rows, is known to say nothing of a state. */
export function isKnownTitle(text: string): boolean {
  if (saysDoubt(text) || EMPTY_FRAME.test(text)) return false;
  return SIGNS.test(withoutBeside(text).replace(TITLES, ' ').replace(FRAMES, ' '));
}

/** Whether a line that names no component is known to say nothing of one. */
export function isKnownText(text: string): boolean {
  if (INSTITUTION.test(text)) return !saysDoubt(text);
  return isKnownTitle(text.replace(COUNT, ' ')) && !endsEmpty(text);
}

/** Whether a text names another part, and nothing else: 「配信アプリケーション管理ツール」. */
export function isOtherPart(text: string): boolean {
  return OTHER_PART.test(text.replace(FRAMES, ' ').replace(BULLETS, ''));
}

/** A text without its dates and dotted numbers. */
export function withoutNumbers(text: string): string {
  const { rest } = takeDates(text);
  return numbersIn(text).reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, rest);
}

/** A label without its value, or with a dash for one. */
function endsEmpty(text: string): boolean {
  return /[:=] *-*$|(?:^| )-+ *$/.test(text.trim()) || MARK_AT_END.test(text) || EMPTY_FRAME.test(text);
}

function withoutBeside(text: string): string {
  return withoutNumbers(text)
    .replace(BULLETS, '')
    .replace(HARMLESS, ' ')
    .replace(SETTLED, ' ')
    .replace(/\[(?:info|ok)\]/g, ' ')
    .replace(BESIDE, ' ');
}

/** The words beside a text's numbers and dates, to compare rows by; that a version is called one says nothing. */
export function besideOf(text: string): string {
  return withoutNumbers(text)
    .replace(/バージョン|版数?|(?<![a-z])v(?:er(?:sion)?)?(?![a-z])/g, '')
    .replace(/[^\p{L}|]+/gu, '');
}

/** Whether a text without its numbers says of a version that it is installed. */
export function saysInstalled(text: string): boolean {
  return /(?:適用|インストール|導入|更新|反映)(?:済|完了)|成功|正常|(?<!配信)(?:済|完了)|installed|applied|success|done/.test(
    text,
  );
}

/** A label without its value: that may stand on the next line, or not at all. */
export function isLabel(text: string): boolean {
  return /^(?:(?:配信|更新|適用|インストール|導入|反映|完了)?(?:日時?|日付|年月日|時刻)|状態|状況|結果|(?:適用)?ステータス|status|state|date|time)$/.test(
    text,
  );
}
