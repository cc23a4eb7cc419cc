import { harmless } from './harmless.ts';

/** Fonts that have Japanese letters on Windows, on a Mac and on Linux. */
export const HTML_FONTS = '"BIZ UDPGothic","Yu Gothic UI",Meiryo,"Hiragino Sans","Noto Sans CJK JP",sans-serif';

/**
 * A text as HTML shows it, cleaned first (`harmless`): nothing in it is a tag, ends an attribute or disturbs who reads
 * it.
 */
export function escaped(text: string): string {
  return harmless(text).replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
