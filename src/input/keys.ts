import { isKana, withoutIme } from './ime.ts';

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
] as const;
export const characterKeys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '?', '/', 'r'] as const;

export type NamedKey = (typeof namedKeys)[number];
export type CharacterKey = (typeof characterKeys)[number];
export type KeyId = NamedKey | CharacterKey;

/**
 * One key press. In a menu: a key; `kana` where Japanese input is on and the key cannot be told; `other` for a character
 * that is no key. In a text field characters arrive as `text`, a whole chunk at once.
 */
export type KeyPress =
  | { readonly id: KeyId }
  | { readonly id: 'kana' }
  | { readonly id: 'other' }
  | { readonly id: 'text'; readonly text: string };

/** Whether characters are keys or text: `text` while a text field has the focus. */
export type InputMode = 'menu' | 'text';

/** What Ink's `useInput` says of a key, as far as it is read here. */
export interface InkKey {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageDown: boolean;
  readonly pageUp: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly ctrl: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly meta: boolean;
}

/**
 * The key presses in one callback of Ink's `useInput`; it can carry several. Enter is only a callback that is Enter and
 * nothing else: a line end inside pasted text, or `\n`, starts nothing.
 */
export function readKeys(input: string, key: InkKey, mode: InputMode): readonly KeyPress[] {
  // Esc and the key after it can arrive together, as Alt would send them. Esc is the one that does no harm.
  if (key.escape || key.meta) return [{ id: 'escape' }];
  const named = namedKey(input, key);
  if (named !== null) return [{ id: named }];
  if (key.ctrl || input === '') return [];
  return mode === 'text' ? [{ id: 'text', text: input }] : menuKeys(input);
}

function namedKey(input: string, key: InkKey): NamedKey | null {
  if (key.return) return 'enter';
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.leftArrow) return 'left';
  if (key.rightArrow) return 'right';
  if (key.pageUp) return 'page-up';
  if (key.pageDown) return 'page-down';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.backspace) return 'backspace';
  if (key.delete) return 'delete';
  if (key.tab) return 'tab';
  return key.ctrl && input === 'c' ? 'ctrl-c' : null;
}

function menuKeys(input: string): readonly KeyPress[] {
  const presses = Array.from(withoutIme(input).toLowerCase())
    .filter((char) => !/\p{Cc}/u.test(char))
    .map(menuKey);
  // One composed word is one mistake, not one a character.
  return presses.filter((press, index) => press.id !== 'kana' || presses[index - 1]?.id !== 'kana');
}

function menuKey(char: string): KeyPress {
  const key = characterKeys.find((each) => each === char);
  if (key !== undefined) return { id: key };
  return { id: isKana(char) ? 'kana' : 'other' };
}
