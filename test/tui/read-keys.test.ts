import { describe, expect, it } from 'vitest';
import { namedKeys, type InputMode, type KeyPress, type NamedKey } from '../../src/tui/keys.ts';
import { isKana, looksPasted, readKeys, withoutIme } from '../../src/tui/read-keys.ts';
import { giveUp, patience, readInput, startOfInput, type InputState } from '../../src/tui/terminal-input.ts';

/** What the presses of these chunks are; before each one there was time for what the one before had begun. */
function pressesOf(chunks: readonly string[], mode: InputMode | (() => InputMode)): readonly KeyPress[] {
  const asked = typeof mode === 'function' ? mode : () => mode;
  let state: InputState = startOfInput;
  return chunks.flatMap((chunk) => {
    const [read, tokens] = readInput(state, new TextEncoder().encode(chunk));
    const [given, late] = patience(read) === null ? [read, []] : giveUp(read);
    state = given;
    const all = [...tokens, ...late];
    return [...readKeys(all, asked, looksPasted(all))];
  });
}

const ids = (presses: readonly KeyPress[]): string[] => presses.map((press) => press.id);

const bytes: Readonly<Record<NamedKey, readonly string[]>> = {
  up: ['\u001B[A', '\u001BOA', '\u001B[1;5A', '\u001B[a', '\u009BA', '\u001B[1;1:2A'],
  down: ['\u001B[B'],
  right: ['\u001B[C'],
  left: ['\u001B[D'],
  'page-up': ['\u001B[5~', '\u001B[[5~', '\u001B[5;2~', '\u001B[5^'],
  'page-down': ['\u001B[6~'],
  home: ['\u001B[H', '\u001B[1~'],
  end: ['\u001B[F', '\u001B[4~'],
  enter: ['\r', '\u001BOM', '\u008FM', '\u001B[13u', '\u001B[57414;129u'],
  escape: ['\u001B', '\u001B\u001B', '\u001Bx', '\u001B\r', '\u001B[27u', '\u001B[27;1:1u'],
  backspace: ['\u007F', '\b'],
  delete: ['\u001B[3~'],
  tab: ['\t', '\u001B[Z'],
  'ctrl-c': ['\u0003', '\u001B[99;5u'],
  'ctrl-u': ['\u0015', '\u001B[117;5u'],
  'ctrl-w': ['\u0017', '\u001B[119;5u'],
};

describe('named keys', () => {
  it.each(namedKeys)('%s', (key) => {
    expect(ids(pressesOf(bytes[key], 'menu'))).toEqual(bytes[key].map(() => key));
    expect(ids(pressesOf(bytes[key], 'text'))).toEqual(bytes[key].map(() => key));
  });
});

describe('characters in a menu', () => {
  it.each([
    ['several keys in one chunk', '9y', ['9', 'other']],
    ['capitals', 'R', ['r']],
    ['three of them in one chunk', '９ｒ？', ['9', 'r', '?']],
    ['full-width characters', '／', ['/']],
    ["keys of a terminal in kitty's mode", '\u001B[53u\u001B[53;1:3u\u001B[114;65u', ['5', 'r']],
    ['held arrows', '\u001B[A'.repeat(20), Array<string>(20).fill('up')],
    ['held Ctrl+C and Backspace', '\u0003\u007F\u007F', ['ctrl-c', 'backspace', 'backspace']],
    ['an arrow and Enter', '\u001B[B\r', ['down', 'enter']],
    ['Enter that is held', '\r\r\r', ['line-end']],
    ['the slash key with Japanese input on', '・', ['/']],
    ['kana', 'あ', ['kana']],
    ['a composed word is one mistake', 'さいきどう', ['kana']],
    ['half-width kana', 'ｱ', ['kana']],
    ['kanji', '再起動', ['kana']],
    ['kana between digits', '1あ2', ['1', 'kana', '2']],
    ['a line feed', '\n', []],
    ['a pasted line with its end', '5\r', ['paste']],
    ['pasted lines', '4\r\n5\r', ['paste']],
    ['a line feed behind a character', '5\n', ['paste']],
    ['a pasted word', '1234', ['paste']],
    ['a paste with sequences in it', '5\u001B[C\r', ['paste']],
    ['Ctrl+C in a paste', '12345\u0003', ['paste', 'ctrl-c']],
    ['a pasted word that input methods make', '１２３４', ['paste']],
    ['a composed word with Enter', 'あ\r', ['kana']],
    ['a marked paste', '\u001B[200~5\r\u001B[201~', ['paste']],
    ['a short marked paste', '\u001B[200~9y\u001B[201~', ['paste']],
    ['a marked paste of keys', '\u001B[200~\u0003\u001B[B\r\u001B[201~', ['paste']],
    ['a marked paste of nothing', '\u001B[200~\u001B[201~', []],
    ['a marked paste without an end', '\u001B[200~5\r', ['paste']],
    ['a key behind a marked paste', '\u001B[200~5\r\u001B[201~5', ['paste', '5']],
    ['a paste that begins with a line end', '\r4', ['line-end', '4']],
    ['half-width kana with their marks apart', 'ｶﾞｷﾞ', ['kana']],
    ['a control key without a meaning', '\u0001', []],
    ['a space', ' ', ['other']],
  ])('%s', (_, chunk, expected) => {
    expect(ids(pressesOf([chunk], 'menu'))).toEqual(expected);
  });
});

