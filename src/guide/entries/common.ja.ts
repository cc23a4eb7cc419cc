/** The desk that the notice names first, with its number. */
export const callCenter = '{contact}';

/** Whoever set the terminal up or looks after it. */
export const vendor = '端末を設置・保守している業者';

/** Whoever provides the line and its router. */
export const lineProvider = '回線の業者';

export const noteWords = 'リーダーと端末に出た文を、そのまま書き留めてください。';

/** A restart, told the only safe way. */
export const restartRows = [
  'ほかの作業をすべて保存してください。',
  '患者さんの資格確認中なら、終わるまで待ってください。',
  '「シャットダウン」や「サインアウト」は選ばないでください。',
  '「スタート」の「電源」から「再起動」を選んでください。',
] as const;

/** Rows that stand only where a restart completes the version-up. */
export function whereRestart(...rows: readonly string[]): readonly string[] {
  return rows.map((row) => `{restart:${row}}`);
}

/** The same in one row, where a restart is only mentioned. */
export const restartSafely = '再起動は、作業を保存し、患者さんがいないときにしてください。';

export const readVersionRow = '{restart:起動したら、}{component}のバージョンを確かめてください。';

export const readAgainRow = 'この画面で「r」キーを押し、読み直してください。';

export const leaveTask = 'タスクを自分で作ったり直したりしないでください。';
