/** The history screen. */
export const historyTexts = {
  toCommands: '実行したコマンドを見る',
  toJournal: '作業記録を見る',
  itemFilter: (query: string): string => (query === '' ? '言葉で絞り込む' : `言葉で絞り込む: ${query}`),
  itemSave: '印刷して渡すページを保存する',
  itemAcknowledge: '記録の欠けや書き換えの跡を、確認済みにする',
  askAcknowledge: {
    title: '記録の欠けや書き換えの跡を、確認済みにしますか',
    body: (state: string): readonly string[] => [
      state,
      '確認したことを、作業記録に残します。見つかったことの記録は消えません。',
      '心当たりがなければ、先に医療機関の責任者に知らせてください。',
    ],
    no: 'まだ確認していない',
    yes: '確認済みにする',
  },
  acknowledged: '記録の欠けや書き換えの跡を、確認済みにしました。',
  moreProblems: (count: number): string => `ほかに ${String(count)} か所あります。印刷するページに、すべて載ります。`,
  saved: (path: string): string => `保存した場所: ${path}`,
  toPrint: '印刷するときは、同じ名前の .html を開いてください。',
  filtering: '絞り込む言葉を入力して Enter を押してください。Esc で元に戻ります。',
  nothing: '記録はまだありません。',
  nothingRun: 'コマンドはまだ実行していません。',
  nothingFound: '当てはまるものがありません。言葉を短くするか、Esc で元に戻してください。',
  detail: {
    line: (line: number, seq: number): string => `作業記録の ${String(line)} 行目、通し番号 ${String(seq)}`,
    otherNotice: (id: string): string => `別のお知らせの記録です: ${id}`,
    commands: 'このあとに実行したコマンド(角括弧の中は終了コード):',
    noCommands: 'このあとに実行したコマンドの記録は、今回開いてからの分にはありません。',
    asker: (name: string): string => `点検「${name}」が実行しました。`,
    duration: (ms: number): string => `${String(ms)} ミリ秒かかりました。`,
  },
} as const;

/** The page about the journal that the clinic's responsible person keeps. */
export const historyPageTexts = {
  title: 'オンライン資格確認端末 作業記録',
  clinic: (name: string): string => `医療機関: ${name}`,
  terminal: (name: string): string => `端末: ${name}`,
  unknownTerminal: '(名前は不明)',
  notice: (title: string, id: string): string => `お知らせ: ${title}(${id})`,
  printed: (time: string, version: string): string => `作成: ${time}(oqs-console ${version})`,
  file: (path: string): string => `ファイル: ${path}`,
  chain: '記録のつながり',
  last: (seq: number, sha256: string): string => `最後の記録(通し番号 ${String(seq)})の SHA-256: ${sha256}`,
  entries: (count: number): string => `記録(${String(count)} 件、古い順)`,
  otherNotice: (id: string): string => `[別のお知らせ ${id}]`,
  privacy: 'oqs-console は患者さんの情報を読みません。ツールの言葉は、そのまま書き残しています。',
  sign: [
    '内容を確認しました。',
    '確認した日:           年       月       日',
    '責任者の署名:                                        ',
  ],
} as const;
