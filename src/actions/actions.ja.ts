/** Telling the console where the delivery record is. */
export const recordPathTexts = {
  item: '配信実績のファイルの場所を入力する',
  byName: (path: string): string => `設定で決めた場所を使っています。変えるには「設定」の画面へ: ${path}`,
  prompt: '配信実績のファイルの場所(貼り付けもできます):',
  notWhole: 'ドライブから始まる場所を入力してください(例 C:\\ProgramData\\OQS\\record.csv)。',
  exchangeFolder: 'OQS フォルダの Req、Res、Face の中は読みません。配信実績のファイルを指定してください。',
  looking: 'ファイルを確かめています。',
  noAnswer: '決めた時間のうちにファイルを読めませんでした。',
  tryAgain: '場所を確かめて、もう一度お試しください。',
  ask: { title: '配信実績の場所として覚えますか', no: 'やめる', yes: '覚える' },
  path: (path: string): string => `場所: ${path}`,
  understood: '配信実績として読み取れました。',
  version: (name: string, version: string): string => `${name}: ${version}`,
  notUnderstood: 'ファイルはありますが、配信実績としては読み取れませんでした。',
  consequence: '覚えると、バージョンが「不明」になることがあります。正しい場所だと分かっているときだけ覚えてください。',
  learned: (path: string): string => `配信実績の場所を覚えました: ${path}`,
} as const;

/** Shown by the system beside its own countdown. */
export const restartComment = 'オンライン資格確認端末のバージョンアップのため再起動します(oqs-console)';

/** Another console acts on this terminal, and this one, which did until now, has done nothing. */
export const lockLostTexts = {
  headline: (pid: number | null): string =>
    `別の oqs-console${pid === null ? '' : `(プロセス ${String(pid)})`} がこの端末を操作しているため、実行しませんでした。`,
  tryNext: 'どちらか一方を閉じてください。この画面で続けるなら、もう一方を閉じたあと「状態」の画面で引き継げます。',
} as const;

/** Files that are to be carried away. */
export const carryTexts = {
  partMissing: {
    headline: 'プログラムのフォルダが読めないため、ZIP を作れません。',
    tryNext: 'USB メモリを挿し直すか、コンソールを閉じて開き直してください。',
  },
} as const;
