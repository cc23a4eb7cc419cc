import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../src/domain/notice/hours.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { instant } from './builders.ts';

const { receptionHours } = defaultSettings();

describe('hours of reception as they come: Monday to Saturday 8:30 to 18:30', () => {
  it.each([
    ['2026-01-20T08:29:59+09:00', false],
    ['2026-01-20T08:30:00+09:00', true],
    ['2026-01-20T18:29:59+09:00', true],
    ['2026-01-20T18:30:00+09:00', false],
    ['2026-01-24T08:30:00+09:00', true], // Saturday
    ['2026-01-25T12:00:00+09:00', false], // Sunday
    ['2026-01-26T12:00:00+09:00', true], // Monday
  ])('%s: %s', (now, open) => {
    expect(isOpen(receptionHours, 'Asia/Tokyo', instant(now))).toBe(open);
  });

  it('goes by the clock of the zone, not of the machine', () => {
    const now = instant('2026-01-20T12:00:00+09:00');
    expect(isOpen(receptionHours, 'Europe/Berlin', now)).toBe(false);
    expect(isOpen(receptionHours, 'Europe/Berlin', instant('2026-01-20T12:00:00+01:00'))).toBe(true);
  });

  it('keeps its hours on the clock when that is put forward', () => {
    const onSundays = [{ weekdays: [0], from: '08:30', to: '18:30' }];
    expect(isOpen(onSundays, 'Europe/Berlin', instant('2026-03-29T06:29:59Z'))).toBe(false);
    expect(isOpen(onSundays, 'Europe/Berlin', instant('2026-03-29T06:30:00Z'))).toBe(true);
  });
});

describe('other hours', () => {
  it('is closed without any', () => {
    expect(isOpen([], 'Asia/Tokyo', instant('2026-01-20T12:00:00+09:00'))).toBe(false);
  });

  it.each([
    ['2026-01-20T12:29:59+09:00', true],
    ['2026-01-20T12:30:00+09:00', false],
    ['2026-01-20T14:59:59+09:00', false],
    ['2026-01-20T15:00:00+09:00', true],
  ])('closes over noon: %s: %s', (now, open) => {
    const twice = [
      { weekdays: [2], from: '09:00', to: '12:30' },
      { weekdays: [2], from: '15:00', to: '19:00' },
    ];
    expect(isOpen(twice, 'Asia/Tokyo', instant(now))).toBe(open);
  });

  it.each([
    ['2026-01-24T21:59:59+09:00', false],
    ['2026-01-24T22:00:00+09:00', true],
    ['2026-01-25T01:59:59+09:00', true],
    ['2026-01-25T02:00:00+09:00', false],
    ['2026-01-25T22:00:00+09:00', false],
    ['2026-01-24T01:00:00+09:00', false],
  ])('runs over midnight into the next day: %s: %s', (now, open) => {
    const saturdayNight = [{ weekdays: [6], from: '22:00', to: '02:00' }];
    expect(isOpen(saturdayNight, 'Asia/Tokyo', instant(now))).toBe(open);
  });

  it('takes equal times for a whole day', () => {
    const always = [{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '00:00' }];
    expect(isOpen(always, 'Asia/Tokyo', instant('2026-01-25T23:59:59+09:00'))).toBe(true);
    expect(isOpen(always, 'Asia/Tokyo', instant('2026-01-25T00:00:00+09:00'))).toBe(true);
  });
});
