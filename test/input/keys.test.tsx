import { Text, useInput } from 'ink';
import { describe, expect, it } from 'vitest';
import type { InkKey, InputMode, KeyPress, NamedKey } from '../../src/input/keys.ts';
import { namedKeys, readKeys } from '../../src/input/keys.ts';
import { showFrames } from '../harness/frames.tsx';

/** What the presses are once they have gone through Ink: each chunk is sent when the one before it has been read. */
async function pressesOf(chunks: readonly string[], mode: InputMode): Promise<KeyPress[]> {
  const presses: KeyPress[] = [];
  let callbacks = 0;
  function Listener() {
    useInput((input, key) => {
      presses.push(...readKeys(input, key, () => mode));
      callbacks += 1;
      frames.rerender(<Listener key="same" />);
    });
    return <Text>{`read ${String(callbacks)}.`}</Text>;
  }
  const frames = showFrames(<Listener key="same" />, { columns: 40, rows: 5 });
  await frames.screen();
  for (const chunk of chunks) {
    const before = callbacks;
    frames.type(chunk);
    await frames.waitFor((screen) => Number(/read (\d+)/.exec(screen[0] ?? '')?.[1]) > before);
  }
  await frames.close();
  return presses;
}

const noKey: InkKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
};

const ids = (presses: readonly KeyPress[]): string[] => presses.map((press) => press.id);

const bytes: Readonly<Record<NamedKey, readonly string[]>> = {
  up: ['\u001B[A', '\u001BOA', '\u001B[1;5A'],
  down: ['\u001B[B'],
  right: ['\u001B[C'],
  left: ['\u001B[D'],
  'page-up': ['\u001B[5~'],
  'page-down': ['\u001B[6~'],
  home: ['\u001B[H', '\u001B[1~'],
  end: ['\u001B[F', '\u001B[4~'],
  enter: ['\r', '\u001BOM'],
  escape: ['\u001B', '\u001B\u001B', '\u001Bx', '\u001B\r'],
  backspace: ['\u007F', '\b'],
  delete: ['\u001B[3~'],
  tab: ['\t'],
  'ctrl-c': ['\u0003'],
};

describe('named keys', () => {
  it.each(namedKeys)('%s', async (key) => {
    expect(ids(await pressesOf(bytes[key], 'menu'))).toEqual(bytes[key].map(() => key));
    expect(ids(await pressesOf(bytes[key], 'text'))).toEqual(bytes[key].map(() => key));
  });
});

describe('characters in a menu', () => {
  it.each([
    ['several keys in one chunk', '9y', ['9', 'other']],
    ['capitals', 'R', ['r']],
    ['full-width digits and letters', '９ｒ？／', ['9', 'r', '?', '/']],
    ['the slash key with Japanese input on', '・', ['/']],
    ['kana', 'あ', ['kana']],
    ['a composed word is one mistake', 'さいきどう', ['kana']],
    ['half-width kana', 'ｱ', ['kana']],
    ['kanji', '再起動', ['kana']],
    ['kana between digits', '1あ2', ['1', 'kana', '2']],
    ['a line feed', '\n', []],
    ['a pasted line with its end', '4\r', ['4']],
    ['pasted lines', '4\r\n5\r', ['4', '5']],
    ['a paste that begins with a line end', '\r4', ['line-end', '4']],
    ['half-width kana with their marks apart', 'ｶﾞｷﾞ', ['kana']],
    ['a control key without a meaning', '\u0001', []],
    ['a space', ' ', ['other']],
  ])('%s', async (_, chunk, expected) => {
    expect(ids(await pressesOf([chunk], 'menu'))).toEqual(expected);
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
  ])('%s', async (_, chunk, expected) => {
    expect(await pressesOf([chunk], 'text')).toEqual(expected);
  });
});

describe('a chunk that opens a text field on its way', () => {
  /** The presses of one callback, where the field opens after so many of them. */
  function pressesIn(input: string, opensAfter: number): readonly KeyPress[] {
    const presses: KeyPress[] = [];
    const mode = (): InputMode => (presses.length >= opensAfter ? 'text' : 'menu');
    for (const press of readKeys(input, noKey, mode)) presses.push(press);
    return presses;
  }

  it.each([
    ['by a key', '/再起動9', [{ id: '/' }, { id: 'text', text: '再起動9' }]],
    ['by a line end', '\rサンプル4', [{ id: 'line-end' }, { id: 'text', text: 'サンプル4' }]],
    [
      'and lines that follow',
      '/再\r起\r',
      [
        { id: '/' },
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
    for (const press of readKeys('名\r4', noKey, () => (isOpen ? 'text' : 'menu'))) {
      presses.push(press);
      isOpen = press.id !== 'line-end';
    }
    expect(presses).toEqual([{ id: 'text', text: '名' }, { id: 'line-end' }, { id: 'text', text: '4' }]);
  });
});
