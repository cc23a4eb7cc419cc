/** What the Japanese input method types for ASCII punctuation, besides the full-width forms that NFKC knows. */
const punctuation: Readonly<Record<string, string>> = { '。': '.', '、': ',', '・': '/', ー: '-' };

/** What the same keys type with the Japanese input method off: `５。１。０` gives `5.1.0`, `ｍ` gives `m`. Kana stay. */
export function withoutIme(text: string): string {
  return Array.from(text.normalize('NFKC'), (char) => punctuation[char] ?? char).join('');
}

/** Whether a character (after `withoutIme`) can only come from the Japanese input method: kana, kanji, their punctuation. */
export function isKana(char: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3001-\u303F]/u.test(char);
}
