import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Token } from '../../src/tui/sequences.ts';
import { listenToKeys } from '../../src/tui/keyboard.ts';
import { FakeStdin } from '../harness/fake-stdin.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends each chunk after so many milliseconds, and gives what was heard: `!` before what was pasted. */
async function heard(...chunks: readonly (readonly [number, string])[]): Promise<readonly string[]> {
  const all: string[] = [];
  const stdin = new FakeStdin();
  const end = listenToKeys(stdin, (tokens, isPasted) => all.push(`${isPasted ? '!' : ''}${inWords(tokens)}`));
  for (const [later, chunk] of chunks) {
    await vi.advanceTimersByTimeAsync(later);
    stdin.write(chunk);
    // A stream gives what was written in another turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await vi.advanceTimersByTimeAsync(5_000);
  end();
  expect(vi.getTimerCount()).toBe(0);
  expect(stdin.isPaused()).toBe(true);
  return all;
}

function inWords(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'key' ? token.id : JSON.stringify(token.text))).join(' ');
}

describe('the keyboard', () => {
  it.each<readonly [string, readonly (readonly [number, string])[], readonly string[]]>([
    [
      'keys',
      [
        [0, '9y'],
        [1, '\u001B[A\u001B[A'],
      ],
      ['"9y"', 'up up'],
    ],
    [
      'Esc',
      [
        [0, '\u001B'],
        [20, '5'],
      ],
      ['escape', '"5"'],
    ],
    [
      'Esc at once after Esc',
      [
        [0, '\u001B'],
        [100, '\u001B'],
        [20, '5'],
      ],
      ['escape', 'escape', '"5"'],
    ],
    [
      'a sequence in two pieces',
      [
        [0, '\u001B'],
        [19, '[A'],
      ],
      ['up'],
    ],
    [
      'a reply in three pieces',
      [
        [0, '\u001B]11;rg'],
        [900, 'b:5/5'],
        [50, '/5\u0007r'],
      ],
      ['"r"'],
    ],
    [
      'a string without an end',
      [
        [0, '\u001B]0;'],
        [500, '5'],
        [501, '5'],
      ],
      ['"5"'],
    ],
    [
      'keys that go on in a string without an end',
      [
        [0, '\u001BP'],
        [400, 'r'],
        [400, 'r'],
        [400, 'r'],
      ],
      ['"r"'],
    ],
    [
      'a marked paste without an end',
      [
        [0, '\u001B[200~5\r'],
        [600, '9'],
        [500, '5'],
      ],
      ['"5\\r9"', '"5"'],
    ],
    ['a paste', [[0, '12345\r']], ['!"12345\\r"']],
    [
      'a paste in two pieces',
      [
        [0, '12345'],
        [29, '\r'],
      ],
      ['!"12345"', '!"\\r"'],
    ],
    [
      'a paste in three pieces',
      [
        [0, '12345'],
        [29, '6'],
        [29, '\r'],
      ],
      ['!"12345"', '!"6"', '!"\\r"'],
    ],
    [
      'a key after a paste',
      [
        [0, '12345\r'],
        [30, '\r'],
      ],
      ['!"12345\\r"', '"\\r"'],
    ],
    ['a reply behind a key', [[0, '5\u001B[12;40R']], ['"5"']],
  ])('hears %s', async (_, chunks, expected) => {
    expect(await heard(...chunks)).toEqual(expected);
  });
});
