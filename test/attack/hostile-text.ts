/** What no text from outside may bring to a terminal, into a file or to a monitor, by name. */
export const hostile = {
  'escape sequence': '\u001B[2J\u001B[31m',
  'title of the window': '\u001B]0;OWNED\u0007',
  bell: '\u0007',
  'other controls': '\u0000\u0008\u000B\u000C\u001A\u007F',
  'C1 controls': '\u0085\u008D\u009B31m\u009D0;OWNED\u009C',
  'marks of direction': '\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069',
  'zero width': '\u200B\u200C\u200D\u2060\uFEFF\u00AD\u180E\u{E0041}\uFE0F',
  'line separators': '\u2028\u2029',
  'half a character': '\uD800 \uDC00',
  'halves around a zero width': '\uDB40\u200B\uDC41',
} as const;

/** All of it behind a word that can be looked for, with letters between. */
export function marked(word: string): string {
  return `${word}${Object.values(hostile).join('x')}y`;
}

/** A kanji with its variant, as in names of people and clinics: nothing is hidden there. */
const VARIANT = /\p{Script=Han}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const DOUBTFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFFD]/gu;

/** What is left of it in a text, by code; line ends, tabs and what the door itself writes (`allowed`) aside. */
export function hostileIn(text: string, allowed: readonly string[] = []): readonly string[] {
  const found = text.replaceAll(VARIANT, '').match(DOUBTFUL) ?? [];
  const bad = found.filter((character) => !['\n', '\t', ...allowed].includes(character));
  return [...new Set(bad)].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}

/** The same as an argument, where there is no NUL, and no half of a character. */
export function asArgument(word: string): string {
  return marked(word)
    .replaceAll('\0', '')
    .replaceAll(/\p{Cs}/gu, '');
}
