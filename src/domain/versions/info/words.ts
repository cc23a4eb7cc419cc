import type { ComponentId, KnownComponentId } from '../../facts.ts';
import { builtInNames, mentionsIn } from '../record/names.ts';
import { saysNotYet } from '../record/words.ts';

/**
 * The words of a `Version.info`. All texts here are in NFKC and small letters, with a space where a word in mixed case
 * goes on (`FileVersion` is `file version`), and with a sign for each name of a component that the notice brings.
 */

/** The signs: of the component that is asked for, and of another one. */
export const ASKED = '\uF000';
export const ANOTHERS = '\uF001';

/** What components are called in files beside their Japanese names: by their folders, by these names in English. */
export const fileNames = [
  ['distribution-app', /(?<![a-z])oqs[-_ ]{0,3}distro[-_ ]{0,3}app(?![a-z])/g],
  ['link-app', /(?<![a-z])oqs[-_ ]{0,3}com[-_ ]{0,3}app(?![a-z])/g],
  [
    'face-library',
    /(?<![a-z])face[-_ ]{0,3}(?:auth(?:entication)?|recognition)?[-_ ]{0,3}(?:lib(?:rary)?|dll)(?![a-z])/g,
  ],
] as const satisfies readonly (readonly [KnownComponentId, RegExp])[];

const LABEL = /(?<![a-z])(?:(?:file|product|assembly)?version|ver|v)(?![a-z])|バージョン|ヴァージョン|版/;

/** What makes a label, and may stand anywhere. Nothing else does: systems, packages, settings have versions, too. */
const PLAIN =
  /(?<![a-z])(?:(?:file|product|assembly)?version|ver|v|file|product|assembly|informational|installed|current|string|value|info|information|name|number|id|oqs|(?:face[-_ ]?)?auth(?:entication)?|face[-_ ]?recognition|lib|library|libraries|dll|modules?|components?|the|is|of|(?:original|internal)(?= (?:file ?)?name)|filename|description|general|root|properties|property|item|entry|title|key|text|const|let|var|define|export|set|public|static|final)(?![a-z])|バージョン|ヴァージョン|版数|版|第|現在|現行|(?:インストール|導入|適用)(?:済み?|完了)|済み?|番号|ファイル|製品|名称|名前|名|部品|ライブラリ|モジュール|顔認証|コンポーネント|情報|説明|の|は|です/g;
/** What names an application before what it says of it: `AppVersion=`. */
const APPLICATION_LABEL = /^(?:app|application)(?= ?(?:name|version|ver)(?![a-z]))/;
const APPLICATIONS: ReadonlySet<ComponentId> = new Set(['distribution-app', 'link-app', 'reader-app']);
/** What these may also be called. */
const APPLICATION = /(?<![a-z])(?:app|application|link|distro|com)(?![a-z])|アプリ(?:ケーション)?|連携|配信/g;
/** What may stand behind a version or on a line without one, not before one: of builds, dates, and that all is well. */
const PLAIN_BEHIND =
  /(?<![a-z])(?:build|rev|revision|install(?= date)|date|time|released?|stable|final|arch(?:itecture)?|platform|x64|x86|jst|utc|am|pm|applied|true|yes|ok|success|completed?)(?![a-z])|ビルド|リリース日?|改訂|日付|日時|(?:最終)?(?:更新|作成|配信|公開|インストール|導入|適用)日時?|年月日|正式|安定|成功|正常|完了|有効|はい|午前|午後|曜日?|[日月火水木金土]/g;

/** Another part of the terminal, or something that has a version of its own. */
const PART =
  /\uF001|plug-? ?in|プラグイン|browser|ブラウザ|extension|拡張|add-? ?(?:in|on)(?![a-z])|アドオン|アドイン|face[-_ ]{0,3}app|(?<![a-z])tools?(?![a-z])|ツール|driver|ドライバ|firmware|ファームウェア|installer|インストーラ|updater|viewer|ビューア|(?<![a-z])(?:card )?reader|カード *リーダ/;
