import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateToShortText, fromIso, offsetOf, toIso, toShortText, withoutDate } from '../../src/domain/time.ts';

const eightTen = Date.UTC(2026, 0, 19, 23, 10);

describe('times in files', () => {
  it.each([
    [540, '2026-01-20T08:10:00+09:00'],
    [0, '2026-01-19T23:10:00+00:00'],
    [-210, '2026-01-19T19:40:00-03:30'],
    [345, '2026-01-20T04:55:00+05:45'],
  ])('carry their offset: %i minutes', (offset, text) => {
    expect(toIso(eightTen, offset)).toBe(text);
    expect(fromIso(text)).toBe(eightTen);
    expect(offsetOf(text)).toBe(offset);
  });

  it('are written to the second, the part of a second cut off', () => {
    expect(toIso(eightTen + 999, 540)).toBe('2026-01-20T08:10:00+09:00');
    expect(toIso(-1, 0)).toBe('1969-12-31T23:59:59+00:00');
  });

  it('come back as they were written, in any zone', () => {
    const instants = fc.integer({ min: 0, max: 4_000_000_000 }).map((second) => second * 1_000);
    fc.assert(
      fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, offset) => {
        const text = toIso(at, offset);
        expect([fromIso(text), offsetOf(text)]).toEqual([at, offset]);
      }),
    );
  });

  it.each([
    ['2026-01-20T08:10:00Z', Date.UTC(2026, 0, 20, 8, 10)],
    ['2026-01-20T08:10:00.250Z', Date.UTC(2026, 0, 20, 8, 10, 0, 250)],
    ['2026-01-20T08:10:00', null],
    ['2026-01-20', null],
    ['2026-01-20 08:10:00Z', null],
    ['2026-01-20T08:10Z', null],
    ['2026-13-20T08:10:00Z', null],
    ['2026-01-20T25:10:00Z', null],
    ['2026-01-20T24:00:00Z', null],
    ['2026-02-30T08:10:00+09:00', null],
    ['2026-02-29T08:10:00+09:00', null],
    ['2028-02-29T08:10:00Z', Date.UTC(2028, 1, 29, 8, 10)],
    ['2026-04-31T00:00:00Z', null],
    ['2026-00-10T00:00:00Z', null],
    ['2026-01-00T00:00:00Z', null],
    ['火曜日', null],
    ['', null],
  ])('are read only with their offset: %j', (text, at) => {
    expect(fromIso(text)).toBe(at);
  });

  it.each([
    ['2026-01-20T08:10:00Z', 0],
    ['2026-01-20T08:10:00', null],
    ['2026-01-20', null],
  ])('tell no offset that they do not carry: %j', (text, offset) => {
    expect(offsetOf(text)).toBe(offset);
  });
});

describe('times for people', () => {
  it.each([
    [eightTen, 540, '1/20(火) 08:10'],
    [eightTen, 0, '1/19(月) 23:10'],
    [Date.UTC(2026, 11, 31, 14, 59, 59), 540, '12/31(木) 23:59'],
    [Date.UTC(2026, 11, 31, 15), 540, '1/1(金) 00:00'],
  ])('%i in the zone %i is %s', (at, offset, text) => {
    expect(toShortText(at, offset)).toBe(text);
  });

  it.each([
    ['2026-01-25', '1/25(日)'],
    ['2026-01-31', '1/31(土)'],
    ['2028-02-29', '2/29(火)'],
  ])('the date %s is %s', (date, text) => {
    expect(dateToShortText(date)).toBe(text);
  });
});

describe('a name without its date', () => {
  it.each([
    ['2026-01-20', ''],
    ['20260120', ''],
    ['2026-01', ''],
    ['20260120-081000', ''],
    ['2026-01-20T08-10', ''],
    ['ONS01-20260120', 'ONS01'],
    ['2026_01_20 ONS01', 'ONS01'],
    ['C0001', 'C0001'],
    ['ONS01.', 'ONS01.'],
    // A clinic's number of ten digits; a day that there is not.
    ['2012011234', '2012011234'],
    ['20261301', '20261301'],
    ['202601', '202601'],
  ])('%s is %j', (name, bare) => {
    expect(withoutDate(name)).toBe(bare);
  });
});
