import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldWords } from '../../src/selftest/told.ts';
import { width } from '../../src/text/cells.ts';

const names = ['CLINIC-ONS01', 'さくら医院', 'yamada', 'a'];

describe("the system's words, as they leave the terminal", () => {
  it.each([
    ['Access is denied.', 'Access is denied.'],
    ['  two\r\nlines\t', 'two lines'],
    ['\u001B[31mred\u001B[0m \u202Eturned', 'red turned'],
    ['C:\\Users\\山田 太郎\\AppData\\Local: 拒否', 'C:\\Users\\(*)\\AppData\\Local: 拒否'],
    ['/home/taro/x', '/home/(*)/x'],
    ["cannot open 'C:\\Users\\taro'", "cannot open 'C:\\Users\\(*)'"],
    ['clinic-ons01\\YAMADA was refused', '(*)\\(*) was refused'],
    ['さくら医院の端末', '(*)の端末'],
    ['CLINIC-ONS012', 'CLINIC-ONS012'],
    ['a cat and a', '(*) cat and (*)'],
    ['03-1234-5678 or 0312345678', '(*) or (*)'],
    ['0x80070005, build 10.0.19044.1288, code 1326', '0x80070005, build 10.0.19044.1288, code 1326'],
    ['', null],
    [' \u200B ', null],
  ])('%j becomes %j', (words, told) => {
    expect(toldWords(words, names)).toBe(told);
  });

  it('fit on a few lines and hold no name, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 800 }),
        fc.constantFrom(...names.slice(0, 3)),
        (text, name) => {
          const told = toldWords(`${text} ${name}. ${text}`, [name]) ?? '';
          expect(width(told)).toBeLessThanOrEqual(300);
          expect(told.split(/[ .]/)).not.toContain(name);
          expect(told).not.toMatch(/[\n\p{Cc}]/u);
        },
      ),
    );
  });
});
