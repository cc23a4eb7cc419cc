import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, emptyField, type TextField } from '../../src/tui/text-field.ts';
import { normalised, normalisedField } from '../../src/report/normalise.ts';

/** Types the chunks one after the other, as the form does. */
function typed(id: 'phone' | 'completed-on' | 'clinic-name', ...chunks: readonly string[]): TextField {
  return chunks.reduce((field, text) => normalisedField(id, edit(field, { id: 'text', text })), emptyField);
}

describe('a phone number', () => {
  it.each([
    ['plain', '0312345678'],
    ['ASCII hyphens', '03-1234-5678'],
    ['U+2212, what some input methods make of the minus key', '０３\u2212１２３４\u2212５６７８'],
    ['U+FF0D, what others make of it', '０３\uFF0D１２３４\uFF0D５６７８'],
    ['U+30FC, the long vowel mark', '０３ー１２３４ー５６７８'],
    ['U+FF70, the same half-width', '03ｰ1234ｰ5678'],
    ['U+2010 to U+2015', '0\u20103\u201112\u201234\u201356\u201478\u2015'],
    ['ruled lines', '03─1234━5678'],
    ['spaces of both widths', ' 03 1234\u30005678 '],
    ['brackets', '（０３）１２３４（5678)'],
    ['dots', '03.1234．5678'],
  ])('in %s becomes its digits', (_, text) => {
    expect(normalised('phone', text)).toBe('0312345678');
  });

  it.each(['+81312345678', '03一1234', '内線0312', '0①'])('%s keeps what is no digit and parts none', (text) => {
    expect(normalised('phone', text)).toBe(text);
  });

  it('comes out the same in pieces of any size, the cursor behind it', () => {
    const pieces = fc.array(fc.constantFrom('０', '3', '−', '－', 'ー', '‐', '-', ' ', '　', '９', '7'));
    fc.assert(
      fc.property(pieces, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), (characters, sizes) => {
        const whole = normalised('phone', characters.join(''));
        const chunks: string[] = [];
        for (let rest = [...characters]; rest.length > 0;) {
          const size = sizes.next().value;
          chunks.push(rest.slice(0, size).join(''));
          rest = rest.slice(size);
        }
        expect(typed('phone', ...chunks)).toEqual({ text: whole, cursor: whole.length });
      }),
    );
  });

  it('keeps the cursor where it is typed in the middle', () => {
    const field = normalisedField('phone', edit({ text: '035678', cursor: 2 }, { id: 'text', text: '−１２３４' }));
    expect(field).toEqual({ text: '0312345678', cursor: 6 });
  });
});

describe('a date', () => {
  it.each([
    '20260120',
    '２０２６０１２０',
    '2026-01-20',
    '2026/01/20',
    '２０２６・０１・２０',
    '2026.01.20',
    '２０２６。０１。２０',
    '2026年01月20日',
    '2026 01 20',
  ])('%s becomes its digits', (text) => {
    expect(typed('completed-on', text).text).toBe('20260120');
  });
});

describe('a name', () => {
  it.each(['サンプルクリニック', 'ｻﾝﾌﾟﾙｸﾘﾆｯｸ', 'Ａ・Ｂ 医院', '髙﨑ー医院'])('%s stays as it was typed', (name) => {
    expect(typed('clinic-name', ...Array.from(name)).text).toBe(name);
  });
});
