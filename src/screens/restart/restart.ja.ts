export const restartTexts = {
  whatHappens: (seconds: number): readonly string[] => [
    `確認のあと ${String(seconds)} 秒数えてから、この端末を再起動します。`,
    '保存していない作業は失われます。先に保存してください。',
    '患者さんの資格確認の途中では行わないでください。',
  ],
  opensAgain:
    '再起動のあと、この画面がもう一度開くようにします。開かないときは、手で開いてください。続きから始まります。',
  windowsUpdates:
    'Windows の更新が再起動を待っています。仕上がるまで 20 分ほどかかることがあります。電源を切らずに待ってください。',
  remoteDrops: '遠隔操作の接続は切れます。端末が起動してからつなぎ直してください。',
  duringNight: (until: string): string =>
    `いまは配信の時間です(${until} まで)。再起動で夜間の配信が途切れることがあります。`,
  inReception: '受付時間内です。再起動が終わるまで資格確認はできません。次の患者さんの前に済ませてください。',
  unseenDownload: (pressedAt: string): string =>
    `${pressedAt} に押した「今すぐダウンロード」の結果を確かめていません。ツールがまだ動いているかもしれません。` +
    '先にツールの画面を見て、動いていれば終わるまで待ってください。',
  dialogNotAnswered: (pressedAt: string): string =>
    `${pressedAt} に「今すぐダウンロード」を押すと、ツールが見慣れない画面を出しました。何も答えていません。` +
    '先にツールの画面を見て、出ていれば対応し、動いていれば終わるまで待ってください。',
  ask: { title: '端末を再起動しますか', no: 'やめる', yes: '再起動する' },
  scheduledTitle: '再起動はすでに予約されています',
  scheduledBody: [
    '前に出した指示か、ほかの操作で、再起動の予約が入っています。',
    'そのまま待つか、この予約を取り消して予約し直すかを選んでください。',
  ],
  scheduledKeep: 'そのまま待つ',
  scheduledReplace: '予約し直す',
  itemRestart: '再起動する',
  itemCancel: '再起動を取り消す',
  itemAgain: 'もう一度再起動を指示する',
  itemGuide: '困ったときの手順を見る',
  counting: (seconds: number): string => `あと ${String(seconds)} 秒で再起動します。`,
  openByHand:
    '再起動のあと、この画面は自動では開きません。oqs-console をもう一度起動してください。続きから始まります。',
  becauseOfPlace:
    'このプログラムが、名前の長い場所か、ほかの人も書き換えられる場所にあるためです(自分のフォルダに移すと開きます)。',
  becauseOfUser: 'このコンソールが、画面の利用者とは別の利用者で動いているためです。',
  saveNow: '保存していない作業があれば、いま保存してください。',
  asking: 'システムに再起動を指示しています。',
  scheduledElsewhere: '予約済みの再起動を待っています。時刻はわかりません。',
  standing: (askedAt: string, dueAt: string): readonly string[] => [
    `${askedAt} に指示した再起動の予約が残っています(予定 ${dueAt})。`,
    '秒読みはシステムが続けています。いつ再起動してもおかしくありません。',
  ],
  standingShort: (askedAt: string, dueAt: string): string =>
    `${askedAt} に指示した再起動が、まもなく始まります(予定 ${dueAt})。`,
  timeUnknown: '不明',
  refused: (answer: string, exitCode: number | null): string =>
    exitCode === null ? answer : `${answer}(コード ${String(exitCode)})`,
  goingDown: 'まもなく再起動します。',
  overdue: [
    '時間になりましたが、再起動が始まりません。',
    'ほかのソフトが終了を止めていることがあります。画面の表示を確かめてください。',
    '始まらないときは、スタートメニューから「再起動」を選んでください(「シャットダウン」ではありません)。',
  ],
  cancelling: '再起動を取り消しています。',
  cancelled: '再起動を取り消しました。再起動はまだしていません。',
  notCancelled: (answer: string, exitCode: number): string =>
    `取り消せませんでした: ${answer}(コード ${String(exitCode)})`,
  /** `bootedAt` null: not known. `isKindKnown`: whether the system says how it was started. */
  proven: (bootedAt: string | null, isKindKnown: boolean): string => {
    const details = [...(bootedAt === null ? [] : [`${bootedAt} 起動`]), ...(isKindKnown ? [] : ['種類は不明'])].join(
      '、',
    );
    return details === '' ? '再起動を確認しました。' : `再起動を確認しました(${details})。`;
  },
  toolAsks: (pressedAt: string): string =>
    `${pressedAt} の「今すぐダウンロード」で、ツールが再起動を求めました。そのあとの再起動は、まだ確認できていません。`,
  notNeeded: 'いまは再起動の必要はありません。必要なときだけ、下から再起動できます。',
  notYet: (requestedAt: string): string => `${requestedAt} に指示した再起動は、まだ行われていません。`,
  downloadRuns: 'いまはダウンロードの途中です。再起動すると途切れるので、終わるまで待ってください。',
  blockedByDownload: 'ダウンロードの途中です。終わってから再起動してください。',
} as const;
