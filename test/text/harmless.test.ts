import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, jsonText } from '../../src/text/harmless.ts';

const DOUBTFUL = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|(?<!\p{Script=Han})\p{Default_Ignorable_Code_Point}/u;
const unit = fc.oneof(
  fc.constantFrom(
    '\u001B',
    '[',
    ']',
    '0',
    'm',
    '\u0007',
    '\u009B',
    '\u009D',
    '\u0085',
    '\r',
    '\n',
    '\t',
    '\u202E',
    '\u200B',
    '\uFEFF',
    '\u2028',
    '\uD800',
    '\uDC41',
    '\uDB40',
    '\u{E0041}',
    '\uFE0F',
    '\u{E0100}',
    '葛',
    'a',
    '😀',
  ),
  fc.string({ unit: 'binary', maxLength: 1 }),
);
const text = fc.array(unit, { maxLength: 30 }).map((parts) => parts.join(''));

describe('a text from outside', () => {
  it.each([
    ['\u001B[31m赤\u001B[0m', '赤'],
    ['\u001B]0;題\u0007本文', '本文'],
    ['a\r\nb\nc\td', 'a\nb\nc\td'],
    ['a\rb\u0085c\u2028d\u2029e\vf', 'a b c d e f'],
    ['a\u202Eb\u2066c\u200Fd\u061Ce', 'abcde'],
    ['\u200B=1+1', '=1+1'],
    ['a\uD800b', 'a?b'],
    ['\uDB40\u200B\uDC41', '??'],
    ['葛\u{E0100}城 辻\u{E0101}', '葛\u{E0100}城 辻\u{E0101}'],
    ['a\u{E0100}b\uFE0F', 'ab'],
    ['顔認証ライブラリ 5.1.0', '顔認証ライブラリ 5.1.0'],
  ])('%j becomes %j', (from, to) => {
    expect(harmless(from)).toBe(to);
  });

  it('holds nothing doubtful afterwards, and is left as it is the second time', () => {
    fc.assert(
      fc.property(text, (from) => {
        const clean = harmless(from);
        expect(clean).not.toMatch(DOUBTFUL);
        expect(harmless(clean)).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('JSON', () => {
  it('holds nothing doubtful, and gives back what was put in', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(0, 2), (value, indent) => {
        const json = jsonText({ [value]: [value] }, indent);
        expect(json).not.toMatch(DOUBTFUL);
        expect(JSON.parse(json)).toEqual({ [value]: [value] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is written as ever where there is nothing doubtful', () => {
    const value = { 名前: '葛\u{E0100}城医院', 数: [1, null, true], 文: 'a\nb\t"c"\\' };
    expect(jsonText(value)).toBe(JSON.stringify(value));
    expect(jsonText(value, 2)).toBe(JSON.stringify(value, null, 2));
  });
});
