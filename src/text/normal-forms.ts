const FULL_WIDTH_TO_ASCII = 0xfee0;

/**
 * Turns full-width ASCII (`５．１．０`, `Ｖｅｒ`) and the ideographic space into their half-width forms, character for
 * character: a position in the answer is the same position in the text. Other compatibility characters stay: `①` or
 * `²` behind a number is a mark, and a full normalisation would make it one more digit.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_TO_ASCII),
  );
}

/**
 * Characters that NFKC turns into digits or dots without being full-width ones: circled and raised numbers, leaders,
 * dates in one character. They are marks; as digits they would run into a version and raise it.
 */
const NUMBER_MARKS = /[\p{No}\u2024-\u2026\u32C0-\u33FF\u{1D7CE}-\u{1D7FF}\u{1F100}-\u{1F10A}\u{1FBF0}-\u{1FBF9}]/gu;

/** A line in which full-width and half-width forms have become one (NFKC), its capitals kept. */
export function plainForm(line: string): string {
  return line.replace(NUMBER_MARKS, '*').normalize('NFKC');
}
