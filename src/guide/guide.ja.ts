/** The guide screen around its entries. */
export const guideTexts = {
  itemSearch: (query: string): string => (query === '' ? '言葉で探す' : `言葉で探す: ${query}`),
  screen: (name: string): string => `画面: ${name}`,
  inHistory: (count: number): string => `履歴: この言葉の記録が ${String(count)} 件`,
  question: (question: string): string => `よくある質問: ${question}`,
  itemNext: (title: string): string => `次へ進む: ${title}`,
  itemRestart: '再起動の画面を開く',
  itemPatient: '患者さんが待っているときの手順を見る',
  itemCheckAgain: '端末を調べ直す',
  itemCalled: '問い合わせたことを記録する',
  itemErrorDetails: '手元の資料「発生エラー詳細」を開く',
  itemSetErrorDetails: '資料「発生エラー詳細」の場所を設定する',
  itemList: 'エラーの手引きの一覧を見る',
  askCalled: {
    title: '問い合わせたことを記録しますか',
    body: [
      '電話で問い合わせたあとに記録します。作業記録に、今の時刻とともに残ります。',
      '記録のあとは、電話の案内に従って、{tool:ダウンロード}{no-tool:お知らせの手順}{restart:と再起動}をもう一度試せます。',
      '届いているバージョンや、ほかの記録は変わりません。',
    ],
    no: 'やめる',
    yes: '記録する',
  },
  heading: {
    seen: '見えたもの',
    here: 'ここでできること',
    see: 'このように見えます',
    why: '原因',
    do: '対応(上から順に)',
    now: (clock: string): string => `いまの状態(${clock} に確認)`,
    call: '直らないとき',
  },
  /** Before an instruction that is not ticked yet. */
  open: '[ ]',
  phone: (who: string): string => `電話: ${who}`,
  id: (id: string): string => `項目の名前: ${id}`,
  commandHint: '一つの項を読むには「oqs-console guide 項目の名前」と入力してください。',
  /** In the place of a night or a day that is not there. */
  nightsOver: '(配信のある夜は、もうありません)',
  noNights: '(夜間の配信はありません)',
  noAllDay: '(一日中の配信はありません)',
  allInOrder: 'この項に当たる点検は、どれも問題ありません。',
  commandLess: 'ぴったりの項がないので、近いものを並べます。',
  nothingFits: 'ぴったりの項がありません。まず、すぐ下の項を読んでください。',
  searching: '手引き・質問・画面・履歴から探します。言葉を入れて Enter。',
} as const;

/** The file as a whole. */
export const guideFileTexts = {
  remedy: 'ファイルを直すか外してください。書き方は「oqs-console schema guide」で確かめられます。',
  repeated: (id: string): string => `「${id}」が二度出ています`,
} as const;
