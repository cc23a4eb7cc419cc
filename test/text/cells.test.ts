import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, fit, hasAmbiguous, plain, width, type Ambiguous } from '../../src/text/cells.ts';
import { VirtualTerminal } from '../harness/virtual-terminal.ts';
import { isSimple } from '../../src/text/string-width.ts';
import { anyText } from '../tui/texts.ts';

/** Letters that a character after or before them may join: Thai, kana, Devanagari, Hangul. */
const neighbours = ['\u0E01', 'か', '\u0915', '\u1100'];

/** The columns as a terminal counts them that looks at one code point after the other. */
function oneByOne(text: string): number {
  return Array.from(text).reduce((columns, char) => columns + width(char), 0);
}

it('harmless text is as wide as its characters one by one, whatever stands beside them', () => {
  const characters = Array.from({ length: 0xffe0 }, (_, index) => String.fromCharCode(index + 0x20));
  const wrong = characters
    .filter((char) => !isSimple(char))
    .filter((char) => {
      const text = plain(neighbours.map((letter) => letter + char + letter).join(' '));
      return oneByOne(text) !== width(text);
    });
  expect(wrong.map((char) => char.charCodeAt(0).toString(16))).toEqual([]);
});

it('harmless text is as wide as a terminal draws it that knows another version of Unicode', async () => {
  const terminal = new VirtualTerminal({ columns: 600, rows: 2 });
  const drawn = async (text: string): Promise<number> => {
    await terminal.write(`\r${text}`);
    return terminal.cursor.column;
  };
  const wrong: string[] = [];
  for (let first = 0x20; first <= 0xffff; first += 100) {
    const texts = Array.from({ length: 100 }, (_, index) => plain(`a${String.fromCharCode(first + index)}a`));
    if ((await drawn(texts.join(''))) === width(texts.join(''))) continue;
    for (const text of texts) if ((await drawn(text)) !== width(text)) wrong.push(text);
  }
  terminal.dispose();
  expect(wrong).toEqual([]);
});

const worlds = fc.constantFrom<Ambiguous>('narrow', 'wide');

describe('width', () => {
  it.each([
    ['', 0, 0],
    ['5.1.0', 5, 5],
    ['顔認証ライブラリ', 16, 16],
    ['「今すぐダウンロード」', 22, 22],
    ['ｱｲｳ', 3, 3],
    ['①→○', 3, 6],
    ['A①', 2, 3],
  ])('%s', (text, narrow, wide) => {
    expect(width(text)).toBe(narrow);
    expect(width(text, 'wide')).toBe(wide);
    expect(hasAmbiguous(text)).toBe(narrow !== wide);
  });

  it('agrees with what Ink measures', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(width(text)).toBe(stringWidth(text));
      }),
    );
  });

  it.each([
    ['ASCII', 0x20, 0x7e],
    ['kana and Japanese punctuation', 0x3000, 0x30ff],
    ['kanji', 0x4e00, 0x9fff],
    ['full-width and half-width forms', 0xff00, 0xffef],
  ])('agrees with Ink on all of %s', (_, first, last) => {
    for (let from = first; from <= last; from += 16) {
      const codes = Array.from({ length: Math.min(16, last - from + 1) }, (__, index) => from + index);
      const text = String.fromCharCode(...codes);
      expect(width(text)).toBe(stringWidth(text));
      expect(width(text, 'wide')).toBe(stringWidth(text, { ambiguousIsNarrow: false }));
    }
  });
});

describe('plain', () => {
  it.each([
    ['colour', '\u001B[31m赤\u001B[0m', '赤'],
    ['one-byte CSI', '\u009B2J消す', '消す'],
    ['window title', '\u001B]0;title\u0007本文', '本文'],
    ['link', '\u001B]8;;http://x\u001B\\文字\u001B]8;;\u001B\\', '文字'],
    ['broken sequence', 'a\u001B', 'a'],
    ['spaces of other widths', 'a\u00A0b\u2003c\u3000d', 'a b c\u3000d'],
    ['line ends and tabs', 'a\r\nb\tc\nd', 'a b c d'],
    ['bidi controls', 'a\u202Egnp.exe\u2066', 'agnp.exe'],
    ['invisible characters', 'a\u200Bb\uFEFFc\u00ADd', 'abcd'],
    ['a lone surrogate', 'a\uD800b', 'a?b'],
    ['an emoji', 'よし👍🏽', 'よし〓〓'],
    ['kana with a loose mark', 'か\u3099', 'が'],
    ['a mark that does not combine', 'x\u20DD', 'x'],
    ['rare kanji stay', '𠮷野家 﨑', '𠮷野家 﨑'],
  ])('%s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('leaves nothing that moves the cursor, and is settled after one pass', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = plain(text);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(plain(safe)).toBe(safe);
      }),
    );
  });
});

describe('cut and fit', () => {
  it.each([
    ['顔認証ライブラリ', 16, '顔認証ライブラリ'],
    ['顔認証ライブラリ', 15, '顔認証ライブ..'],
    ['顔認証ライブラリ', 14, '顔認証ライブ..'],
    ['5.1.0.12', 5, '5.1..'],
    ['長い', 2, '..'],
    ['長い', 1, '.'],
    ['長い', 0, ''],
  ])('cuts %s to %i', (text, columns, expected) => {
    expect(cut(text, columns)).toBe(expected);
  });

  it('fits to the right edge on request', () => {
    expect(fit('5.1', 6, 'narrow', 'right')).toBe('   5.1');
  });

  it('gives exactly the columns asked for, in both kinds of console', () => {
    fc.assert(
      fc.property(anyText, fc.nat(100), worlds, (text, columns, ambiguous) => {
        expect(width(fit(text, columns, ambiguous), ambiguous)).toBe(columns);
        expect(width(cut(text, columns, ambiguous), ambiguous)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
