const FULL_WIDTH_TO_ASCII = 0xfee0;

/**
 * Turns full-width ASCII (`５．１．０`, `Ｖｅｒ`) and the ideographic space into their half-width forms, character for character:
 * a position in the answer is the same position in the text. Other compatibility characters stay: `①` or `²` behind a number
 * is a mark, and a full normalisation would make it one more digit.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_TO_ASCII),
  );
}
