import type { FieldKind } from '../domain/notice/notice.ts';

/** The terminals that a notice is tried on. */
const sceneTexts = {
  before: '最初の夜の前の日',
  evening: '最初の夜',
  morning: '最初の夜が明けた朝。再起動していない',
  'morning-restarted': '最初の夜が明けた朝。再起動した',
  'morning-after': '最初の夜が明けた朝',
  hole: '夜のうち、配信がない時間',
  excluded: '配信のない夜',
  'last-evening': '最後の夜',
  today: '今日',
  'done-not-restarted': '{way}が、再起動していない',
  'done-once': '{way}あとも古い',
  'done-twice': '{way}。二回目のあとも古い',
  gap: '最後の夜のあと、一日中の配信の前',
  'all-day': '一日中の配信の間',
  late: '期限のあと',
  reached: '必要なバージョンになった',
  'reached-not-reported': '必要なバージョンになり、報告はまだ',
  'reached-reported': '必要なバージョンになり、報告も送った',
} as const;
export type SceneName = keyof typeof sceneTexts;

/** What a notice will say, for whoever wrote it. */
export const previewTexts = {
  heading: (title: string): string => `お知らせ: ${title}`,
  id: (id: string, format: number): string => `ID: ${id}  形式: ${String(format)}`,
  good: '[済] お知らせとして使えます。',
  warning: (text: string): string => `注意: ${text}`,
  targets: '求める部品とバージョン',
  target: (name: string, version: string): string => `${name} ${version} 以上`,
  versionInfo: (path: string | null): string => `Version.info: ${path ?? 'なし'}`,
  recordNames: (names: readonly string[]): string => `配信実績での名前: ${names.join('、')}`,
  way: {
    heading: '更新のしかた',
    tool: '「配信アプリケーション管理ツール」の「今すぐダウンロード」で受け取る',
    hand: '手で、次の手順を行う',
    step: (number: number): string => `${String(number)}. `,
    restart: '再起動すると完了する',
    noRestart: '再起動は要らない',
  },
  calendar: {
    heading: '配信の夜',
    zone: (zone: string): string => `時刻は ${zone} のものです`,
    none: '夜の配信はない',
    night: (from: string, to: string): string => `${from} から ${to} まで`,
    excluded: (date: string): string => `${date} 配信なし`,
    hole: (from: string, to: string): string => `このうち ${from} から ${to} までは配信なし`,
    allDay: (from: string): string => `一日中の配信: ${from} から`,
    noAllDay: '一日中の配信: なし',
    gap: (from: string, to: string): string => `配信なし: ${from} から ${to} まで`,
    deadline: (date: string, end: string): string => `期限: ${date}(${end} まで)`,
    noDeadline: '期限: なし',
  },
  scenes: {
    old: '次にすること(古い端末)',
    reached: '次にすること(必要なバージョンになった端末)',
    names: sceneTexts,
    way: { tool: '「今すぐダウンロード」を押した', hand: '手順を行った' },
    scene: (at: string, name: string): string => `${at}  ${name}`,
    said: (mark: string, title: string): string => `${mark} ${title}`,
    alternative: (title: string): string => `または: ${title}`,
  },
  report: {
    heading: '完了報告',
    none: '完了報告はない',
    number: (number: string | null): string => `番号: ${number ?? 'なし'}`,
    way: 'フォームの開き方',
    fields: '項目',
    field: (label: string, kind: string, length: string, required: string): string =>
      `${label}: ${kind}${length}(${required})`,
    kinds: {
      fixed: 'お知らせの番号',
      date: '日付',
      text: '文字',
      digits: '数字',
      phone: '電話番号',
    } satisfies Record<FieldKind, string>,
    length: (length: number | null): string => (length === null ? '' : ` ${String(length)} 桁`),
    required: (required: boolean): string => (required ? '必須' : '任意'),
    hint: (hint: string): string => `書き方: ${hint}`,
    sample: (sample: string): string => `記入例: ${sample}(このままでは送れません)`,
  },
  contacts: { heading: '問い合わせ先', noHours: '受付時間: 書いていない' },
  card: '======== 印刷する紙(oqs-console card) ========',
  more: {
    heading: '質問と手引き',
    faq: (count: number): string => `よくある質問: ${String(count)} 件`,
    guide: (count: number): string => `このお知らせの手引き: ${String(count)} 件`,
  },
} as const;

/** What is no fault, but hardly meant. */
export const warningTexts = {
  deadlinePassed: '期限がもう過ぎています。',
  nightsPassed: '配信の夜は、もうすべて過ぎています。',
  deadlineBeforeLast: '期限が最後の夜より前です。',
  noWitness: (name: string): string =>
    `「${name}」には Version.info の場所も配信実績での名前もありません。「${name}」という名前の行がなければ、画面で見たバージョンを入力することになります。`,
  notAsked: (name: string): string => `「${name}」は components にありますが、targets にありません。`,
  noOlder: '求めるバージョンより古いものがないので、どの端末も済みになります。',
  numberNowhere: (number: string): string => `番号 ${number} を入れる項目(kind が fixed)がありません。`,
  noDateThere: (name: string): string =>
    `質問の {${name}} に入る日付がありません。「ありません」のような言葉が入ります。`,
  noPhone: (name: string): string => `問い合わせ先「${name}」の電話番号に、数字がありません。`,
  replacesBuiltIn: '組み込みのお知らせと同じ ID です。組み込みのものは使われなくなります。',
} as const;
