import type { NamedKey } from './keys.ts';

/**
 * Final characters of CSI and SS3 sequences (xterm's "PC-Style Function Keys"; lower case: rxvt with Shift or Ctrl).
 */
const letters: Readonly<Record<string, NamedKey>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  Z: 'tab',
  a: 'up',
  b: 'down',
  c: 'right',
  d: 'left',
};

/** Numbers before `~` (VT220; 7 and 8: rxvt), or before `^` (rxvt with Ctrl). */
const numbers: Readonly<Record<string, NamedKey>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
};

/**
 * Unicode numbers of keys that a terminal in kitty's keyboard mode sends as CSI u; another program may have left it on.
 */
const kittyKeys: Readonly<Record<number, NamedKey>> = {
  9: 'tab',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
  57414: 'enter',
};

/** The letters that are keys with Ctrl held. */
const kittyControls: Readonly<Record<string, NamedKey>> = { c: 'ctrl-c', u: 'ctrl-u', w: 'ctrl-w' };

const SHIFT = 1;
const CTRL = 4;
const CAPS_AND_NUM_LOCK = 64 + 128;

/**
 * The key behind `CSI parameters final`; null for all that is none here: reports of the cursor, the mouse, the focus,
 * the device, and keys without a meaning. Modifiers change nothing; that a key was let go is no press.
 */
export function keyOfCsi(parameters: string, final: string): Token | null {
  if (final === 'u') return kittyKey(parameters);
  if (final === '~' || final === '^') {
    // PuTTY doubles the bracket.
    const [, number = ''] = /^\[?(\d+)(?:;\d*(?::[12])?)?$/.exec(parameters) ?? [];
    return named(numbers[number]);
  }
  return /^(?:1(?:;\d+(?::[12])?)?)?$/.test(parameters) ? named(letters[final]) : null;
}

/** The key behind `SS3 final`, as keypads and cursor keys in application mode send it. */
export function keyOfSs3(final: string): Token | null {
  return named(final === 'M' ? 'enter' : letters[final]);
}

/** `code[:other codes];modifiers[:event][;text]` (kitty's keyboard protocol). Event 3 is a key that was let go. */
function kittyKey(parameters: string): Token | null {
  const [, code, modifiers] = /^(\d{1,7})(?::[\d:]*)?(?:;(\d*)(?::[12])?(?:;[\d:]*)?)?$/.exec(parameters) ?? [];
  if (code === undefined) return null;
  const number = Number(code);
  const held = Math.max(0, Number(modifiers || '1') - 1) & ~CAPS_AND_NUM_LOCK;
  const key = kittyKeys[number];
  if (key !== undefined) return named(key);
  if (held === CTRL) return named(kittyControls[String.fromCharCode(number)]);
  const isPrintable = number >= 0x20 && number < 0xd800;
  return isPrintable && (held & ~SHIFT) === 0 ? { type: 'characters', text: String.fromCharCode(number) } : null;
}

function named(id: NamedKey | undefined): Token | null {
  return id === undefined ? null : { type: 'key', id };
}

/**
 * What people did: a key of its own, characters as they came (control characters and line ends among them), or what the
 * terminal marked as pasted.
 */
export type Token =
  | { readonly type: 'key'; readonly id: NamedKey }
  | { readonly type: 'characters'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string };
