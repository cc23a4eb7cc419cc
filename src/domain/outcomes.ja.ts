import type { DownloadOutcome, Obstacle } from './facts.ts';
import type { RestartAnswer } from './outcomes.ts';

const thenReadAgain = '{restart:再起動してから、}バージョンをもう一度確かめます。';

/** How a press of 「今すぐダウンロード」 ended, and what that means; `{restart:…}` as in `filled`. */
export const outcomeTexts: Readonly<Record<DownloadOutcome, { readonly title: string; readonly next: string }>> = {
  'restart-required': { title: 'ツールが再起動を求めています。', next: '続けて端末を再起動してください。' },
  'already-latest': { title: 'ツールは、すでに最新だと答えました。', next: thenReadAgain },
  error: {
    title: 'ツールがエラーを表示しました。',
    next: '{restart:再起動でエラーは消えます。そのあと、}もう一度ダウンロードします。',
  },
  hang: {
    title: 'ツールからの応答が途切れました。',
    next: 'ツールの画面を確かめてください。動いていなければ{restart:再起動します。}{no-restart:、バージョンをもう一度確かめます。}',
  },
  crash: { title: 'ツールが途中で終わりました。', next: thenReadAgain },
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
  'session-disconnected': '遠隔操作の接続が切れています。',
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

/** How the system answered to the request to restart, by shutdown's exit code. */
export const restartAnswerTexts: Readonly<Record<RestartAnswer, string>> = {
  accepted: '再起動を予約しました。',
  denied: '再起動する権限がありません。',
  'bad-parameter': '再起動の指定が受け付けられませんでした。',
  'already-going-down': '端末はすでに終了の途中です。そのままお待ちください。',
  'nothing-to-cancel': '取り消す再起動の予約はありませんでした。',
  'already-scheduled': '再起動はすでに予約されています。',
  'others-signed-in': 'ほかの利用者がサインインしています。',
  locked: '画面がロックされているため再起動できませんでした。',
  other: '再起動の指示が失敗しました。',
};
