/** What the console's own keys do, besides those that every program has. */
export const consoleKeyTexts = {
  'cancel-restart': { label: '取り消す', help: '再起動の秒読みを取り消す(再起動の画面で)' },
  search: { label: '検索', help: '言葉で探す' },
  'read-again': { label: '再読込', help: '端末をもう一度調べる' },
} as const;

/** The screens by name. */
export const screenNames = {
  status: '状態',
  evening: '今夜の準備',
  'by-hand': '目で確かめる',
  download: 'ダウンロード',
  restart: '再起動',
  guide: 'エラーの手引き',
  history: '履歴',
  report: '完了報告',
  faq: 'よくある質問',
  support: '問い合わせの控え',
  settings: '設定',
  help: 'ヘルプ',
} as const;
