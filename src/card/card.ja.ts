import { endFromEveningBefore, theNight } from '../domain/notice/night-names.ja.ts';
import { shortTime } from '../domain/notice/notice.ja.ts';

/** What both cards say of the nights and of whom to call. */
export const cardTexts = {
  notice: (title: string): string => `お知らせ: ${title}`,
  target: (name: string, version: string): string => `必要なバージョン: ${name} ${version} 以上`,
  deadline: (date: string): string => `期限: ${date}`,
  nights: {
    heading: '配信の夜',
    span: (first: string, last: string): string =>
      first === last
        ? `${first} の夜、{from} から {to} まで`
        : `${first} から ${last} まで、毎晩 {from} から {to} まで`,
    /** Where they begin in the small hours: nobody is there then. */
    spanInSmallHours: (first: string, last: string): string =>
      `${first === last ? first : `${first} から ${last} まで、毎日`} {from} から {to} まで(前の日の夕方から点けておきます)`,
    one: '配信のある夜のうち、どれか一晩点けておけば届きます。',
    excluded: (dates: string): string => `配信のない夜: ${dates}`,
    hole: (from: string, to: string): string => `配信の休み: ${from} から ${to} まで(電源は点けたままにします)`,
    gap: (last: string, allDay: string): string => `${theNight(last)}が明けてから ${allDay} までは、配信がありません。`,
    allDay: (from: string): string =>
      `${from} からは一日中配信されます。{restart:受付の最中にエラーが出ることがあります。}`,
    between: '、',
  },
  /** As one says it on the evening before. */
  end: (night: { readonly from: string; readonly to: string }): string =>
    `${endFromEveningBefore(night)}の ${shortTime(night.to)}`,
  contacts: '電話',
} as const;

/** The technician's card; `{restart:…}` and its like as in `filled`. */
export const technicianTexts = {
  title: 'バージョンアップの手順(技術者用)',
  bring: {
    heading: '持ち物',
    rows: [
      'oqs-console のフォルダを入れた USB メモリ',
      'この紙、職員の方に渡す紙、筆記用具',
      '{restart:サインインに使う名前とパスワード(再起動のあとに求められることがあります)}',
      '資料「発生エラー詳細」(お手元にあれば)',
    ],
    fields: (labels: string): string => `完了報告に書くもの: ${labels}`,
  },
  evening: {
    heading: '夕方、診療が終わったら',
    on: '端末とカードリーダーの電源を、{from} から {to} まで点けたままにしてください。',
    onInSmallHours: (end: string): string =>
      `端末とカードリーダーの電源を、これから${end} まで点けたままにしてください。配信は日付が変わったあとの {from} からです。`,
    rows: (on: string): readonly string[] => [
      'oqs-console を開き、「今夜の準備」を済ませてください。',
      on,
      '端末のシャットダウンと再起動は、しないでください。',
      '画面を消すときは、モニターの電源だけを切ってください。',
      '職員の方に渡す紙に日付と名前を書き、電源のスイッチのそばに貼ってください。',
    ],
  },
  morning: { night: '翌朝、最初の患者さんの前に', day: '診療の前に' },
  save: ['ほかの作業をすべて保存してください。', '患者さんの資格確認中なら、終わるまで待ってください。'],
  open: 'oqs-console を開き、「次にすること」に従ってください。',
  press: '「配信アプリケーション管理ツール」の「今すぐダウンロード」を押し、終わるまで待ってください。',
  restart: '「スタート」の「電源」から「再起動」を選んでください(「シャットダウン」ではありません)。',
  verify: (name: string, version: string): string => `${name}が ${version} 以上になったことを確かめてください。`,
  again: {
    tool: [
      '古いときは「今すぐダウンロード」を押し、終わるまで待ってください。',
      '{restart:終わったら、もう一度再起動してください。}',
      'もう一度バージョンを確かめてください。',
    ],
    hand: ['古いときは、手順をもう一度行ってください。'],
  },
  call: '二回くり返しても古いときは、{contact}に電話してください。',
  error: {
    heading: 'エラーが出たとき',
    rows: [
      'リーダーと端末に出た文を、そのまま書き留めてください。',
      '{restart:作業を保存し、患者さんがいないときに、端末を再起動してください。}',
      '{restart:エラーが消えても、必要なバージョンになるまでは済んでいません。}',
      'oqs-console の「エラーの手引き」で、出た言葉を探してください。',
    ],
  },
  report: {
    heading: '完了報告(医院のすべての端末が済んだら、一度だけ)',
    none: 'このお知らせに完了報告はありません。',
    field: (label: string, hint: string | null, value: string): string =>
      `${label}${hint === null ? '' : `(${hint})`}: ${value}`,
    toFill: '____________________',
    sent: '送ったら、oqs-console の「完了報告」の画面で記録してください。',
  },
  times: {
    heading: 'かかる時間',
    check: (seconds: number): string => `点検: 一つについて、長くて ${String(seconds)} 秒待ちます。`,
    silence: (time: string): string =>
      `ダウンロード: ツールが ${time}のあいだ何も言わなければ、待つのをやめて次の手を示します。`,
    countdown: (time: string): string => `再起動: oqs-console から行うと、始まるまで ${time}数えます。`,
    minutes: (count: number): string => `${String(count)} 分`,
    seconds: (count: number): string => `${String(count)} 秒`,
    unknown: '実際にかかる時間は公開されていません。測って書いてください。',
    measured: {
      tool: 'ダウンロード: ____ 分{restart:  再起動: ____ 分}',
      hand: '手順: ____ 分{restart:  再起動: ____ 分}',
    },
  },
} as const;

