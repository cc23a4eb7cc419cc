import measured, { type Options } from 'string-width';

const ESC = '\u001B';
/** A colour or another look: takes no column. */
const LOOK = new RegExp(`${ESC}\\[[\\d;]*m`, 'g');

/**
 * The columns of a text, as the package `string-width` counts them and with its signature: the bundle gives Ink and its
 * packages this one (scripts/bundle/plugins.ts), so that they and our layout agree on every width. Simple text,
 * coloured or not, is counted at once; for any other the package builds its segmenter and its table of emoji, which
 * costs some 60 ms once.
 */
export default function stringWidth(text: string, options: Options = {}): number {
  if (options.countAnsiEscapeCodes === true || !text.includes(ESC))
    return isSimple(text) ? simpleColumns(text) : measured(text, options);
  const bare = text.replace(LOOK, '');
  return isSimple(bare) ? simpleColumns(bare) : measured(text, options);
}

/**
 * Printable ASCII, kana, kanji and full-width forms: one code unit is one character of one or two columns, in every
 * console. All of the UI's own texts are such; a test holds that.
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
