import { describe, expect, it } from 'vitest';
import { HOUR, SECOND } from '../../../src/domain/time.ts';
import {
  calendarOf,
  deliveryBegan,
  firstNightEnd,
  holeAt,
  isOpen,
  lastEndedDeliveringNight,
  nextNight,
  phaseAt,
} from '../../../src/domain/notice/calendar.ts';
import { offsetMinutesAt } from '../../../src/domain/notice/zone.ts';
import { connection, instant, january, noticeWith } from './builders.ts';
import { defaultSettings } from '../../../src/settings/load.ts';

const calendar = calendarOf(noticeWith());

/** `01-20 08:10:00`, in Japan. */
function japan(text: string): number {
  return instant(`2026-${text.replace(' ', 'T')}+09:00`);
}

function berlin(delivery: Parameters<typeof noticeWith>[0]) {
  return calendarOf(noticeWith({ timeZone: 'Europe/Berlin', excludedNights: [], ...delivery }));
}

describe('the calendar of January 2026', () => {
  it('has twelve nights, eleven of which deliver', () => {
    expect(calendar.nights).toHaveLength(12);
    expect(calendar.nights.filter((night) => !night.delivers).map((night) => night.date)).toEqual(['2026-01-25']);
    expect(calendar).toMatchObject({ timeZone: 'Asia/Tokyo', lastNight: '2026-01-30', allDayFrom: '2026-01-31' });
  });

  it('lays a night from 20:00 to 05:00 of the next morning', () => {
    expect(calendar.nights[0]).toEqual({
      date: '2026-01-19',
      start: japan('01-19 20:00:00'),
      end: japan('01-20 05:00:00'),
      delivers: true,
      holes: [],
    });
  });

  it.each([
    // now, phase, next night, last ended night
    ['01-01 00:00:00', 'before', '2026-01-19', null],
    ['01-19 19:59:59', 'before', '2026-01-19', null],
    ['01-19 20:00:00', 'night', '2026-01-19', null],
    ['01-20 04:59:59', 'night', '2026-01-19', null],
    ['01-20 05:00:00', 'day', '2026-01-20', '2026-01-19'],
    ['01-20 19:59:59', 'day', '2026-01-20', '2026-01-19'],
    ['01-20 20:00:00', 'night', '2026-01-20', '2026-01-19'],
    ['01-25 04:59:59', 'night', '2026-01-24', '2026-01-23'],
    ['01-25 05:00:00', 'day', '2026-01-26', '2026-01-24'],
    ['01-25 19:59:59', 'day', '2026-01-26', '2026-01-24'],
    ['01-25 20:00:00', 'excluded-night', '2026-01-26', '2026-01-24'],
    ['01-26 03:00:00', 'excluded-night', '2026-01-26', '2026-01-24'],
    ['01-26 04:59:59', 'excluded-night', '2026-01-26', '2026-01-24'],
    ['01-26 05:00:00', 'day', '2026-01-26', '2026-01-24'],
    ['01-26 20:00:00', 'night', '2026-01-26', '2026-01-24'],
    ['01-30 12:00:00', 'day', '2026-01-30', '2026-01-29'],
    ['01-31 03:00:00', 'night', '2026-01-30', '2026-01-29'],
    ['01-31 04:59:59', 'night', '2026-01-30', '2026-01-29'],
    ['01-31 05:00:00', 'all-day', null, '2026-01-30'],
    ['12-31 20:00:00', 'all-day', null, '2026-01-30'],
  ])('%s: %s, next %s, last ended %s', (now, phase, next, ended) => {
    expect(phaseAt(calendar, japan(now))).toBe(phase);
    expect(nextNight(calendar, japan(now))?.date ?? null).toBe(next);
    expect(lastEndedDeliveringNight(calendar, japan(now))?.date ?? null).toBe(ended);
  });

  it('knows when delivery began and when its first night ended', () => {
    expect(deliveryBegan(calendar)).toBe(japan('01-19 20:00:00'));
    expect(firstNightEnd(calendar)).toBe(japan('01-20 05:00:00'));
  });

  it('judges a fraction of a second by the second it lies in', () => {
    expect(phaseAt(calendar, japan('01-19 20:00:00') - 1)).toBe('before');
    expect(phaseAt(calendar, japan('01-20 05:00:00') - 1)).toBe('night');
  });
});

