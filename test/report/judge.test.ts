import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/report/judge.ts';
import { fieldProblems, fieldWarnings } from '../../src/report/report.ja.ts';
import { field } from './build.ts';

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
  it.each(['サンプルクリニック', 'クレオクリニック分院', 'A'])('%s is one', (value) => {
    expect(judge(field('clinic-name'), value, days)).toEqual(fine);
  });

  it.each(['クレオクリニック', 'ｸﾚｵｸﾘﾆｯｸ', ' クレオ　クリニック '])("%s is the notice's sample", (value) => {
    expect(problem('clinic-name', value)).toBe(fieldProblems.sample);
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
