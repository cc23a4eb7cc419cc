/** The download; `{restart:…}` as in `filled`. */
export const downloadTexts = {
  intro: [
    '「配信アプリケーション管理ツール」を開き、「今すぐダウンロード」を一度だけ押します。',
    'ツールの言葉はそのまま表示します。{restart:終わったら端末の再起動が必要です。}',
  ],
  ask: {
    title: '「今すぐダウンロード」を押しますか',
    body: [
      '資材をダウンロードします。{restart:終わったあと、端末の再起動が必要です。}',
      '{restart:再起動の前に資格確認をするとエラーになります。}',
    ],
    no: 'やめる',
    yes: '押す',
  },
  inReception: '受付時間内です。{restart:このあとの再起動を、}次の患者さんの前に済ませられるときだけ進めてください。',
  /** Where the tool has asked for a restart that is not known to have been. */
  restartBefore: 'まず端末を再起動し、それでもバージョンが変わらないときだけ押してください。',
  itemPress: '「今すぐダウンロード」を押す',
  itemStopWaiting: '待つのをやめる(ツールは止めません)',
  itemToRestart: '再起動へ進む',
  itemGuide: '困ったときの手順を見る',
  itemByHand: '手で押す方法を見る',
  itemOpenTool: '「配信アプリケーション管理ツール」を開く',
  itemPressAgain: '代わりに押す方法を、もう一度試す',
  itemPressed: '自分で「今すぐダウンロード」を押した',
  answers: {
    'restart-required': '再起動を求める表示',
    'already-latest': 'すでに最新だという意味の表示',
    error: 'エラーの表示',
    'unknown-dialog': 'どれでもない、わからない',
  },
  steps: {
    opening: '「配信アプリケーション管理ツール」を開いています',
    pressing: '「今すぐダウンロード」を探しています',
    pressed: '「今すぐダウンロード」を押しました。ツールの答えを待っています',
  },
  running: (seconds: number): string => `ダウンロード中です(${duration(seconds)}経過)。`,
  /** As the tool itself says it. */
  percent: (bar: string, percent: number): string => `${bar} ${String(percent)}%(ツールの表示)`,
  silentFor: (seconds: number): string => `ツールの最後の言葉から ${duration(seconds)}`,
  guideIn: (seconds: number): string =>
    `このまま ${duration(seconds)}何も言わなければ、待つのをやめて手引きを開きます。`,
  said: 'ツールの言葉(そのまま):',
  saidNothing: 'ツールはまだ何も言っていません。',
  byHandIntro: [
    '1. デスクトップの「配信アプリケーション管理ツール」を開く。',
    '2. 「今すぐダウンロード」を一度だけ押す。',
    '3. 押したら、下の「自分で「今すぐダウンロード」を押した」を選ぶ。',
  ],
  byHandWatching: 'バージョンの変化を見ています。変わればここに出ます。',
  byHandAsk: 'ツールは何と答えましたか。近いものを選んでください。',
  askStop: {
    title: '待つのをやめますか',
    body: [
      'ツールは動き続けます。結果は「返事なし」として記録します。',
      '{restart:再起動}{no-restart:次の操作}は、ツールの画面を見て、終わったことを確かめてからにしてください。',
    ],
    no: '待ち続ける',
    yes: '待つのをやめる',
  },
  askPressed: {
    title: '「今すぐダウンロード」を押しましたか',
    body: ['押したことを記録します。{restart:このあと端末の再起動が必要になります。}'],
    no: 'まだ押していない',
    yes: '押した',
  },
  blocked: {
    current: (version: string): string => `すでに ${version} です。押す必要はありません。`,
    restartFirst: '先に再起動が必要です。',
    unknown: 'バージョンがわかりません。先に目視で確かめてください。',
    tooEarly: (when: string): string => `最初の配信の夜が明けるまでは押せません(${when} から押せます)。`,
    reading: '端末を調べています。終わるまでお待ちください。',
    restarting: '再起動の途中です。',
    running: 'すでにダウンロード中です。',
    byHand: 'このお知らせは手で行います。「お知らせの手順」を開いてください。',
  },
} as const;

/** `3 分 20 秒 `; seconds alone below a minute. */
function duration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${minutes > 0 ? `${String(minutes)} 分 ` : ''}${String(rest)} 秒`;
}