describe('other calendars', () => {
  it.each([
    // now, phase, next night
    ['01-31 04:59:59', 'night', '2026-01-30'],
    ['01-31 05:00:00', 'day', null],
    ['02-05 12:00:00', 'day', null],
    ['02-14 23:59:59', 'day', null],
    ['02-15 00:00:00', 'all-day', null],
  ])('delivers all day only from its own date on: at %s it is %s', (now, phase, next) => {
    const late = calendarOf(noticeWith({ allDayFrom: '2026-02-15' }));
    expect(phaseAt(late, japan(now))).toBe(phase);
    expect(nextNight(late, japan(now))?.date ?? null).toBe(next);
  });

  it('takes an excluded first night for part of the period, but not for the first that delivers', () => {
    const late = calendarOf(noticeWith({ excludedNights: ['2026-01-19', '2026-01-20'] }));
    expect(phaseAt(late, japan('01-19 21:00:00'))).toBe('excluded-night');
    expect(phaseAt(late, japan('01-20 12:00:00'))).toBe('day');
    expect(deliveryBegan(late)).toBe(japan('01-21 20:00:00'));
    expect(firstNightEnd(late)).toBe(japan('01-22 05:00:00'));
  });

  it('has no next night once the last delivering one is over, though an excluded one follows', () => {
    const early = calendarOf(noticeWith({ excludedNights: ['2026-01-30'] }));
    expect(nextNight(early, japan('01-30 04:59:59'))?.date).toBe('2026-01-29');
    expect(nextNight(early, japan('01-30 05:00:00'))).toBeNull();
    expect(phaseAt(early, japan('01-31 04:59:59'))).toBe('excluded-night');
    expect(phaseAt(early, japan('01-31 05:00:00'))).toBe('all-day');
  });

  it('keeps hours that end after they begin within one day', () => {
    const morning = calendarOf(noticeWith({ from: '01:00', to: '05:00' }));
    expect(morning.nights[0]).toMatchObject({
      date: '2026-01-19',
      start: japan('01-19 01:00:00'),
      end: japan('01-19 05:00:00'),
    });
  });

  it('takes equal hours for a night of 24 hours', () => {
    const whole = calendarOf(noticeWith({ from: '20:00', to: '20:00' }));
    expect(whole.nights[0]?.end).toBe(whole.nights[1]?.start);
    expect(phaseAt(whole, japan('01-20 20:00:00'))).toBe('night');
  });

  it('takes a single night', () => {
    const single = calendarOf(noticeWith({ firstNight: '2026-01-19', lastNight: '2026-01-19', excludedNights: [] }));
    expect(phaseAt(single, japan('01-20 05:00:00'))).toBe('day');
    expect(phaseAt(single, japan('01-31 00:00:00'))).toBe('all-day');
  });
});

describe('without delivery', () => {
  const none = calendarOf(connection);

  it('there are no nights, no all-day delivery and no beginning, and dates are those of Japan', () => {
    expect(none).toMatchObject({
      nights: [],
      timeZone: 'Asia/Tokyo',
      lastNight: null,
      allDayFrom: null,
      allDayBegins: null,
    });
    expect([deliveryBegan(none), firstNightEnd(none)]).toEqual([null, null]);
  });

  it.each(['01-01 00:00:00', '01-20 21:00:00', '12-31 12:00:00'])('at %s there is no phase and no night', (now) => {
    expect(phaseAt(none, japan(now))).toBe('none');
    expect(nextNight(none, japan(now))).toBeNull();
    expect(lastEndedDeliveringNight(none, japan(now))).toBeNull();
    expect(holeAt(none, japan(now))).toBeNull();
  });
});

