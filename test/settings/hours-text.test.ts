import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '../../src/domain/notice/parts.ts';
import { hoursFromText, hoursToText } from '../../src/settings/hours-text.ts';

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
/** As the week is written: from Monday on. */
const week = fc.subarray([1, 2, 3, 4, 5, 6, 0], { minLength: 1 });
const hours: fc.Arbitrary<OpeningHours> = fc.array(fc.record({ weekdays: week, from: time, to: time }), {
  maxLength: 5,
});

const row = (weekdays: number[], from: string, to: string): OpeningHours[number] => ({ weekdays, from, to });
const workdays = [1, 2, 3, 4, 5];

describe('hours of reception as text', () => {
  it('mean the same when they are read back', () => {
    fc.assert(
      fc.property(hours, (each) => {
        expect(hoursFromText(hoursToText(each))).toEqual(each);
      }),
    );
  });

  it('read as a clinic would write them', () => {
    expect(hoursToText([row([...workdays, 6], '08:30', '18:30')])).toBe('月-土 8:30-18:30');
    expect(hoursToText([row(workdays, '09:00', '12:00'), row([6], '09:00', '13:00')])).toBe(
      '月-金 9:00-12:00, 土 9:00-13:00',
    );
    expect(hoursToText('nonsense')).toBe('');
  });

  it.each<readonly [string, OpeningHours]>([
    ['', []],
    ['月-土 08:30-18:30', [row([...workdays, 6], '08:30', '18:30')]],
    ['月－土　８：３０～１８：３０', [row([...workdays, 6], '08:30', '18:30')]],
    ['月曜日〜金曜 9:00ー12:00', [row(workdays, '09:00', '12:00')]],
    ['月水金9:00-12:00', [row([1, 3, 5], '09:00', '12:00')]],
    ['月、水・金 9:00-12:00', [row([1, 3, 5], '09:00', '12:00')]],
    ['日, 土 9:00-12:00', [row([6, 0], '09:00', '12:00')]],
    ['土-月 9:00-12:00', [row([1, 6, 0], '09:00', '12:00')]],
    [
      '月 9:00-12:00 14:00-18:00、土 9:00-12:00',
      [row([1], '09:00', '12:00'), row([1], '14:00', '18:00'), row([6], '09:00', '12:00')],
    ],
    ['土 20:00-翌5:00', [row([6], '20:00', '05:00')]],
    ['平日 9:00〜17:00', [row(workdays, '09:00', '17:00')]],
    ['平日9時〜17時半、土 9時5分-12時', [row(workdays, '09:00', '17:30'), row([6], '09:05', '12:00')]],
    ['毎日 0:00-24:00', [row([...workdays, 6, 0], '00:00', '00:00')]],
  ])('are read from %j', (text, read) => {
    expect(hoursFromText(text)).toEqual(read);
  });

  it.each([
    '月',
    '9:00-12:00',
    '月 9:00',
    '月- 9:00-12:00',
    '祝 9:00-12:00',
    '月 9:00-12:00, 火',
    '月 9-12',
    'abc',
    '月-土 8:30-18:30８：３０ー１７：３０',
  ])('are not guessed from %j', (text) => {
    expect(hoursFromText(text)).toBeNull();
  });
});
