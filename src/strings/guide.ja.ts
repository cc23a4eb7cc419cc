/** The guide screen around its entries. */
export const guideTexts = {
  itemSearch: (query: string): string => (query === '' ? '言葉で探す' : `言葉で探す: ${query}`),
  itemNext: (title: string): string => `次へ進む: ${title}`,
  itemCheckAgain: '端末を調べ直す',
  itemCalled: '問い合わせたことを記録する',
  itemErrorDetails: '手元の資料「発生エラー詳細」を開く',
  itemStatus: '状態の画面に戻る',
  itemList: 'エラーの手引きの一覧を見る',
  askCalledTitle: '問い合わせたことを記録しますか',
  askCalledBody: [
    '電話で問い合わせたあとに記録します。作業記録に、今の時刻とともに残ります。',
    'ダウンロードと再起動を二度やり直したかどうかは、ここから数え直します。',
    '届いているバージョンや、ほかの記録は変わりません。',
  ],
  askCalledNo: 'やめる',
  askCalledYes: '記録する',
  heading: {
    seen: '見えたもの',
    see: 'このように見えます',
    why: '原因',
    do: '対応(上から順に)',
    call: '直らないとき',
  },
  nothingFound: '見つかりません。言葉を短くするか、Esc で一覧に戻ってください。',
  searching: '探す言葉を入力して Enter を押してください。',
} as const;