describe('a night with holes', () => {
  const holes = [
    { from: '2026-01-22T03:00', to: '2026-01-22T04:00' },
    { from: '2026-01-21T22:00', to: '2026-01-21T22:30' },
    { from: '2026-01-24T20:00', to: '2026-01-24T21:00' },
  ];
  const holed = calendarOf(noticeWith({ holes }));

  it('has its own, in order; the others have none', () => {
    const of = (date: string) => holed.nights.find((night) => night.date === date)?.holes;
    expect(of('2026-01-21')).toEqual([
      { start: japan('01-21 22:00:00'), end: japan('01-21 22:30:00') },
      { start: japan('01-22 03:00:00'), end: japan('01-22 04:00:00') },
    ]);
    expect(of('2026-01-24')).toHaveLength(1);
    expect(of('2026-01-22')).toEqual([]);
  });

  it.each([
    ['01-21 21:59:59', null],
    ['01-21 22:00:00', '01-21 22:30:00'],
    ['01-21 22:29:59', '01-21 22:30:00'],
    ['01-21 22:30:00', null],
    ['01-22 02:59:59', null],
    ['01-22 03:00:00', '01-22 04:00:00'],
    ['01-22 04:00:00', null],
    ['01-23 03:30:00', null],
  ])('at %s delivers nothing until %s, and is still the night', (now, until) => {
    expect(holeAt(holed, japan(now))?.end ?? null).toBe(until === null ? null : japan(until));
    expect(phaseAt(holed, japan(now))).toBe('night');
  });

  it('delivers nothing before its hole at the beginning, and is not begun before it', () => {
    expect(holeAt(holed, japan('01-24 19:59:59'))).toBeNull();
    expect(phaseAt(holed, japan('01-24 19:59:59'))).toBe('day');
    expect(holeAt(holed, japan('01-24 20:00:00'))?.end).toBe(japan('01-24 21:00:00'));
  });

  it('goes by the clock of its zone', () => {
    const night = { firstNight: '2026-03-28', lastNight: '2026-03-28', excludedNights: [] };
    const [only] = berlin({ ...night, holes: [{ from: '2026-03-29T01:30', to: '2026-03-29T03:30' }] }).nights;
    // The clock is put forward from 2:00 to 3:00: of these two hours one is.
    expect(only?.holes).toEqual([
      { start: instant('2026-03-29T01:30:00+01:00'), end: instant('2026-03-29T03:30:00+02:00') },
    ]);
  });
});

describe('a notice that never delivers all day', () => {
  it.each([
    ['01-31 04:59:59', 'night'],
    ['01-31 05:00:00', 'day'],
    ['12-31 12:00:00', 'day'],
  ])('at %s is in its %s', (now, phase) => {
    const never = calendarOf(noticeWith({ allDayFrom: null }));
    expect(phaseAt(never, japan(now))).toBe(phase);
    expect(never).toMatchObject({ allDayFrom: null, allDayBegins: null, lastNight: '2026-01-30' });
  });
});

