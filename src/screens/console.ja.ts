/** What the console says of itself: messages, refusals, questions on leaving. */
export const consoleTexts = {
  readOnly: '参照専用で開いています(--read-only)。操作はできません。',
  locked: (pid: number | null): string =>
    `別の oqs-console${pid === null ? '' : `(プロセス ${String(pid)})`} がこの端末を操作中です。見ることだけできます。`,
  lockTaken: 'この画面から操作できるようになりました。',
  takeOver: 'この画面から操作する',
  surveying: '端末を調べています。',
  surveyed: '読み直しました。',
  lateVersions: (names: readonly string[]): string => `${names.join('、')}の版を時間内に読み取れませんでした。`,
  unreadVersions: (names: readonly string[]): string => `${names.join('、')}の版が読めなくなりました。`,
  changedVersions: (names: readonly string[]): string => `${names.join('、')}の版が変わりました。`,
  journalFailed: (headline: string): string => `作業記録に書けません: ${headline}`,
  toolOpened: '「配信アプリケーション管理ツール」を開きました。',
  openingDocument: '資料を開いています。',
  documentOpened: (path: string): string => `資料を開きました: ${path}`,
  fileWritten: (path: string): string => `保存しました: ${path}`,
  copying: (label: string): string => `${label}をコピーしています。`,
  copied: (label: string): string => `${label}をコピーしました(読み返して確かめました)。`,
  recordShown: (path: string): string => `配信実績のファイルを覚えました: ${path}`,
  recordShownWithoutPath: '配信実績の場所はわかりませんでした。見えている版を入力してください。',
  blocked: (reason: string): string => `できません: ${reason}`,
  leaveTitle: '終了しますか',
  leaveStay: '続ける',
  leaveGo: '終了する',
  leaveCancelled: '取り消して終了',
  leaveCounting: 'そのまま終了',
  leaveDownload: [
    'ダウンロードの途中です。',
    '終了してもツールは動き続けますが、結果を見届けられません。',
    '次に開いたら、再起動の前にツールの画面を確かめてください。',
  ],
  leaveTyping: ['入力の途中です。終了すると、入力中の欄の文字は残りません。'],
  leaveCountdown: ['再起動の秒読みが進んでいます。', 'そのまま終了すると、時間になったところで再起動します。'],
  /** Until the journal has it. */
  recording: '記録しています。',
  supportCalled: '問い合わせたことを記録しました。',
  leftOn: (night: string): string =>
    `${night} の夜に点けたままにすることを記録しました。その夜が明けたら、もう一度開いてください。`,
  versionRecorded: (version: string): string => `目で見た版 ${version} を記録しました。`,
} as const;

export const byHandTexts = {
  intro: [
    '「配信アプリケーション管理ツール」の「配信実績の確認」を開き、',
    '表示されたファイルの「顔認証ライブラリ」の版を読み取って入力します。',
  ],
  itemShow: '「配信実績の確認」を開く',
  itemType: '見えた版を入力する',
  blockedByDownload: 'ダウンロードの途中です。終わってから開いてください。',
  required: (version: string): string => `必要: ${version} 以上`,
  prompt: '顔認証ライブラリの版:',
  promptAgain: '間違いを防ぐため、同じ版をもう一度入力してください:',
  notAVersion: '数字を点で区切って入力してください(例: 5.0.3)。',
  different: '一度目と違います。ファイルを見直して、最初から入力してください。',
  askTitle: (version: string): string => `版 ${version} を記録しますか`,
  askBody: ['ファイルに表示されている版と同じであることを確かめてください。'],
  askNo: 'やめる',
  askYes: '記録する',
} as const;

export const eveningTexts = {
  intro: (from: string, to: string): string =>
    `${from} から ${to} まで、端末とカードリーダーの電源を点けたままにします。翌朝、診療の前に再起動します。`,
  headingChecks: '端末の点検',
  headingTicks: '目で確かめること(Enter で確認済みにする)',
  ticks: {
    'reader-power': '顔認証付きカードリーダーの電源を点けたままにする',
    'terminal-stays-on': '端末はシャットダウンも再起動もせず、点けたままにする',
    'display-only-off': '画面を消すときはモニターの電源だけを切る',
  },
  itemLeave: (night: string): string => `${night} の夜に点けたままにする(記録する)`,
  blockedTicks: '先に上の項目をすべて確かめてください。',
  blockedNight: '配信のある夜はもうありません。',
  /** Behind `blockedNight`. */
  allDayFrom: (date: string): string => `${date} からは一日中配信されます。`,
} as const;
