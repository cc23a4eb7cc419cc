/**
 * Printable ASCII, kana, kanji and full-width forms: one code unit is one character of one or two columns, in every console.
 * All of the UI's own texts are such; a test holds that.
 */
const SIMPLE = /^[ -~\u3000-\u3029\u3030-\u303E\u3041-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const LAST_ASCII = 0x7e;

/** Whether a text can be measured and split without Unicode's tables. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** The columns of one character of a simple text. */
export function simpleWidth(char: string): 1 | 2 {
  return char.charCodeAt(0) <= LAST_ASCII ? 1 : 2;
}

/** The columns of a whole simple text. */
export function simpleColumns(text: string): number {
  let columns = text.length;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > LAST_ASCII) columns += 1;
  return columns;
}
