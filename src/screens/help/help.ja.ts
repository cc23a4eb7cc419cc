/** The help screen. */
export const helpTexts = {
  itemSettings: '設定を見る',
  keysHere: (screen: string): string => `「${screen}」の画面のキー`,
  keys: 'そのほかのキー',
  paths: '使っている場所',
  version: 'oqs-console',
  privacy: '患者さんの情報は読みません。',
  pathNames: {
    journal: '作業記録',
    settings: '設定',
    notice: 'お知らせ',
    guide: '手引きに足したファイル',
    builtInNotice: '組み込み',
    versionInfo: (component: string): string => `${component} の Version.info`,
    deliveryRecord: '配信実績',
    notKnown: '不明',
    none: 'なし',
  },
} as const;