/** What the library runs on or speaks, an address. */
const THING =
  /(?<![a-z])(?:os|windows|win|linux|net|dotnet|framework|runtime|clr|java|jre|jdk|msvc|vc|schema|format|xml|xmlns|json|api|sdk|protocol|address|addr|ip|host|proxy|url|uri|https?|port|dns|gateway|kernel|bios|ssl|tls|chrome|edge)(?![a-z])|フレームワーク|ランタイム|スキーマ|フォーマット|書式|形式|プロトコル|動作環境|アドレス|ホスト|プロキシ/;
/** What is asked for, or was: a version elsewhere or at another time. */
const ELSEWHERE =
  /(?<![a-z])(?:min|minimum|max|maximum|lowest|highest|requires?|required|requirements?|needs?|later|higher|newer|above|below|target|supports?|supported|compat|compatible|compatibility|prev|previous|old|older|server|depends?|dependency|dependencies)(?![a-z])|必要|要求|要件|必須|最低|最小|最大|推奨|以上|以降|以下|未満|以前|対象|対応|互換|前回|旧|古い|(?:更新|変更|適用|導入|配信)[前後]|目標|サーバ|依存/;
/** What says that a version is the one that runs, and what makes a sentence: no word around it takes that back. */
const IN_USE =
  /(?<![a-z])(?:current|active|runs?|running|loaded|local|in use|installed|enabled|applied)(?![a-z])|現在|現行|稼働|実行|使用中|有効|(?:適用|導入|インストール)済|動作(?!環境)|[はがをで]|[ぁ-ん]{2}/;
/** What failed, was taken back or does not work, in words and in marks. */
const TROUBLE =
  /失敗|エラー|異常|中止|中断|取り?消|アンインストール|削除|ロールバック|復元|戻[しすりるっ]|無効|停止|不可|不正|不良|不明|不能|破損|でき(?:ず|ない)|ません|なかった|せず|いいえ|fail|error|uninstall|remov|delet|roll(?:ed|ing|s)?[-_ ]{0,3}back|revert|restor|abort|cancel|disabl|inactive|invalid|corrupt|broken|reject|denied|(?<![a-z])(?:not|no|false|ng|never)(?![a-z])|(?!^)[×✕✖✗✘☐□△▲]/;
/** A state, or a day, and what it is. */
const STATE =
  /(?:(?<![a-z])(?:installed|applied|active|enabled|success|completed?|status|state|result|(?:(?:install|creation|(?:last )?update) )?date|last updated?)|最終更新|(?:最終)?(?:インストール|導入|適用|更新|作成|配信|公開|リリース)?(?:状態|状況|結果|日時?|日付)|適用|導入|インストール|済み?|有効|完了)["'\])]{0,3} *[:=]["' ]{0,4}([^\s"',;<>()]*)/g;
const GOOD =
  /^(?:true|yes|ok|1|はい|済み?|成功|正常|有効|完了|installed|applied|active|enabled|success|completed?|(?:インストール|導入|適用)(?:済み?|完了)|v?\d{1,5}(?:\.\d{1,5}){1,3}|(?:20[1-8]\d|令和 ?\d{1,2})(?:[-/.年]? ?\d{1,2}[-/.月]? ?\d{1,2}日?)?(?:[t ]?\d{1,2}[:時]\d{2}(?:[:分]\d{2}(?:\.\d+)?秒?)?)?(?:z|[-+]\d\d:?\d\d)?)$/;
