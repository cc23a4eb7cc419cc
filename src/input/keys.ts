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
  'r',
  's',
  't',
] as const;

export type NamedKey = (typeof namedKeys)[number];
export type CharacterKey = (typeof characterKeys)[number];
export type KeyId = NamedKey | CharacterKey;

/**
 * One key press. In a menu: a key; `kana` where Japanese input is on and the key cannot be told; `other` for a character
 * that is no key. In a text field characters arrive as `text`, a whole chunk at once. `line-end` is one that was typed in haste
 * or pasted among characters: it opens a field and goes on from it, and starts nothing.
 */
export type KeyPress =
  | { readonly id: KeyId }
  | { readonly id: 'kana' }
  | { readonly id: 'other' }
  | { readonly id: 'text'; readonly text: string }
  | { readonly id: 'line-end' };

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
 * nothing else; a line end among characters is a `line-end`, and `\n` is none. `mode` is asked again after each press: one
 * of them may have opened a text field, and then nothing of what follows may be lost. What began as text stays text.
 */
export function* readKeys(input: string, key: InkKey, mode: () => InputMode): Generator<KeyPress, void> {
  // Esc and the key after it can arrive together, as Alt would send them. Esc is the one that does no harm.
  if (key.escape || key.meta) return yield { id: 'escape' };
  const named = namedKey(input, key);
  if (named !== null) return yield { id: named };
  if (key.ctrl) return;
  let isText = false;
  for (const [index, part] of input
    .split(LINE_END)
    .filter((each) => each !== '')
    .entries()) {
    isText ||= mode() === 'text';
    // Behind characters that were keys of a menu it is the end of a pasted line: what opens a field comes first.
    if (part.startsWith('\r')) {
      if (isText || index === 0) yield { id: 'line-end' };
    } else if (isText) yield { id: 'text', text: part };
    else isText = yield* menuKeys(part, mode);
  }
}

/** `\r` is what the Enter key sends, and what a terminal makes of a pasted line end. */
const LINE_END = /(\r\n?)/;
/** A character with the marks that follow it: half-width kana have theirs apart. */
const CHARACTER = /[^][\p{M}\uFF9E\uFF9F]*/gu;

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

/** Gives whether the characters became text on the way. */
function* menuKeys(part: string, mode: () => InputMode): Generator<KeyPress, boolean> {
  const characters = part.match(CHARACTER) ?? [];
  let last: KeyPress['id'] | null = null;
  for (const [index, character] of characters.entries()) {
    if (index > 0 && mode() === 'text') {
      yield { id: 'text', text: characters.slice(index).join('') };
      return true;
    }
    for (const char of withoutIme(character).toLowerCase()) {
      if (/\p{Cc}/u.test(char)) continue;
      const press = menuKey(char);
      // One composed word is one mistake, not one a character.
      if (press.id !== 'kana' || last !== 'kana') yield press;
      last = press.id;
    }
  }
  return false;
}

function menuKey(char: string): KeyPress {
  const key = characterKeys.find((each) => each === char);
  if (key !== undefined) return { id: key };
  return { id: isKana(char) ? 'kana' : 'other' };
}
