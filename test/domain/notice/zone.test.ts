import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantAt, offsetMinutesAt, offsetsIn, zoned } from '../../../src/domain/notice/zone.ts';

// What Temporal, which reads the same tables, says to the same question.
const zones = [
  'Asia/Tokyo',
  'Europe/Berlin',
  'America/St_Johns',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'UTC',
  '+09:00',
];
const from = Date.parse('1960-01-01T00:00:00Z');
const to = Date.parse('2060-01-01T00:00:00Z');
const times = fc.record({ zone: fc.constantFrom(...zones), at: fc.integer({ min: from, max: to }) });

/** As `instantAt` promises it: the first of two, and the moment the clock is put forward. */
function byTemporal(date: string, time: string, zone: string): number {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const found = local.toZonedDateTime(zone);
  if (found.toPlainDateTime().equals(local)) return found.epochMilliseconds;
  return found.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NaN;
}

describe('the clocks of a zone', () => {
  it('show what Temporal says', () => {
    fc.assert(
      fc.property(times, ({ zone, at }) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(zoned(zone, at)).toEqual({
          date: expected.toPlainDate().toString(),
          time: expected.toPlainTime().toString({ smallestUnit: 'minute' }),
          weekday: expected.dayOfWeek % 7,
        });
        expect(offsetMinutesAt(zone, at)).toBe(Math.round(expected.offsetNanoseconds / 60e9));
      }),
    );
  });

  it('show a time of day at the instant that Temporal says', () => {
    fc.assert(
      fc.property(times, ({ zone, at }) => {
        const { date, time } = zoned('UTC', at);
        expect(instantAt(date, time, offsetsIn(zone))).toBe(byTemporal(date, time, zone));
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/St_Johns', '2010-03-14'],
    ['America/St_Johns', '2010-11-07'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Pacific/Apia', '2011-12-30'],
  ])('are followed through each minute of a change: %s, %s', (zone, date) => {
    const offsets = offsetsIn(zone);
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const time = new Date(minute * 60_000).toISOString().slice(11, 16);
      expect({ time, at: instantAt(date, time, offsets) }).toEqual({ time, at: byTemporal(date, time, zone) });
    }
  });

  it('are nine hours ahead in Japan, from 1952 on', () => {
    for (let at = Date.parse('1952-01-01T00:00:00Z'); at < to; at += 30 * 86_400_000)
      expect([offsetMinutesAt('Asia/Tokyo', at), offsetMinutesAt('Japan', at)]).toEqual([540, 540]);
  });
});