/** Brackets of tags are taken off before. */
const STRANGE_SIGN = /[^\p{L}\p{M}\p{N}\s:=.,;"'()[\]{}/\\\-_#*&|・、。「」『』【】《》〈〉≪≫■□◆◇●○▼★☆©®™─━]|\(\*|"""/u;
const KNOWN_NUMBER =
  /(?:(?<![a-z])(?:build|rev|revision|number|date|time)|番号|ビルド|改訂|日時?|日付)["' :=.#(]{0,6}\d+|(?<![a-z])x(?:64|86)(?!\d)/g;
const HARMLESS =
  /copyright|\(c\)|©|all rights reserved|著作権|株式会社|有限会社|支払基金|(?<![a-z])(?:inc|ltd|corp|corporation)(?![a-z])|^\W{0,3}(?:company(?: name)?|vendor|publisher|manufacturer|author|language|encoding|charset|guid|uuid|md5|sha ?\d*|checksum|hash|会社名?|メーカー名?|製造元|開発元|提供元|作成者)["']? *[:=]/;

/** Whether the component that is asked for is named. */
export function namesOwn(text: string, id: ComponentId): boolean {
  const isInFile = fileNames.some(([its, name]) => its === id && text.search(name) !== -1);
  return isInFile || text.includes(ASKED) || mentionsIn(text, builtInNames).some((mention) => mention.id === id);
}

/** Whether another part is named: another component, the browser's plug-in, a tool. */
export function namesPart(text: string, id: ComponentId): boolean {
  const others = fileNames.some(([other, name]) => other !== id && text.search(name) !== -1);
  return (
    others || PART.test(withoutNames(text, id)) || mentionsIn(text, builtInNames).some((mention) => mention.id !== id)
  );
}

/** Whether a text tells of a part, or of what is around the component: the system, a bound, an address, the past. */
export function isAnothers(text: string, id: ComponentId): boolean {
  return namesPart(text, id) || ((THING.test(text) || ELSEWHERE.test(text)) && !IN_USE.test(text));
}

/** Whether a text tells of what installs the component: its trouble is the component's. */
export function isInstaller(text: string): boolean {
  return /installer|インストーラ|updater|setup/.test(text);
}

/** Whether a text tells of what the component runs on, lies in or speaks: not of another part, nor of another time. */
export function isAround(text: string): boolean {
  return THING.test(text) && !PART.test(text) && !ELSEWHERE.test(text);
}

/** Whether a text tells of another version, and not whose: `[Required]`, `Mode=old`. */
export function isElsewhere(text: string): boolean {
  return ELSEWHERE.test(text) && !THING.test(text);
}

/** Whether a text says that something failed, was taken back, does not work, or gives a state not known to be good. */
export function isTroubled(text: string): boolean {
  return TROUBLE.test(text) || [...text.matchAll(STATE)].some(([, value = '']) => !GOOD.test(value));
}

/** Whether a line is about who made the program, in what language or when: it names no part. */
export function isHarmless(text: string): boolean {
  return HARMLESS.test(text);
}

/** Whether a version is called one. */
export function isLabelled(text: string): boolean {
  return LABEL.test(text);
}

/** Whether a text, which may stand before a version, holds a word that nobody knows: it may be another part's name. */
export function isStrangeBefore(text: string, id: ComponentId): boolean {
  return /\p{L}/u.test(withoutNames(text, id).replace(APPLICATION_LABEL, '').replace(PLAIN, ''));
}

/** The same behind a version, and on a line without one. States are not words: `isTroubled` looks at them. */
export function isStrange(text: string, id: ComponentId): boolean {
  const rest = withoutNames(text.replace(STATE, ' '), id).replace(APPLICATION_LABEL, '').replace(PLAIN, '');
  return /\p{L}/u.test(rest.replace(PLAIN_BEHIND, ''));
}

/** Whether words say something of a version, a state or a surrounding, or nothing: then they are nobody's name. */
export function isNoName(words: string): boolean {
  const isPlain = !/\p{L}/u.test(words.replace(PLAIN, '').replace(PLAIN_BEHIND, ''));
  const says = [LABEL, THING, ELSEWHERE, IN_USE].some((known) => known.test(words));
  return isPlain || says || isTroubled(`${words}=`) || saysNotYet(words);
}

/**
 * Whether signs (`?`, `>=`, `->`, `%`) or numbers (`Enabled 0`, `Version=6`) stand in a text of which nobody here knows
 * what they say.
 */
export function hasStrangeSigns(text: string): boolean {
  const bare = text
    .replaceAll(ASKED, ' ')
    .replace(/<!--|-->/g, ' ')
    .replace(/<([^<>]*)>/g, ' $1 ');
  return STRANGE_SIGN.test(bare) || /\d/.test(bare.replace(STATE, ' ').replace(KNOWN_NUMBER, ' '));
}

function withoutNames(text: string, id: ComponentId): string {
  const named = mentionsIn(text, builtInNames)
    .filter((mention) => mention.id === id)
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
  const bare = fileNames
    .filter(([its]) => its === id)
    .reduce((rest, [, name]) => rest.replace(name, ' '), named.replaceAll(ASKED, ' '));
  return APPLICATIONS.has(id) ? bare.replace(APPLICATION, '') : bare;
}
