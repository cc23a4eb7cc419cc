import type { DownloadOutcome, Obstacle } from '../core/facts.ts';

/** How a press of 「今すぐダウンロード」 ended, and what that means. */
export const outcomeTexts: Readonly<
  Record<DownloadOutcome, { readonly title: string; readonly next: string }>
> = {
  'restart-required': { title: 'ツールが再起動を求めています。', next: '続けて端末を再起動してください。' },
  'already-latest': {
    title: 'ツールは、すでに最新だと答えました。',
    next: '再起動してから、版をもう一度確かめます。',
  },
  error: {
    title: 'ツールがエラーを表示しました。',
    next: '再起動でエラーは消えます。そのあと、もう一度ダウンロードします。',
  },
  hang: {
    title: 'ツールからの応答が途切れました。',
    next: 'ツールの画面を確かめてください。動いていなければ再起動します。',
  },
  crash: { title: 'ツールが途中で終わりました。', next: '再起動してから、版をもう一度確かめます。' },
  'window-missing': {
    title: 'ツールの画面を開けませんでした。',
    next: 'ボタンは押していません。手で押す方法に切り替えます。',
  },
  'button-missing': {
    title: '「今すぐダウンロード」のボタンが見つかりません。',
    next: 'ボタンは押していません。手で押す方法に切り替えます。',
  },
  'unknown-dialog': {
    title: 'ツールが見慣れない画面を出しています。',
    next: '何も答えていません。下の言葉を確かめ、ツールの画面で対応してください。',
  },
};

/** Why the console cannot press for the operator, in one sentence each. */
export const obstacleTexts: Readonly<Record<Obstacle, string>> = {
  'tool-not-found': '「配信アプリケーション管理ツール」が見つかりません。',
  'several-tools': '管理ツールらしいプログラムが二つ以上あります。',
  'powershell-missing': 'この端末には Windows PowerShell がありません。',
  'powershell-barred': 'Windows PowerShell の使用が禁じられています。',
  'powershell-silent': 'Windows PowerShell が答えません。',
  'screen-locked': '端末の画面がロックされています。',
  'session-disconnected': '遠隔操作の窓が最小化されているか、切れています。',
  'session-0': 'このコンソールは、画面のない所で動いています。',
  'constrained-language': '端末の利用制限で、画面を操作できません。',
  'tool-elevated': '管理ツールだけが、管理者の権限で動いています。',
  'automation-missing': '画面を操作する Windows の部品を使えません。',
  'window-not-found': '管理ツールの画面が見つかりません。',
  'button-not-found': '管理ツールの画面に、押すボタンが見つかりません。',
  'several-matches': '当てはまる画面かボタンが、二つ以上あります。',
  'button-disabled': '管理ツールのボタンが、今は押せません。',
};

/** Why a tool that the operator wanted to see did not come up, and what they can do themselves. */
export const obstacleWays = {
  open: 'デスクトップの「配信アプリケーション管理ツール」を自分で開いてください。',
  record: 'デスクトップの「配信アプリケーション管理ツール」で「配信実績の確認」を自分で押してください。',
} as const;

/** The buttons that are there instead of the one that was looked for. */
export function buttonsThere(names: readonly string[]): string {
  return `あるボタン: ${names.map((name) => `「${name}」`).join('')}`;
}

export const downloadTexts = {
  intro: [
    '「配信アプリケーション管理ツール」を開き、「今すぐダウンロード」を一度だけ押します。',
    'ツールの言葉はそのまま表示します。終わったら端末の再起動が必要です。',
  ],
  askTitle: '「今すぐダウンロード」を押しますか',
  askBody: [
    '資材をダウンロードします。終わったあと、端末の再起動が必要です。',
    '再起動の前に資格確認をするとエラーになります。',
  ],
  inReception: '受付時間内です。このあとの再起動を、次の患者さんの前に済ませられるときだけ進めてください。',
  askChoiceNo: 'やめる',
  askChoiceYes: '押す',
  itemPress: '「今すぐダウンロード」を押す',
  itemStopWaiting: '待つのをやめる(ツールは止めません)',
  itemToRestart: '再起動へ進む',
  itemGuide: '困ったときの手順を見る',
  itemByHand: '手で押す方法を見る',
  itemOpenTool: '「配信アプリケーション管理ツール」を開く',
  itemPressAgain: '代わりに押す方法を、もう一度試す',
  itemPressed: '自分で「今すぐダウンロード」を押した',
  itemStatus: '状態の画面に戻る',
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
  running: (minutes: number): string =>
    minutes < 1 ? 'ダウンロード中です。' : `ダウンロード中です(${String(minutes)} 分経過)。`,
  said: 'ツールの言葉(そのまま):',
  saidNothing: 'ツールはまだ何も言っていません。',
  byHandIntro: [
    '1. デスクトップの「配信アプリケーション管理ツール」を開く。',
    '2. 「今すぐダウンロード」を一度だけ押す。',
    '3. 押したら、下の「自分で「今すぐダウンロード」を押した」を選ぶ。',
  ],
  byHandWatching: 'この画面は版の変化を見ています。変わればここに出ます。',
  byHandAsk: 'ツールは何と答えましたか。近いものを選んでください。',
  askStopTitle: '待つのをやめますか',
  askStopBody: [
    'ツールは動き続けます。結果は「返事なし」として記録します。',
    '再起動は、ツールの画面を見て、終わったことを確かめてからにしてください。',
  ],
  askStopNo: '待ち続ける',
  askStopYes: '待つのをやめる',
  askPressedTitle: '「今すぐダウンロード」を押しましたか',
  askPressedBody: ['押したことを記録します。このあと端末の再起動が必要になります。'],
  askPressedNo: 'まだ押していない',
  askPressedYes: '押した',
  blocked: {
    current: (version: string): string => `すでに ${version} です。押す必要はありません。`,
    restartFirst: '先に再起動が必要です。',
    unknown: '版がわかりません。先に目視で確かめてください。',
    tooEarly: (when: string): string => `配信がまだ始まっていません(最初の夜が明ける ${when} から)。`,
    reading: '端末を調べています。終わるまでお待ちください。',
    restarting: '再起動の途中です。',
    running: 'すでにダウンロード中です。',
  },
} as const;
