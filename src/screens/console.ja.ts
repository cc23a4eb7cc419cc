import { theNight } from '../domain/notice/night-names.ja.ts';

/** What the console says of itself: messages, refusals, questions on leaving. */
export const consoleTexts = {
  toStatus: '状態の画面に戻る',
  readOnly: '参照専用で開いています(--read-only)。操作はできません。',
  locked: (pid: number | null): string =>
    `別の oqs-console${pid === null ? '' : `(プロセス ${String(pid)})`} がこの端末を操作中です。見ることだけできます。`,
  lockLost: (pid: number | null): string =>
    `別の oqs-console${pid === null ? '' : `(プロセス ${String(pid)})`} が操作を始めました。` +
    'この画面は見ることだけできます。どちらか一方を閉じてください。',
  /** `key`: of the screen that has the row. */
  ownerEnded: (key: string | null, row: string): string =>
    `操作していた oqs-console は終わったようです。${key === null ? '' : `[${key}] `}「${screenNames.status}」の「${row}」で引き継げます。`,
  stillLocked: 'まだ別の oqs-console が操作中です。そちらが終わってから、もう一度選んでください。',
  programGone:
    'プログラムのフォルダが読めません。USB メモリを挿し直すか、閉じて開き直してください。作業記録は端末にあり、失われません。',
  lockTaken: 'この画面から操作できるようになりました。',
  surveying: '端末を調べています。',
  surveyed: '読み直しました。',
  awaitReading: 'まだ確認中です。結果が出るまで、お待ちください。',
  lateVersions: (names: readonly string[]): string => `${names.join('、')}のバージョンを時間内に読み取れませんでした。`,
  unreadVersions: (names: readonly string[]): string => `${names.join('、')}のバージョンが読めなくなりました。`,
  changedVersions: (names: readonly string[]): string => `${names.join('、')}のバージョンが変わりました。`,
  journalFailed: (headline: string): string => `作業記録に書けません: ${headline}`,
  toolOpened: '「配信アプリケーション管理ツール」を開きました。',
  openingDocument: '資料を開いています。',
  documentOpened: (path: string): string => `資料を開きました: ${path}`,
  saving: '保存しています。',
  waited: (seconds: number): string => `${String(seconds)} 秒たちました。終わると、ここに出ます。`,
  fileWritten: (path: string): string => `保存しました: ${path}`,
  answerFirst: (choose: string | null, answer: string | null): string =>
    `終了するときは、${choose ?? ''} で選んで ${answer ?? ''} を押してください。`,
  typedTooSoon: (open: string | null, back: string | null): string =>
    `数字は、${open ?? ''} で入力欄を開いてから打ってください。ほかの画面へは、先に ${back ?? ''} で戻ってください。`,
  copying: (label: string): string => `${label}をコピーしています。`,
  copied: (label: string): string => `${label}をコピーしました(読み返して確かめました)。`,
  recordShown: (path: string): string => `配信実績のファイルを覚えました: ${path}`,
  recordShownWithoutPath: '配信実績の場所はわかりませんでした。見えているバージョンを入力してください。',
  blocked: (reason: string): string => `できません: ${reason}`,
  leaveTitle: '終了しますか',
  leaveStay: '続ける',
  leaveGo: '終了する',
  leaveCancelled: '取り消して終了',
  leaveCounting: 'そのまま終了',
  leaveDownload: [
    'ダウンロードの途中です。',
    '終了してもツールは動き続けますが、結果を見届けられません。',
    '次に開いたら、{restart:再起動の前に}ツールの画面を確かめてください。',
  ],
  leaveCopying: ['フォームに写す値を見ています。値のコピーは Enter です。'],
  leaveTyping: ['入力の途中です。終了すると、入力中の欄の文字は残りません。'],
  leaveTyped: (labels: readonly string[]): string =>
    `${labels.map((label) => `「${label}」`).join('、')}に入力したものは、終了すると残りません。` +
    '要るときは、先にファイルに保存するか、書き留めてください。',
  leaveCountdown: ['再起動の秒読みが進んでいます。', 'そのまま終了すると、時間になったところで再起動します。'],
  /** Until the journal has it. */
  recording: '記録しています。',
  supportCalled: '問い合わせたことを記録しました。',
  stepTicked: (number: number): string => `手順 ${String(number)} を済みにしました。`,
  stepUnticked: (number: number): string => `手順 ${String(number)} を、まだに戻しました。`,
  handStepsDone: 'お知らせの手順を行ったことを記録しました。',
  leftOn: (night: string): string =>
    `${theNight(night)}に点けたままにすることを記録しました。その夜が明けたら、もう一度開いてください。`,
  versionRecorded: (version: string): string => `目で見たバージョン ${version} を記録しました。`,
} as const;

/** The bar at the top of every screen while something runs on the terminal. */
export const underWayTexts = {
  mark: '[進行中]',
  download: (minutes: number, seconds: number): string =>
    `ダウンロード ${minutes === 0 ? '' : `${String(minutes)} 分 `}${String(seconds)} 秒経過`,
  restart: (seconds: number): string => `再起動まで ${String(seconds)} 秒`,
  restartNow: 'まもなく再起動します',
  restartAtUnknownTime: '再起動の予約あり(時刻は不明)',
  /** How to call it off: by this key; by this one after another; on this screen. */
  cancel: (key: string): string => `[${key}] 取り消す`,
  cancelAfter: (first: string, then: string): string => `[${first}] のあと ${then}`,
  cancelOn: (key: string): string => `[${key}] 取り消しの画面`,
  cancelElsewhere: '取り消しは、操作中の画面で',
  /** To the row that takes over from a console that has ended; on its own screen. */
  takeOver: (key: string, row: string): string => `[${key}] 「${row}」`,
  takeOverHere: (row: string): string => `「${row}」を選ぶ`,
  downloadElsewhere: '別の画面で操作中',
} as const;

/** What the console's own keys do, besides those that every program has. */
export const consoleKeyTexts = {
  'cancel-restart': { label: '取り消す', help: '再起動の秒読みを取り消す(再起動の画面で)' },
  search: { label: '検索', help: '言葉で探す' },
  'read-again': { label: '再読込', help: '端末をもう一度調べる' },
} as const;

/** The same in a row of keys. */
export const screenShortNames = {
  status: '状態',
  evening: '今夜',
  'by-hand': '目視',
  download: '取得',
  'hand-steps': '手順',
  restart: '再起動',
  guide: '手引',
  history: '履歴',
  report: '報告',
  faq: '質問',
  support: '控え',
  settings: '設定',
  help: '説明',
} as const;

/** The screens by name. */
export const screenNames = {
  status: '状態',
  evening: '今夜の準備',
  'by-hand': '目で確かめる',
  download: 'ダウンロード',
  'hand-steps': 'お知らせの手順',
  restart: '再起動',
  guide: 'エラーの手引き',
  history: '履歴',
  report: '完了報告',
  faq: 'よくある質問',
  support: '問い合わせの控え',
  settings: '設定',
  help: 'ヘルプ',
} as const;
