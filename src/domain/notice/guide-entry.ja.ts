/** Entries of the guide as data: what each field is for, and what is wrong with one. */
export const guideEntryTexts = {
  text: '文字で書いてください',
  empty: '空にはできません',
  list: '[ ] の中に一つずつ並べて書いてください',
  oneRow: '一つ以上書いてください',
  id: '英小文字、数字、ハイフンで書いてください(例 my-entry)',
  fields: {
    id: '項目の名前。英小文字、数字、ハイフン。組み込みの項目と同じ名前にすると、その項目を置き換えます。',
    title: '一覧に出る見出し。',
    see: 'このように見えます: カードリーダーと画面に見えるもの。一行に一つ。',
    why: '原因。',
    do: '対応。上から順に、一行に一つの動作。',
    call: 'それでも直らないときの連絡先。',
    words: '探すときの言葉(エラーコード、読みがななど)。なければ空の [ ]。',
  },
} as const;
