import { noKeyTexts } from './keys.ja.ts';

/** Keys with a name, and the characters that are keys in a menu. */
export const namedKeys = [
  'up',
  'down',
  'left',
  'right',
  'page-up',
  'page-down',
  'home',
  'end',
  'enter',
  'escape',
  'backspace',
  'delete',
  'tab',
  'ctrl-c',
  'ctrl-u',
  'ctrl-w',
] as const;
export const characterKeys = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '?',
  '/',
  'b',
  'e',
  'f',
  'p',
  'r',
  's',
  't',
] as const;

export type NamedKey = (typeof namedKeys)[number];
export type CharacterKey = (typeof characterKeys)[number];
export type KeyId = NamedKey | CharacterKey;

/**
 * One key press. In a menu: a key; `kana` where Japanese input is on and the key cannot be told; `other` for a
 * character that is no key; `paste` for what came all at once, of which nothing is one. In a text field characters
 * arrive as `text`, a whole chunk at once. `line-end` is one that was typed in haste or pasted among characters: it
 * opens a field and goes on from it, and starts nothing.
 */
export type KeyPress =
  | { readonly id: KeyId }
  | { readonly id: 'kana' }
  | { readonly id: 'other' }
  | { readonly id: 'paste' }
  | { readonly id: 'text'; readonly text: string }
  | { readonly id: 'line-end' };

/** Whether characters are keys or text: `text` while a text field has the focus. */
export type InputMode = 'menu' | 'text';

/** What is said to a press that means nothing where it came. */
export function noKeyText({ id }: KeyPress): string {
  if (id === 'kana') return noKeyTexts.kana;
  return id === 'paste' ? noKeyTexts.paste : noKeyTexts.unknownKey;
}
