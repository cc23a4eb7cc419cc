import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

const words = ['check', 'code', 'card', 'desk', 'guide', '--json', '--stale', '--state', '--data-dir'];

describe('what a mistyped word meant', () => {
  it.each([
    ['chekc', 'check'],
    ['cehck', 'check'],
    ['chec', 'check'],
    ['Check', 'check'],
    ['guidee', 'guide'],
    ['--jsn', '--json'],
    ['--jso', '--json'],
    ['--datadir', '--data-dir'],
    ['--stat', '--state'],
    ['x', null],
    ['now', null],
    ['', null],
    ['--nope', null],
    ['install', null],
  ])('%s: %s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });

  it('is the word itself where that is one, and nothing where there is none to choose from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), (word) => {
        expect(nearest(word, words)).toBe(word);
        expect(nearest(word, [])).toBeNull();
      }),
    );
  });

  it('is found again after any one slip in a word that is long enough', () => {
    const long = ['--simulate', '--data-dir', '--prometheus', 'scenarios', 'completion'];
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.nat(),
        fc.constantFrom('drop', 'double', 'swap'),
        (word, place, slip) => {
          const at = place % (word.length - 1);
          const [before, one = '', two = '', behind] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
          const slipped = {
            drop: before + two + behind,
            double: before + one + one + two + behind,
            swap: before + two + one + behind,
          };
          expect(nearest(slipped[slip], long)).toBe(word);
        },
      ),
    );
  });
});
