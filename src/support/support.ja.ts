/** The screen with the sheet "before you call", and the sheet itself. */
export const supportTexts = {
  // The code.
  code: '電話で伝えるコード',
  reading: '端末を調べています。コードと控えは、読み終わると出ます。',
  readAloud: '読み方',
  // The rows that do something.
  itemBundle: '問い合わせの資料(ZIP)を作る',
  itemClinic: (ticked: boolean): string =>
    `資料と控えに医療機関名・電話番号・端末名を入れる: ${ticked ? 'はい' : 'いいえ'}`,
  itemSheet: 'この控えをファイルに保存する',
  itemGuide: '電話する前に読む手引きを開く',
  itemOpen: '問い合わせの控えを見る',
  blockedReading: '端末を調べています。終わるまでお待ちください。',
  saving: '保存しています。',
  saved: (path: string): string => `保存しました: ${path}`,
  carry: 'USB メモリなどで渡してください。',
  // The question before a bundle is made.
  askTitle: '次のものを入れた資料を作りますか',
  askEntry: (name: string, words: string): string => `${name}: ${words}`,
  askNo: 'やめる',
  askYes: '作る',
} as const;

export const sheetTexts = {
  title: '問い合わせの控え',
  printed: (time: string, version: string): string => `作成: ${time}  oqs-console ${version}`,
  sections: {
    contacts: '問い合わせ先',
    verdict: '判定と理由',
    terminal: 'この端末',
    versions: '部品の版',
    checks: '問題のある点検',
    work: 'これまでの作業(新しい順)',
    words: '画面に出ている言葉(見えるとおりに書き取る)',
  },
  verdict: '判定',
  step: '次にすること',
  reason: '理由',
  clinic: '医療機関名',
  phone: '電話番号',
  terminal: '端末名',
  os: 'Windows',
  remote: '遠隔操作',
  remoteStates: { yes: '遠隔操作中', no: 'していない' },
  notice: 'お知らせ',
  noticeWords: (title: string, id: string): string => `${title}(${id})`,
  delivery: '配信',
  bootedAt: '最後の再起動',
  unknown: '不明',
  notEntered: '未入力(完了報告の画面で入力できます)',
  notWritten: '(書いていません)',
  noProblem: '問題のある点検はありません。',
  noWork: 'まだ何も記録していません。',
  readerScreen: 'カードリーダーの画面',
  pcScreen: '端末の画面',
  line: '____________________________',
} as const;
