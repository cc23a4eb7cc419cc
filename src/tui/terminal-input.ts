import { keyOfCsi, keyOfSs3, type Token } from './sequences.ts';
import { betweenCharacters, readByte, type Utf8 } from './utf8.ts';

/**
 * Where the reading stands. A control string is what the terminal says itself: it ends with ST, an OSC with BEL too.
 */
type Reading =
  | { readonly in: 'characters' }
  /** ESC came, and nothing after it yet; `told`: as a key already. */
  | { readonly in: 'escape'; readonly told: boolean }
  | { readonly in: 'csi'; readonly parameters: string }
  | { readonly in: 'ss3' }
  /** The three bytes of an X10 mouse report, whatever they are. */
  | { readonly in: 'mouse'; readonly left: number }
  | { readonly in: 'string'; readonly endsWithBell: boolean; readonly escaped: boolean }
  /** `ended`: how much of the mark that ends a paste has come. */
  | { readonly in: 'paste'; readonly text: string; readonly ended: number };

export interface InputState {
  readonly reading: Reading;
  readonly utf8: Utf8;
  /** Counts what was begun: the time for the rest runs from there. */
  readonly begun: number;
}

const characters: Reading = { in: 'characters' };
export const startOfInput: InputState = { reading: characters, utf8: betweenCharacters, begun: 0 };

/** For so long an ESC waits for the rest of a sequence, before it is the key, in milliseconds. */
const ESCAPE_MS = 20;
/** For so long anything else that was begun may take, however it goes on: nothing makes the console deaf for longer. */
const REST_MS = 1_000;
/** No sequence that means something is longer. */
const MAX_PARAMETERS = 64;
/** What of one paste is kept, in UTF-16 units. */
const MAX_PASTE = 65_536;

const ESC = '\u001B';
const BELL = '\u0007';
const STRING_TERMINATOR = '\u009C';
const PASTE_END = `${ESC}[201~`;

/**
 * The next bytes from the terminal, cut anywhere. Gives what they make complete; neighbouring characters are one token.
 */
export function readInput(state: InputState, bytes: Uint8Array): readonly [InputState, readonly Token[]] {
  const tokens: Token[] = [];
  let { reading, utf8, begun } = state;
  const go = (next: Reading): void => {
    if (next.in !== reading.in || next.in === 'escape') begun += 1;
    reading = next;
  };
  for (const byte of bytes) {
    if (reading.in === 'mouse') {
      go(reading.left > 1 ? { in: 'mouse', left: reading.left - 1 } : characters);
      continue;
    }
    const [rest, chars] = readByte(utf8, byte);
    if (reading.in === 'characters' && utf8.length === 0 && rest.length > 0) begun += 1;
    utf8 = rest;
    for (const char of chars) go(after(reading, char, tokens));
  }
  return [{ reading, utf8, begun }, tokens];
}

/** How long what was begun may take, counted from its beginning (`begun`), in milliseconds; null: nothing is begun. */
export function patience({ reading, utf8 }: InputState): number | null {
  if (reading.in === 'characters') return utf8.length === 0 ? null : REST_MS;
  return reading.in === 'escape' && !reading.told ? ESCAPE_MS : REST_MS;
}

/** The rest has not come in time: an ESC was the key, a paste is what there is of it, anything else is forgotten. */
export function giveUp(state: InputState): readonly [InputState, readonly Token[]] {
  const { reading } = state;
  const next = (now: Reading, ...tokens: Token[]) =>
    [{ reading: now, utf8: betweenCharacters, begun: state.begun + 1 }, tokens] as const;
  switch (reading.in) {
    case 'escape':
      // A reply that is cut behind its ESC goes on with what is no key: it is still known as one for a while.
      return reading.told ? next(characters) : next({ in: 'escape', told: true }, escapeKey);
    case 'string':
      return reading.escaped ? next(characters, escapeKey) : next(characters);
    case 'paste':
      return next(characters, { type: 'paste', text: reading.text });
    default:
      return next(characters);
  }
}

const escapeKey: Token = { type: 'key', id: 'escape' };

