import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionText } from '../../../src/domain/notice/parts.ts';
import {
  bySchema,
  choice,
  dateFrom,
  hole,
  listOf,
  listOrNone,
  openingHours,
  orNone,
  phone,
  problemAt,
  time,
  words,
  yesNo,
} from '../../../src/notice/new/answers.ts';
import { template } from '../../../src/notice/new/template.ts';

const TODAY = '2026-01-20';

describe('a day', () => {
  it.each([
    ['2026-01-19', '2026-01-19'],
    ['2026/1/19', '2026-01-19'],
    ['2026.1.9', '2026-01-09'],
    ['2026年1月19日', '2026-01-19'],
    ['R8.1.19', '2026-01-19'],
    ['r8/1/19', '2026-01-19'],
    ['令和8年1月19日', '2026-01-19'],
    ['令和元年5月1日', '2019-05-01'],
    ['２０２６/１/１９', '2026-01-19'],
    ['1/20', '2026-01-20'],
    ['1/19', '2027-01-19'],
    ['1月31日', '2026-01-31'],
    ['２・５', '2026-02-05'],
    ['2/29', '2028-02-29'],
    ['12-1', '2026-12-01'],
    ['  1/30 ', '2026-01-30'],
  ])('%j is %s', (text, date) => {
    expect(dateFrom(TODAY)(text)).toEqual({ ok: true, value: date });
  });

  it.each([
    '',
    '2026-02-30',
    '2/30',
    '13/1',
    '0/1',
    '1',
    'あした',
    '20260119',
    '2026/1',
    '1/2/3/4',
    'R8',
    '1926-01-01',
  ])('%j is none', (text) => {
    expect(dateFrom(TODAY)(text)).toMatchObject({ ok: false });
  });

  it('without a year is never before the day it is counted from', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, days, (base, day) => {
        const from = base.toISOString().slice(0, 10);
        const wanted = day.toISOString().slice(5, 10);
        const read = dateFrom(from)(wanted.replace('-', '/'));
        expect(read).toMatchObject({ ok: true, value: expect.stringMatching(new RegExp(`^\\d{4}-${wanted}$`)) });
        expect(read.ok && read.value >= from).toBe(true);
      }),
    );
  });
});

describe('a time', () => {
  it.each([
    ['20:00', '20:00'],
    ['5:00', '05:00'],
    ['２０：３０', '20:30'],
    ['20時', '20:00'],
    ['5時5分', '05:05'],
    ['0:00', '00:00'],
    ['20', '20:00'],
  ])('%s is %s', (text, value) => {
    expect(time(text)).toEqual({ ok: true, value });
  });

  it.each(['24:00', '20:60', '', '夜', '20:00:00', '-1'])('%j is none', (text) => {
    expect(time(text)).toMatchObject({ ok: false });
  });
});

describe('a hole', () => {
  it.each([
    ['1/22 3:00-4:00', '2026-01-22T03:00', '2026-01-22T04:00'],
    ['2026/1/22　３：００～４：００', '2026-01-22T03:00', '2026-01-22T04:00'],
    ['1/22 3時から4時まで', '2026-01-22T03:00', '2026-01-22T04:00'],
    ['1/22 23:00-1:00', '2026-01-22T23:00', '2026-01-23T01:00'],
  ])('%j', (text, from, to) => {
    expect(hole(TODAY)(text)).toEqual({ ok: true, value: { from, to } });
  });

  it.each(['', '1/22', '3:00-4:00', '1/22 3:00', '1/32 3:00-4:00', '1/22 25:00-26:00'])('%j is none', (text) => {
    expect(hole(TODAY)(text)).toMatchObject({ ok: false });
  });
});

describe('other answers', () => {
  it.each([
    ['はい', true],
    ['ｙ', true],
    ['Y', true],
    ['いいえ', false],
    ['no', false],
  ])('%s to a yes or no', (text, value) => {
    expect(yesNo(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['３', 3],
    ['5', 5],
    ['2.', 2],
  ])('%s to a choice of five', (text, value) => {
    expect(choice(5)(text)).toEqual({ ok: true, value });
  });

  it.each(['0', '6', 'x', '', '1 2', '③', '5.1'])('%j is no choice of five', (text) => {
    expect(choice(5)(text)).toMatchObject({ ok: false });
  });

  it('a list is parted by commas of every kind, and names nothing twice', () => {
    expect(listOf(choice(5))('１、５,2，1')).toEqual({ ok: true, value: [1, 5, 2] });
    expect(listOrNone(words)('なし')).toEqual({ ok: true, value: [] });
    expect(listOf(choice(5))('なし')).toMatchObject({ ok: false });
    expect(listOf(choice(5))('1,9')).toMatchObject({ ok: false });
    expect(listOf(choice(5))('、')).toMatchObject({ ok: false });
  });

  it('words lose what would disturb a screen', () => {
    expect(words('  名\u001B[31m前\u0007 ')).toEqual({ ok: true, value: '名前' });
    expect(words(' \u0007 ')).toMatchObject({ ok: false });
    expect(orNone(words)('なし')).toEqual({ ok: true, value: null });
  });

  it('a version is what the schema says it is', () => {
    expect(bySchema(versionText())('５．１．０')).toEqual({ ok: true, value: '5.1.0' });
    expect(bySchema(versionText())('5')).toMatchObject({ ok: false, problem: expect.stringContaining('点で区切って') });
  });

  it('telephone numbers and hours are read as people write them', () => {
    expect(phone('０８００－０８０－４５８３')).toEqual({ ok: true, value: '0800-080-4583' });
    expect(phone('ばんごう')).toMatchObject({ ok: false });
    expect(openingHours('月-金 8:00-18:00')).toEqual({
      ok: true,
      value: [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }],
    });
    expect(openingHours('いつでも')).toMatchObject({ ok: false });
    for (const text of ['月 9:00-25:00', '月 24:00-9:00', '月 9:60-12:00'])
      expect(openingHours(text)).toMatchObject({ ok: false });
  });
});

describe('whether a part fits the others', () => {
  const blank = template(TODAY);

  it('is told by the rules of the schema, of that part alone', () => {
    const { delivery } = blank;
    const wrong = delivery && { ...delivery, lastNight: '2026-01-01' };
    expect(problemAt(blank, { delivery: wrong }, ['delivery', 'lastNight'])).toContain('最初の夜');
    expect(problemAt(blank, { delivery: wrong }, ['delivery', 'from'])).toBeNull();
    expect(problemAt(blank, {}, ['delivery'])).toBeNull();
  });
});
