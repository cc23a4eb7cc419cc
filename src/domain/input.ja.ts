/** What is wrong with a file that the operator wrote. */
export const inputTexts = {
  unreadable: '読めません',
  missing: 'この項目がありません',
  unknown: '知らない項目です',
  twice: 'この項目が二度あります。一つを消してください',
  empty: 'ファイルが空です',
  whole: '(全体)',
  more: (count: number): string => `(ほかに ${String(count)} か所)`,
  notJson: (reason: string): string => `JSON として読めません: ${reason}`,
  tooDeep: 'かっこ([ ] や { })の重なりが深すぎます。元のファイルから作り直してください',
  atPlace: (line: number, column: number, reason: string): string =>
    `${String(line)} 行目の ${String(column)} 文字目で、${reason}`,
  /** A sign as Japanese input writes it, or as a word processor turns it. */
  wrongSign: (sign: string): string =>
    `${sign === '\u3000' ? '全角の空白' : `「${sign}」`}は使えません。空白と記号(" : , { } [ ])は半角で書いてください`,
  /** What a value should be, by the kinds of JSON. */
  kinds: {
    string: '" " で囲んだ文字で書いてください',
    number: '" " を付けずに、数字で書いてください',
    int: '" " を付けずに、整数で書いてください',
    boolean: '" " を付けずに、true か false を書いてください',
    array: '[ ] の中に一つずつ並べて書いてください',
    object: '{ } の中に項目を書いてください',
  },
  emptyText: '空にはできません',
  oneRow: '一つ以上書いてください',
  date: '実際にある日付を、2026-01-19 のように書いてください',
} as const;

/** Why a text is not JSON, by the names of jsonc-parser's error codes. */
export const jsonFaults: Readonly<Record<string, string>> & { readonly InvalidSymbol: string } = {
  InvalidSymbol: '書けない言葉があります',
  InvalidNumberFormat: '数の書き方が正しくありません',
  PropertyNameExpected: '項目の名前("...")がありません。余分なコンマにも注意してください',
  ValueExpected: '値がありません。余分なコンマにも注意してください',
  ColonExpected: 'コロン(:)がありません',
  CommaExpected: 'その前にコンマ(,)がありません',
  CloseBraceExpected: '閉じる括弧(})がありません',
  CloseBracketExpected: '閉じる括弧(])がありません',
  EndOfFileExpected: '終わりのあとに余分な文字があります',
  InvalidCommentToken: 'コメントは書けません',
  UnexpectedEndOfComment: 'コメントは書けません',
  UnexpectedEndOfString: '文字列を閉じる " がありません',
  UnexpectedEndOfNumber: '数が途中で終わっています',
  InvalidUnicode: '\\u の書き方が正しくありません',
  InvalidEscapeCharacter: '\\ の書き方が正しくありません。\\ そのものは \\\\ と書きます',
  InvalidCharacter: '書けない文字があります',
};
