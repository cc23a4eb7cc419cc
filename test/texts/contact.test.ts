import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '../../src/domain/notice/parts.ts';
import { hoursInWords } from '../../src/domain/notice/notice.ja.ts';

const row = (weekdays: readonly number[], from = '08:00', to = '18:00'): OpeningHours[number] => ({
  weekdays: [...weekdays],
  from,
  to,
});

describe('opening hours in words', () => {
  it.each<readonly [OpeningHours, string]>([
    [[row([1, 2, 3, 4, 5]), row([6], '08:00', '16:00')], '月-金 8:00-18:00 / 土 8:00-16:00'],
    [[row([0, 1, 2, 3, 4, 5, 6], '00:00', '23:59')], '月-日 0:00-23:59'],
    [[row([5, 1, 3])], '月・水・金 8:00-18:00'],
    [[row([1, 2, 4, 5, 6, 0])], '月・火・木-日 8:00-18:00'],
    [[row([6, 0], '20:00', '05:00')], '土・日 20:00-翌5:00'],
    [[row([3], '10:30', '10:30')], '水 10:30-翌10:30'],
    [[], ''],
  ])('%j', (hours, words) => {
    expect(hoursInWords(hours)).toBe(words);
  });
});
