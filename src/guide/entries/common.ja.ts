/** The national call centre, as every entry names it. */
export const callCenter = 'オンライン資格確認等コールセンター(0800-080-4583)';

/** Whoever set the terminal up or looks after it. */
export const vendor = '端末を設置・保守している業者';

/** Whoever provides the line and its router. */
export const lineProvider = '回線の業者';

export const noteWords = 'リーダーと端末に出た文を、そのまま書き留めてください。';

/** A restart, told the only safe way. */
export const restartRows = [
  'ほかの作業をすべて保存してください。',
  '患者さんの資格確認中なら、終わるまで待ってください。',
  '「スタート」の「電源」から「再起動」を選んでください。',
  '「シャットダウン」や「サインアウト」は選ばないでください。',
] as const;

/** The same in one row, where a restart is only mentioned. */
export const restartSafely = '再起動は、作業を保存し、患者さんがいないときにしてください。';

export const readVersionRow = '起動したら、顔認証ライブラリのバージョンを確かめてください。';

export const readAgainRow = 'この画面で「r」キーを押し、読み直してください。';
