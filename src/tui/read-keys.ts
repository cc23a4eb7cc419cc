import { characterKeys, type InputMode, type KeyPress, type NamedKey } from './keys.ts';
import type { Token } from './sequences.ts';

/**
 * The key presses in one chunk of input. Enter is a `\r` with no character beside it; a line end among characters is a
 * `line-end`, and `\n` is none. `mode` is asked again after each press: one of them may have opened a text field, and
 * then nothing of what follows may be lost. What began as text stays text. Of a chunk that `isPasted`, nothing is a key
 * outside a field but Ctrl+C: a line end that it begins with may open one.
 */
export function* readKeys(
  tokens: readonly Token[],
  mode: () => InputMode,
  isPasted: boolean,
): Generator<KeyPress, void> {
  for (const token of tokens) {
    const isText = mode() === 'text';
    if (token.type === 'paste') {
      if (isText) yield* typedKeys(token.text, mode, true);
      else if (token.text !== '') yield { id: 'paste' };
      continue;
    }
    const id = token.type === 'key' ? token.id : loneKeys[token.text];
    if (token.type === 'characters' && id === undefined) yield* typedKeys(token.text, mode, isPasted);
    else if (id !== undefined && (isText || !isPasted || id === 'ctrl-c')) yield { id };
  }
}

/** Control characters that are a key where no other character stands beside them. */
const loneKeys: Readonly<Record<string, NamedKey>> = { '\r': 'enter', '\t': 'tab' };

/** What people type in one chunk at most, where a console gives pastes as if they were typed. */
const MOST_TYPED = 3;

/** Whether a chunk was pasted: nobody types so many characters at once, nor a line end behind them. */
export function looksPasted(tokens: readonly Token[]): boolean {
  const text = tokens.map((token) => (token.type === 'characters' ? token.text : '')).join('');
  const printable = text.replace(/\p{Cc}/gu, '').match(CHARACTER) ?? [];
  if (printable.length > MOST_TYPED) return true;
  const first = text.search(/\P{Cc}/u);
  return first >= 0 && /[\r\n]/.test(text.slice(first));
}

/** The presses of characters that came together. */
function* typedKeys(typed: string, mode: () => InputMode, isPasted: boolean): Generator<KeyPress, void> {
  let isText = false;
  for (const [index, part] of typed
    .split(LINE_END)
    .filter((each) => each !== '')
    .entries()) {
    isText ||= mode() === 'text';
    // Behind characters that were keys of a menu it is the end of a pasted line: what opens a field comes first.
    if (part.startsWith('\r')) {
      if (isText || index === 0) yield { id: 'line-end' };
    } else if (isText) yield { id: 'text', text: part };
    else if (isPasted) return yield { id: Array.from(withoutIme(part)).some(isKana) ? 'kana' : 'paste' };
    else isText = yield* menuKeys(part, mode);
  }
}

/** `\r` is what the Enter key sends, and what a terminal makes of a pasted line end. */
const LINE_END = /(\r\n?)/;
/** A character with the marks that follow it: half-width kana have theirs apart. */
const CHARACTER = /[^][\p{M}\uFF9E\uFF9F]*/gu;

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

/** What the Japanese input method types for ASCII punctuation, besides the full-width forms that NFKC knows. */
const punctuation: Readonly<Record<string, string>> = { '。': '.', '、': ',', '・': '/', ー: '-' };

/**
 * What the same keys type with the Japanese input method off: `５。１。０` gives `5.1.0`, `ｍ` gives `m`. Kana stay.
 */
export function withoutIme(text: string): string {
  return Array.from(text.normalize('NFKC'), (char) => punctuation[char] ?? char).join('');
}

/**
 * Whether a character (after `withoutIme`) can only come from the Japanese input method: kana, kanji, their
 * punctuation.
 */
export function isKana(char: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3001-\u303F]/u.test(char);
}
