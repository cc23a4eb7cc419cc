const ESC = '\u001B';
const ONE_BYTE_CSI = '\u009B';
const END_OF_STRING = `(?:\u0007|${ESC}\\\\|\u009C)`;
const SEQUENCES = new RegExp(
  [
    `(?:${ESC}\\[|${ONE_BYTE_CSI})[0-?]*[ -/]*[@-~]`,
    `(?:${ESC}[\\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u0090\u0098\u009C-\u009F${ESC}]*${END_OF_STRING}`,
    `${ESC}[ -/]*[0-~]`,
  ].join('|'),
  'g',
);
/** What breaks a line somewhere, LF aside. */
const BREAKS = /\r\n|[\v\f\r\u0085\u2028\u2029]/g;
/** What a terminal obeys, what turns letters round, what nobody sees; but not how a kanji is spelled (variations). */
const INVISIBLE =
  /(?![\n\t])[\p{Cc}\p{Cf}]|(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}|(?<!\p{Script=Han})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const DOUBTFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/**
 * Text from outside without what disturbs whoever reads it: escape sequences, control characters, marks that turn the
 * direction, invisible characters. Line ends become LF and stay, and tabs do; whatever else breaks a line becomes a
 * space. The one cleaning for every door: files that come in, texts that go out. A screen needs more; see `plain`.
 */
export function harmless(text: string): string {
  if (!DOUBTFUL.test(text)) return text;
  return (
    text
      // First of all: what stands between two halves must not go and make one character of them.
      .replace(LONE_SURROGATE, '?')
      .replace(SEQUENCES, '')
      .replace(BREAKS, (found) => (found === '\r\n' ? '\n' : ' '))
      .replace(INVISIBLE, '')
  );
}

/** The same of every text in JSON that was read. For `JSON.parse`. */
export function harmlessValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? harmless(value) : value;
}

const ESCAPED = new RegExp(`${INVISIBLE.source}|[\u2028\u2029]`, 'gu');

/** JSON with all escaped that `harmless` takes out of texts: no reader loses anything, and no terminal obeys it. */
export function jsonText(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent);
  return DOUBTFUL.test(text) ? text.replace(ESCAPED, codeUnits) : text;
}

/** A character as JSON escapes it, `\u001b`; one beyond the first plane in its two halves. */
export function codeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    const unit = character.charCodeAt(at).toString(16);
    return `\\u${unit.padStart(4, '0')}`;
  }).join('');
}
