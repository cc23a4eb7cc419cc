/** Text as another program, a file or a person may have written it: what a screen must survive. */
export const hostile = {
  /** Escape sequences, control characters, marks, emoji, characters of open width, scripts of every kind. */
  odd: '\u001B[31m\u001B[2J結果→①○\u0007\r\n\t※★─│…“”×\u0301か\u3099\u200B\u202Eabc\uFEFF👨‍👩‍👧‍👦 ﷽ กำ 한\u1100\u1161 ｶﾞ \uD800 \u009B5A',
  /** Nothing but characters of open width, wherever the edge is. */
  open: '○→'.repeat(120),
  /** One word without a place to break it. */
  path: `C:\\${'とても長い名前のフォルダ\\'.repeat(12)}delivery-record-2026.csv`,
  ascii: 'x'.repeat(400),
  long: '資材の取得に失敗しました。もう一度お試しください。(EDQ-0001)'.repeat(12),
} as const;

export const allHostile = Object.values(hostile).join('');
