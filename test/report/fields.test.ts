import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit, emptyField, type TextField } from '../../src/tui/text-field.ts';
import { judge, normalised, normalisedField } from '../../src/report/fields.ts';
import { fieldProblems, fieldWarnings } from '../../src/report/report.ja.ts';
import type { FieldKind, NoticeField } from '../../src/domain/notice/notice.ts';
import { field } from './build.ts';

/** Types the chunks one after the other, as the form does. */
function typed(id: 'phone' | 'completed-on' | 'clinic-name', ...chunks: readonly string[]): TextField {
  return chunks.reduce((before, text) => normalisedField(field(id), edit(before, { id: 'text', text })), emptyField);
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
    expect(normalised(field('phone'), text)).toBe('0312345678');
  });

  it.each(['+81312345678', '03一1234', '内線0312', '0①'])('%s keeps what is no digit and parts none', (text) => {
    expect(normalised(field('phone'), text)).toBe(text);
  });

  it('comes out the same in pieces of any size, the cursor behind it', () => {
    const pieces = fc.array(fc.constantFrom('０', '3', '−', '－', 'ー', '‐', '-', ' ', '　', '９', '7'));
    fc.assert(
      fc.property(pieces, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), (characters, sizes) => {
        const whole = normalised(field('phone'), characters.join(''));
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
    const after = normalisedField(
      field('phone'),
      edit({ text: '035678', cursor: 2 }, { id: 'text', text: '−１２３４' }),
    );
    expect(after).toEqual({ text: '0312345678', cursor: 6 });
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

const days = { today: '20260120', deliveryBegan: '20260119' };
const fine = { problem: null, warning: null };

function problem(id: Parameters<typeof field>[0], value: string): string | null {
  return judge(field(id), value, days).problem;
}

describe('the phone number', () => {
  it.each(['0312345678', '09012345678', '05012345678'])('%s is one', (value) => {
    expect(judge(field('phone'), value, days)).toEqual(fine);
  });

  it.each([
    ['', fieldProblems.empty],
    ['  ', fieldProblems.empty],
    ['03', fieldProblems.phoneLength(2)],
    ['031234567', fieldProblems.phoneLength(9)],
    ['031234567890', fieldProblems.phoneLength(12)],
    ['3123456789', fieldProblems.phoneStart],
    ['0312345x78', fieldProblems.notADigit('x')],
    ['+81312345678', fieldProblems.notADigit('+')],
    ['05020173758', fieldProblems.sample],
  ])('%j: %s', (value, says) => {
    expect(problem('phone', value)).toBe(says);
  });
});

describe('the name', () => {
  it('is not right with a character that was replaced', () => {
    expect(problem('clinic-name', '桜〓医院')).toBe(fieldProblems.replaced);
    expect(judge(field('clinic-name'), '桜医院', days)).toEqual(fine);
  });
});

describe('the day', () => {
  it.each(['20260119', '20260120'])('%s is one', (value) => {
    expect(judge(field('completed-on'), value, days)).toEqual(fine);
  });

  it.each([
    ['', fieldProblems.empty],
    ['2026', fieldProblems.dateLength(4)],
    ['2026120', fieldProblems.dateLength(7)],
    ['20260230', fieldProblems.noSuchDay],
    ['20251301', fieldProblems.noSuchDay],
    ['20260121', fieldProblems.future],
    ['2026012a', fieldProblems.notADigit('a')],
  ])('%j: %s', (value, says) => {
    expect(problem('completed-on', value)).toBe(says);
  });

  it('before the delivery began is strange, but may be right', () => {
    expect(judge(field('completed-on'), '20260118', days)).toEqual({
      problem: null,
      warning: fieldWarnings.beforeDelivery,
    });
  });

  it('is accepted exactly where the calendar has it, up to today', () => {
    const day = fc.date({
      min: new Date('2026-01-19T00:00:00Z'),
      max: new Date('2027-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const value = date.toISOString().slice(0, 10).replaceAll('-', '');
        expect(problem('completed-on', value)).toBe(value > days.today ? fieldProblems.future : null);
      }),
    );
  });
});

describe('the name', () => {
  it.each(['サンプルクリニック', 'クレオ', 'A'])('%s is one', (value) => {
    expect(judge(field('clinic-name'), value, days)).toEqual(fine);
  });

  it.each(['クレオクリニック', 'ｸﾚｵｸﾘﾆｯｸ', ' クレオ　クリニック ', '「クレオクリニック」'])(
    "%s is the notice's sample",
    (value) => {
      expect(problem('clinic-name', value)).toBe(fieldProblems.sample);
    },
  );

  it.each(['クレオクリニック分院', '医療法人ｸﾚｵｸﾘﾆｯｸ'])(
    '%s holds the sample, which is named: it may be right',
    (value) => {
      const warning = fieldWarnings.holdsSample('クレオクリニック');
      expect(judge(field('clinic-name'), value, days)).toEqual({ problem: null, warning });
    },
  );

  it('may hold a sample that is too short to tell', () => {
    expect(judge(field('clinic-name', { sample: '医院' }), '桜医院', days)).toEqual(fine);
  });
});

describe('what the notice says of a field', () => {
  it('decides whether it may be empty, and what its sample is', () => {
    expect(judge(field('phone', { required: false }), '', days)).toEqual(fine);
    expect(judge(field('phone', { required: false }), '12', days).problem).not.toBeNull();
    expect(judge(field('phone', { sample: '03-1234-5678' }), '0312345678', days).problem).toBe(fieldProblems.sample);
    expect(judge(field('phone', { sample: null }), '05020173758', days)).toEqual(fine);
  });
});

/** A field that no notice has had yet. */
function fieldOf(kind: FieldKind, changes: Partial<NoticeField> = {}): NoticeField {
  return { id: 'own', label: '項目', kind, length: null, required: true, hint: null, sample: null, ...changes };
}

describe('digits', () => {
  it.each([
    ['1312345678', '1312345678'],
    ['１３１２３４５６７８', '1312345678'],
    ['13-1234-5678', '1312345678'],
    ['13ー1234－5678', '1312345678'],
    [' 13 1234　5678 ', '1312345678'],
    ['13a', '13a'],
    ['十三', '十三'],
  ])('%j becomes %j while it is typed', (text, shown) => {
    expect(normalised(fieldOf('digits'), text)).toBe(shown);
  });

  it.each([
    ['1312345678', null],
    ['0000000000', null],
    ['', fieldProblems.empty],
    ['131234567', fieldProblems.digitsLength(10, 9)],
    ['13123456789', fieldProblems.digitsLength(10, 11)],
    ['13123456x8', fieldProblems.notADigit('x')],
    ['十三', fieldProblems.notADigit('十')],
  ])('of a length of ten: %j', (value, says) => {
    expect(judge(fieldOf('digits', { length: 10 }), value, days)).toEqual({ problem: says, warning: null });
  });

  it.each(['7', '0123456789', '1'.repeat(40)])('of any length: %s', (value) => {
    expect(judge(fieldOf('digits'), value, days)).toEqual(fine);
    expect(judge(fieldOf('digits'), `${value}-`, days).problem).toBe(fieldProblems.notADigit('-'));
  });

  it('may be left out where the notice says so, and are never its sample', () => {
    expect(judge(fieldOf('digits', { length: 10, required: false }), '', days)).toEqual(fine);
    expect(judge(fieldOf('digits', { sample: '１３-12345678' }), '1312345678', days).problem).toBe(
      fieldProblems.sample,
    );
  });
});

describe('each kind of field', () => {
  it.each<[FieldKind, string, string]>([
    ['fixed', 'Ａ－１２', 'Ａ－１２'],
    ['text', '１号館ー２', '１号館ー２'],
    ['date', '２０２６/０１/２０', '20260120'],
    ['digits', '１ ２ー３', '123'],
    ['phone', '（０３）１', '031'],
  ])('%s counts what is typed in its own way', (kind, typedText, counted) => {
    expect(normalised(fieldOf(kind), typedText)).toBe(counted);
    const field = normalisedField(fieldOf(kind), { text: typedText, cursor: typedText.length });
    expect(field).toEqual({ text: counted, cursor: counted.length });
  });

  it('is judged by its kind, whatever it is called', () => {
    expect(judge(fieldOf('text', { id: 'phone' }), '内線 3', days)).toEqual(fine);
    expect(judge(fieldOf('phone', { id: 'clinic-name' }), '内線 3', days).problem).not.toBeNull();
    expect(judge(fieldOf('fixed', { id: 'completed-on' }), 'A-12', days)).toEqual(fine);
  });

  it('of a day is not odd before a delivery that there is none of', () => {
    expect(judge(fieldOf('date'), '20200101', { ...days, deliveryBegan: null })).toEqual(fine);
  });
});