/** The reading after one character; what it makes complete is added to `tokens`. */
function after(reading: Reading, char: string, tokens: Token[]): Reading {
  switch (reading.in) {
    case 'escape':
      return afterEscape(reading.told, char, tokens);
    case 'csi':
      return inCsi(reading.parameters, char, tokens);
    case 'ss3':
      // Keys with a modifier can have numbers here.
      if (/[\d;]/.test(char)) return reading;
      if (!isFinal(char)) return after(characters, char, tokens);
      add(tokens, keyOfSs3(char));
      return characters;
    case 'string':
      if (reading.escaped) return char === '\\' ? characters : after({ in: 'escape', told: false }, char, tokens);
      if (char === STRING_TERMINATOR || (reading.endsWithBell && char === BELL)) return characters;
      return char === ESC ? { ...reading, escaped: true } : reading;
    case 'paste':
      return inPaste(reading.text, reading.ended, char, tokens);
    default:
      return inCharacters(char, tokens);
  }
}

function inCharacters(char: string, tokens: Token[]): Reading {
  if (char === ESC) return { in: 'escape', told: false };
  if (/[\u0080-\u009F]/.test(char)) return introduced(String.fromCharCode(char.charCodeAt(0) - 0x40)) ?? characters;
  add(tokens, controlKeys[char] ?? { type: 'characters', text: char });
  return characters;
}

/** Keys that count wherever they stand among characters, as when they are held down. */
const controlKeys: Readonly<Record<string, Token>> = {
  '\u007F': { type: 'key', id: 'backspace' },
  '\b': { type: 'key', id: 'backspace' },
  '\u0003': { type: 'key', id: 'ctrl-c' },
  '\u0015': { type: 'key', id: 'ctrl-u' },
  '\u0017': { type: 'key', id: 'ctrl-w' },
};

function afterEscape(told: boolean, char: string, tokens: Token[]): Reading {
  const sequence = introduced(char);
  if (sequence !== null) return sequence;
  // The end of a string that was given up.
  if (char === '\\') return characters;
  // Two of them are one press that was held, or Alt and Esc.
  if (char === ESC && told) return { in: 'escape', told: false };
  if (told) return after(characters, char, tokens);
  // Esc and the key after it can arrive together, as Alt would send them. Esc is the one that does no harm.
  add(tokens, escapeKey);
  return char === ESC ? { in: 'escape', told: true } : characters;
}

/**
 * What the character after an ESC begins (an 8-bit control is the same 0x40 higher, without the ESC); null: nothing.
 */
function introduced(char: string): Reading | null {
  if (char === '[') return { in: 'csi', parameters: '' };
  if (char === 'O') return { in: 'ss3' };
  if (char === ']') return { in: 'string', endsWithBell: true, escaped: false };
  return ['P', 'X', '^', '_'].includes(char) ? { in: 'string', endsWithBell: false, escaped: false } : null;
}

function inCsi(parameters: string, char: string, tokens: Token[]): Reading {
  // The function keys of the Linux console: ESC [ [ A.
  const isDoubled = char === '[' && parameters === '';
  if (isDoubled || /[ -?]/.test(char)) return { in: 'csi', parameters: longer(parameters, char) };
  // Whatever else it was, it was broken off.
  if (!isFinal(char)) return after(characters, char, tokens);
  if (parameters === '' && char === 'M') return { in: 'mouse', left: 3 };
  if (parameters === '200' && char === '~') return { in: 'paste', text: '', ended: 0 };
  add(tokens, keyOfCsi(parameters, char));
  return characters;
}

function inPaste(text: string, ended: number, char: string, tokens: Token[]): Reading {
  if (char === PASTE_END[ended]) {
    if (ended + 1 < PASTE_END.length) return { in: 'paste', text, ended: ended + 1 };
    add(tokens, { type: 'paste', text });
    return characters;
  }
  const isEscape = char === ESC;
  const more = text + PASTE_END.slice(0, ended) + (isEscape ? '' : char);
  return { in: 'paste', text: more.length > MAX_PASTE ? text : more, ended: isEscape ? 1 : 0 };
}

function isFinal(char: string): boolean {
  return /[@-~]/.test(char);
}

function longer(parameters: string, char: string): string {
  return parameters.length < MAX_PARAMETERS ? parameters + char : parameters;
}

function add(tokens: Token[], token: Token | null): void {
  if (token === null) return;
  const last = tokens.at(-1);
  if (token.type === 'characters' && last?.type === 'characters')
    tokens[tokens.length - 1] = { type: 'characters', text: last.text + token.text };
  else tokens.push(token);
}
