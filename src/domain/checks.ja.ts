/** The checks, in the order in which they are shown. Phone codes count on their places: only add at the end. */
export const checkIds = [
  'component-versions',
  'delivery-calendar',
  'clock',
  'restart-state',
  'delivery-task',
  'power-settings',
  'network',
  'disk-space',
  'card-reader',
  'management-tool',
  'session',
] as const;
export type CheckId = (typeof checkIds)[number];

/** What the checks look at, short enough for a list. */
export const checkNames: Readonly<Record<CheckId, string>> = {
  'component-versions': 'バージョン',
  'delivery-calendar': '配信の日程',
  clock: '時計',
  'restart-state': '再起動の状態',
  'delivery-task': '配信タスク',
  'power-settings': '電源の設定',
  network: 'ネットワーク',
  'disk-space': 'ディスクの空き',
  'card-reader': 'カードリーダー',
  'management-tool': '配信アプリケーション管理ツール',
  session: 'サインインの状態',
};
