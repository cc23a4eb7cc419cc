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
  downloadElsewhere: '別の画面で操作中',
} as const;