/** What the clinic's staff have at the switch and at reception. */
export const staffTexts = {
  title: { night: '今夜は電源を切らないでください', day: '端末のバージョンアップを行います' },
  tonight: {
    heading: '今夜: ____ 月 ____ 日',
    headingInSmallHours: (end: string): string => `____ 月 ____ 日の夕方から、${end} まで`,
    on: '{from} から {to} まで、端末とカードリーダーの電源を両方とも点けたままにしてください。',
    onInSmallHours: (end: string): string =>
      `${end} まで、端末とカードリーダーの電源を両方とも点けたままにしてください。配信は日付が変わったあとの {from} からです。`,
    rows: (on: string): readonly string[] => [
      on,
      '端末のシャットダウンと再起動は、しないでください。',
      '電源のスイッチ、コンセント、ブレーカーを切らないでください。',
      '画面を消すときは、モニターの電源だけを切ってください。',
    ],
  },
  nights: '配信の夜(印を付けた夜に点けておきます)',
  noNights: '夜に電源を点けておく必要はありません。',
  morning: {
    heading: { night: '翌朝', day: '診療の前に' },
    rows: [
      '担当者が、最初の患者さんの前に端末{restart:を再起動し、}{no-restart:の}バージョンを確かめます。',
      '{restart:再起動が済むまで、資格確認を始めないでください。}',
    ],
    who: '担当者: ________________  電話: ________________',
  },
  error: {
    heading: '受付でエラーが出たとき',
    rows: [
      'リーダーと端末に出た文や番号を、そのまま書き留めてください。',
      '患者さんに、少し待っていただくよう伝えてください。',
      '{restart:ほかの作業をすべて保存してください。}',
      '{restart:「スタート」の「電源」から「再起動」を選んでください(「シャットダウン」ではありません)。}',
      '{restart:起動したら、}患者さんの資格確認をやり直してください。',
      'まだ出るときは、下の番号に電話し、書き留めた文を伝えてください。',
      '受付ができないときは、「緊急時医療情報・資格確認機能」を使えるか、その電話で聞いてください。',
    ],
  },
} as const;
