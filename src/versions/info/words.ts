import type { ComponentId } from '../../core/facts.ts';
import { mentionsIn } from '../record/names.ts';
import { saysNotYet } from '../not-yet.ts';

/**
 * The words of a `Version.info`. All texts here are in NFKC and small letters, with a space where a word in mixed case goes on
 * (`FileVersion` is `file version`).
 */

/** The names that the components carry in files, beside their Japanese ones: of the folders they lie in, and the Japanese ones in English. */
const OWN_NAMES: Readonly<Record<ComponentId, RegExp>> = {
  'distribution-app': /(?<![a-z])oqs[-_ ]{0,3}distro[-_ ]{0,3}app(?![a-z])/g,
  'link-app': /(?<![a-z])oqs[-_ ]{0,3}com[-_ ]{0,3}app(?![a-z])/g,
  'face-library':
    /(?<![a-z])face[-_ ]{0,3}(?:auth(?:entication)?|recognition)?[-_ ]{0,3}(?:lib(?:rary)?|dll)(?![a-z])/g,
  'reader-app': /(?!)/g,
};

const LABEL = /(?<![a-z])(?:(?:file|product|assembly)?version|ver|v)(?![a-z])|バージョン|ヴァージョン|版/;

/** Words that may stand before a version and leave it the version of what the file is about. */
const PLAIN_BEFORE =
  /(?<![a-z])(?:(?:file|product|assembly)?version|ver|v|file|product|assembly|informational|installed|current|full|released?|string|value|info|information|name|number|no|id|oqs|auth|authentication|face|the|is|of|recognition|online|system|lib|library|libraries|dll|modules?|components?|packages?|software|products|general|common|main|data|root|configuration|config|settings?|properties|property|item|entry|title|key|text|const|let|var|define|export|set|public|static|final)(?![a-z])|バージョン|ヴァージョン|版数|版|第|現在|現行|インストール済み?|導入済み?|適用済み?|済み?|番号|ファイル|製品|名称|名前|名|部品|ライブラリ|モジュール|顔認証|オンライン資格確認|資格確認|コンポーネント|ソフト(?:ウェア)?|システム|端末|情報|等|の|は|です/g;
/** What the components that are applications may also be called. */
const APPLICATION = /(?<![a-z])(?:app|application|link|distro|com)(?![a-z])|アプリ(?:ケーション)?|連携|配信/g;
/** Words that may stand behind a version: of builds and dates. */
const PLAIN_BEHIND =
  /(?<![a-z])(?:build|rev|revision|date|time|stable|final|x64|x86|bit|jst|utc|am|pm|copyright|by|on)(?![a-z])|ビルド|リリース|改訂|日付|日時|更新日?|作成日?|配信日?|年月日|正式|安定|午前|午後|曜日?|[日月火水木金土]/g;

/** Another part of the terminal, or something that has a version of its own. */
const PART =
  /plug-? ?in|プラグイン|browser|ブラウザ|extension|拡張|add-? ?(?:in|on)(?![a-z])|アドオン|アドイン|oqs[-_ ]{0,3}face[-_ ]{0,3}app|(?<![a-z])tools?(?![a-z])|ツール|driver|ドライバ|firmware|ファームウェア|installer|インストーラ|updater|viewer|ビューア|(?<![a-z])(?:card )?reader|カード *リーダ/;
/** What the library runs on, needs or is asked to be, an address, a version that was or is to come. */
const SURROUNDING =
  /(?<![a-z])(?:os|windows|win|linux|net|dotnet|framework|runtime|clr|java|jre|jdk|msvc|vc|schema|format|xml|xmlns|json|api|sdk|protocol|min|minimum|max|maximum|lowest|highest|requires?|required|requirements?|needs?|later|higher|newer|above|below|target|supports?|supported|compat|compatible|compatibility|prev|previous|old|older|before|from|base|baseline|upgrade|address|addr|ip|host|proxy|url|uri|https?|port|dns|gateway|server|depends?|dependency|dependencies|kernel|bios|backup|rollback|ssl|tls|chrome|edge)(?![a-z])|フレームワーク|ランタイム|スキーマ|フォーマット|書式|形式|プロトコル|必要|要求|要件|必須|動作環境|最低|最小|最大|推奨|以上|以降|以下|未満|以前|対象|対応|互換|前回|旧|古い|(?:更新|変更|適用|導入|配信)[前後]|目標|アドレス|ホスト|プロキシ|サーバ|依存|バックアップ|ロールバック|期待/;

/** Whether the component that is asked for is named. */
export function namesOwn(text: string, id: ComponentId): boolean {
  return text.search(OWN_NAMES[id]) !== -1 || mentionsIn(text).some((mention) => mention.id === id);
}

/** Whether another part is named: another component, the browser's plug-in, a tool. */
export function namesPart(text: string, id: ComponentId): boolean {
  const others = Object.entries(OWN_NAMES).some(([other, name]) => other !== id && text.search(name) !== -1);
  return others || PART.test(withoutNames(text, id)) || mentionsIn(text).some((mention) => mention.id !== id);
}

/** Whether a text says that its number is something else's: a part's, the system's, a bound, an address, a version to come. */
export function isAnothers(text: string, id: ComponentId): boolean {
  return namesPart(text, id) || SURROUNDING.test(text) || saysNotYet(text);
}

/** Whether a version is called one. */
export function isLabelled(text: string): boolean {
  return LABEL.test(text);
}

/** Whether what stands before a version holds a word that nobody here knows: it may be another part's name. */
export function isStrangeBefore(text: string, id: ComponentId): boolean {
  return /\p{L}/u.test(withoutNames(text, id).replace(PLAIN_BEFORE, ''));
}

/** The same behind a version; a single Latin letter is a mark there. */
export function isStrangeBehind(text: string, id: ComponentId): boolean {
  const rest = withoutNames(text, id).replace(PLAIN_BEFORE, '').replace(PLAIN_BEHIND, '');
  return /\p{L}/u.test(rest.replace(/(?<!\p{L})[a-z](?!\p{L})/gu, ''));
}

function withoutNames(text: string, id: ComponentId): string {
  const bare = mentionsIn(text)
    .filter((mention) => mention.id === id)
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
    .replace(OWN_NAMES[id], ' ');
  return id === 'face-library' ? bare : bare.replace(APPLICATION, '');
}
