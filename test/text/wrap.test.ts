import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, width, type Ambiguous } from '../../src/text/cells.ts';
import { wrap, wrapUpTo } from '../../src/text/wrap.ts';
import { anyText } from '../tui/texts.ts';

const worlds = fc.constantFrom<Ambiguous>('narrow', 'wide');

describe('wrapUpTo', () => {
  it('says with the last line that there is more', () => {
    expect(wrapUpTo(2, '端末を再起動します', 8)).toEqual(['端末を', '再起動..']);
    expect(wrapUpTo(3, '端末を再起動します', 8)).toEqual(['端末を', '再起動し', 'ます']);
    expect(wrapUpTo(2, 'x'.repeat(1_000_000), 8)).toEqual(['xxxxxxxx', 'xxxxxx..']);
  });
});

describe('wrap', () => {
  it.each([
    ['a verb of two halves stays whole', '確実に必ず目で読み取れます', 20, ['確実に必ず目で', '読み取れます']],
    ['a word of one script stays whole', '端末を再起動します', 8, ['端末を', '再起動し', 'ます']],
    [
      'a word in katakana stays whole',
      'ここで顔認証ライブラリを確かめてください',
      20,
      ['ここで顔認証', 'ライブラリを', '確かめてください'],
    ],
    [
      'what belongs to a word stays with it',
      'まずは診療の前に必ず確かめます',
      22,
      ['まずは診療の前に必ず', '確かめます'],
    ],
    [
      'a polite prefix stays with its word',
      '次に、この画面とお知らせを読む',
      20,
      ['次に、この', '画面とお知らせを読む'],
    ],
    [
      'a number stays with what it counts',
      '夜のあいだに動いた端末は 12 台です',
      28,
      ['夜のあいだに動いた端末は', '12 台です'],
    ],
    ['a word longer than what may stay empty is broken', '端末配信実績確認画面', 12, ['端末配信実績', '確認画面']],
    ['no line begins with a full stop', '端末を再起動。次', 12, ['端末を', '再起動。次']],
    ['no line begins with closing brackets', '端末を「再起動」する', 14, ['端末を「再起', '動」する']],
    ['no line ends with an opening bracket', '端末を開く「管理」', 12, ['端末を開く', '「管理」']],
    ['a telephone number stays whole', '電話 0800-080-4583 へ', 16, ['電話', '0800-080-4583 へ']],
    ['a number after Japanese stays whole', '番号は0800-080-4583です', 16, ['番号は', '0800-080-4583で', 'す']],
    ['a path longer than a line is broken', 'C:\\ProgramData\\OQS', 8, ['C:\\Progr', 'amData\\O', 'QS']],
    ['line ends are kept', '一行目\r\n\n三行目', 20, ['一行目', '', '三行目']],
    ['spaces at a break go', 'aaaa    bbbb', 6, ['aaaa', 'bbbb']],
    ['small kana stay with the kana before', 'あいウィンドウ', 6, ['あい', 'ウィン', 'ドウ']],
    ['nothing gives one empty line', '', 10, ['']],
  ])('%s', (_, text, columns, expected) => {
    expect(wrap(text, columns)).toEqual(expected);
  });

  it('loses nothing but spaces', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 100 }), worlds, (text, columns, ambiguous) => {
        const whole = text
          .split(/\r\n|[\n\r]/)
          .map(plain)
          .join('');
        expect(wrap(text, columns, ambiguous).join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      }),
    );
  });

  it('never exceeds the columns', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 100 }), worlds, (text, columns, ambiguous) => {
        for (const row of wrap(text, columns, ambiguous)) expect(width(row, ambiguous)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('begins no line with closing and ends none with opening punctuation where another break is near', () => {
    const sentence = fc
      .array(fc.constantFrom('再起動', '「管理」', '(5.0.3)', '、', '。', 'ウィンドウ', '20:00', ' '), {
        maxLength: 40,
      })
      .map((parts) => `端末${parts.join('を')}す`);
    fc.assert(
      fc.property(sentence, fc.integer({ min: 16, max: 60 }), (text, columns) => {
        for (const row of wrap(text, columns)) expect(row).not.toMatch(/^[、。」）ーィ)]|[「（(]$/);
      }),
    );
  });

  it('breaks no word that fits on a line', () => {
    const sentence = fc
      .array(fc.constantFrom('電話は', '0800-080-4583', 'です。', '「', '」', ' '), { maxLength: 40 })
      .map((parts) => parts.join('へ'));
    fc.assert(
      fc.property(sentence, fc.integer({ min: 20, max: 60 }), (text, columns) => {
        expect(numbers(wrap(text, columns).join('\n'))).toBe(numbers(text));
      }),
    );
  });
});

/** How often the telephone number stands in a text in one piece. */
function numbers(text: string): number {
  return text.split('0800-080-4583').length - 1;
}
