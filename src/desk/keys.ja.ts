/** What the desk's own keys do, besides those that every program has. */
export const deskKeyTexts = {
  narrow: { label: '検索', help: '言葉で絞り込む' },
  'next-state': { label: '状態', help: '次の状態の端末だけにする' },
  export: { label: null, help: 'いま見えている端末を CSV に書き出す' },
  'read-files': { label: '再読込', help: 'すべてのファイルを読み直す' },
} as const;

/** The screens by name. */
export const deskScreenNames = {
  'desk-clinics': '医療機関',
  'desk-terminals': '端末',
  'desk-detail': '詳細',
  'desk-bad': '読めないファイル',
  'desk-menu': 'ほかの操作',
  'desk-help': '説明',
} as const;