describe('characters in a text field', () => {
  it.each([
    ['a chunk stays together', '5.1.0', [{ id: 'text', text: '5.1.0' }]],
    ['nothing is translated', '５。１', [{ id: 'text', text: '５。１' }]],
    ['a pasted line end is not Enter', '5.1.0\r', [{ id: 'text', text: '5.1.0' }, { id: 'line-end' }]],
    [
      'nothing between line ends is lost',
      '名\r\n０３\r\r4\n5',
      [
        { id: 'text', text: '名' },
        { id: 'line-end' },
        { id: 'text', text: '０３' },
        { id: 'line-end' },
        { id: 'line-end' },
        { id: 'text', text: '4\n5' },
      ],
    ],
    ['a line end as Windows pastes it', '\r\n', [{ id: 'line-end' }]],
    [
      'a bracketed paste arrives whole',
      '\u001B[200~医院\r0312345678\u001B[201~',
      [{ id: 'text', text: '医院' }, { id: 'line-end' }, { id: 'text', text: '0312345678' }],
    ],
    ['a line feed is not Enter', '\n', [{ id: 'text', text: '\n' }]],
    [
      'a backspace in the chunk counts in its place',
      '5\u007F6',
      [{ id: 'text', text: '5' }, { id: 'backspace' }, { id: 'text', text: '6' }],
    ],
  ])('%s', (_, chunk, expected) => {
    expect(pressesOf([chunk], 'text')).toEqual(expected);
  });
});

describe('a chunk that opens a text field on its way', () => {
  /** The presses of one chunk, where the field opens after so many of them. */
  function pressesIn(input: string, opensAfter: number): readonly KeyPress[] {
    const presses: KeyPress[] = [];
    const mode = (): InputMode => (presses.length >= opensAfter ? 'text' : 'menu');
    const [, tokens] = readInput(startOfInput, new TextEncoder().encode(input));
    for (const press of readKeys(tokens, mode, looksPasted(tokens))) presses.push(press);
    return presses;
  }

  it.each([
    ['by a key', '/再9', [{ id: '/' }, { id: 'text', text: '再9' }]],
    ['by a line end', '\rサンプル4', [{ id: 'line-end' }, { id: 'text', text: 'サンプル4' }]],
    [
      'and lines that follow',
      '\r再\r起\r',
      [
        { id: 'line-end' },
        { id: 'text', text: '再' },
        { id: 'line-end' },
        { id: 'text', text: '起' },
        { id: 'line-end' },
      ],
    ],
  ])('gives the rest as text: %s', (_, input, expected) => {
    expect(pressesIn(input, 1)).toEqual(expected);
  });

  it('stays text when the field closes, so that the rest presses no key', () => {
    let isOpen = true;
    const presses: KeyPress[] = [];
    for (const press of readKeys([{ type: 'characters', text: '名\r4' }], () => (isOpen ? 'text' : 'menu'), true)) {
      presses.push(press);
      isOpen = press.id !== 'line-end';
    }
    expect(presses).toEqual([{ id: 'text', text: '名' }, { id: 'line-end' }, { id: 'text', text: '4' }]);
  });
});

describe('Japanese input', () => {
  it.each([
    ['５．１．０', '5.1.0'],
    ['５。１。０', '5.1.0'],
    ['ｖ５', 'v5'],
    ['０８００ー０８０', '0800-080'],
    ['・？', '/?'],
    ['あア', 'あア'],
  ])('%s is typed for %s', (typed, meant) => {
    expect(withoutIme(typed)).toBe(meant);
  });

  it.each(['あ', 'ア', '版', '「', '々'])('%s shows that it is on', (char) => {
    expect(isKana(char)).toBe(true);
  });

  it.each(['a', '9', '?', ' ', 'é'])('%s does not', (char) => {
    expect(isKana(char)).toBe(false);
  });
});
