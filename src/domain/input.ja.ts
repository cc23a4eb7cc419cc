/** What is wrong with a file that the operator wrote. */
export const inputTexts = {
  unreadable: '読めません',
  missing: 'この項目がありません',
  unknown: '知らない項目です',
  empty: 'ファイルが空です',
  whole: '(全体)',
  more: (count: number): string => `(ほかに ${String(count)} か所)`,
  notJson: (reason: string): string => `JSON として読めません: ${reason}`,
  atPlace: (line: number, column: number, reason: string): string =>
    `${String(line)} 行目の ${String(column)} 文字目で、${reason}`,
} as const;

/** Why a text is not JSON, by the names of jsonc-parser's error codes. */
export const jsonFaults: Readonly<Record<string, string>> & { readonly InvalidSymbol: string } = {
  InvalidSymbol: '書けない言葉があります',
  InvalidNumberFormat: '数の書き方が正しくありません',
  PropertyNameExpected: '項目の名前("...")がありません。余分なコンマにも注意してください',
  ValueExpected: '値がありません。余分なコンマにも注意してください',
  ColonExpected: 'コロン(:)がありません',
  CommaExpected: 'コンマ(,)がありません',
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
