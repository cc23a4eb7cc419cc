import { expect, it } from 'vitest';
import { plain, width } from '../../src/text/cells.ts';
import { VirtualTerminal } from '../harness/virtual-terminal.ts';
import { isSimple } from '../../src/text/simple-text.ts';

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