describe('the end of the last day', () => {
  const endOf = (deadline: string | null, delivery: Parameters<typeof noticeWith>[0] = {}) =>
    calendarOf({ ...noticeWith(delivery), deadline }).deadline;

  it.each([
    ['the last night, which ends on the next morning', '2026-01-30', '01-31 05:00:00'],
    ['a night before the last', '2026-01-22', '01-23 05:00:00'],
    ['an excluded night: the day alone counts', '2026-01-25', '01-26 00:00:00'],
    ['a day after the last night', '2026-02-20', '02-21 00:00:00'],
  ])('is told for %s', (_, deadline, end) => {
    expect(endOf(deadline)).toBe(japan(end));
  });

  it('is its midnight where the last nights do not deliver', () => {
    expect(endOf('2026-01-30', { excludedNights: ['2026-01-29', '2026-01-30'] })).toBe(japan('01-31 00:00:00'));
  });

  it.each([['2026-01-22'], ['2026-01-30']])(
    'is midnight where the night of %s is over in the small hours',
    (deadline) => {
      const midnight = deadline === '2026-01-22' ? '01-23 00:00:00' : '01-31 00:00:00';
      expect(endOf(deadline, { from: '01:00', to: '04:30' })).toBe(japan(midnight));
    },
  );

  it('is midnight in Japan without delivery', () => {
    expect(calendarOf(connection).deadline).toBe(japan('02-21 00:00:00'));
  });

  it('is midnight of the zone of the notice', () => {
    expect(endOf('2026-02-20', { timeZone: 'Europe/Berlin' })).toBe(instant('2026-02-21T00:00:00+01:00'));
  });

  it('is not there where the notice has none', () => {
    expect(endOf(null)).toBeNull();
    expect(calendarOf({ ...connection, deadline: null }).deadline).toBeNull();
    expect(calendarOf(january).deadline).toBe(japan('01-31 05:00:00'));
  });
});

describe('zones that change their clocks', () => {
  const spring = { firstNight: '2026-03-28', lastNight: '2026-03-29' };

  it('shortens the night in which the clock is put forward', () => {
    const [night, following] = berlin(spring).nights;
    expect(night?.start).toBe(instant('2026-03-28T20:00:00+01:00'));
    expect(night?.end).toBe(instant('2026-03-29T05:00:00+02:00'));
    expect((night?.end ?? 0) - (night?.start ?? 0)).toBe(8 * HOUR);
    expect(following?.start).toBe(instant('2026-03-29T20:00:00+02:00'));
  });

  it('lengthens the night in which it is put back', () => {
    const [night] = berlin({ firstNight: '2026-10-24', lastNight: '2026-10-24' }).nights;
    expect((night?.end ?? 0) - (night?.start ?? 0)).toBe(10 * HOUR);
  });

  it('takes a time that the zone skips as the moment the clock is put forward', () => {
    const putForward = instant('2026-03-29T01:00:00Z');
    expect(berlin({ ...spring, from: '20:00', to: '02:00' }).nights[0]?.end).toBe(putForward);
    expect(berlin({ ...spring, from: '20:00', to: '02:45' }).nights[0]?.end).toBe(putForward);
    expect(berlin({ ...spring, from: '02:30', to: '05:00' }).nights[1]?.start).toBe(putForward);
    expect(berlin({ ...spring, from: '03:00', to: '05:00' }).nights[1]?.start).toBe(putForward);
  });

  it('takes a time that the zone has twice as the first', () => {
    const [night] = berlin({ firstNight: '2026-10-24', lastNight: '2026-10-24', to: '02:30' }).nights;
    expect(night?.end).toBe(instant('2026-10-25T00:30:00Z'));
  });

  it('keeps a night on a date that the zone left out', () => {
    const apia = calendarOf(
      noticeWith({ timeZone: 'Pacific/Apia', firstNight: '2011-12-29', lastNight: '2011-12-31', excludedNights: [] }),
    );
    const lengths = apia.nights.map((night) => (night.end - night.start) / HOUR);
    expect(lengths).toEqual([4, 5, 9]);
  });

  it('gives the distance from UTC at a time', () => {
    expect(offsetMinutesAt('Asia/Tokyo', japan('01-20 08:10:00'))).toBe(540);
    expect(offsetMinutesAt('Europe/Berlin', instant('2026-03-29T01:00:00Z') - SECOND)).toBe(60);
    expect(offsetMinutesAt('Europe/Berlin', instant('2026-03-29T01:00:00Z'))).toBe(120);
    expect(offsetMinutesAt('America/St_Johns', instant('2026-01-20T00:00:00Z'))).toBe(-210);
    expect(offsetMinutesAt('+09:00', 0.5)).toBe(540);
  });
});

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
