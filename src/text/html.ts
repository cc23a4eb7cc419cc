import { harmless } from './harmless.ts';

/** Fonts that have Japanese letters on Windows, on a Mac and on Linux. */
export const HTML_FONTS = '"BIZ UDPGothic","Yu Gothic UI",Meiryo,"Hiragino Sans","Noto Sans CJK JP",sans-serif';

/** A text as HTML shows it, cleaned (`harmless`): nothing in it is a tag, ends an attribute or disturbs a reader. */
export function escaped(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
