import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, SECOND } from '../../../src/domain/time.ts';
import {
  calendarOf,
  deliveryBegan,
  firstNightEnd,
  holeAt,
  lastEndedDeliveringNight,
  nextNight,
  phaseAt,
  type Calendar,
  type Night,
} from '../../../src/domain/notice/calendar.ts';
import { zoned } from '../../../src/domain/notice/zone.ts';
import { noticeWith } from './builders.ts';

const part = { min: 0, max: 1, noNaN: true };
const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'];
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Periods around the days on which zones change their clocks, with some nights excluded but never all. */
const calendars = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    first: fc.constantFrom('2026-01-19', '2026-03-05', '2026-03-26', '2026-04-02', '2026-10-22', '2026-10-29'),
    excluded: fc.array(fc.boolean(), { minLength: 1, maxLength: 14 }).filter((nights) => nights.includes(false)),
    from: timeOfDay,
    to: timeOfDay,
    daysLater: fc.option(fc.nat(20)),
    holes: fc.array(fc.record({ night: fc.nat(13), begins: fc.double(part), ends: fc.double(part) }), { maxLength: 3 }),
  })
  .map(({ timeZone, first, excluded, from, to, daysLater, holes }) => {
    const day = Date.parse(first) / DAY;
    const at = (night: Night, share: number): string => {
      const { date, time } = zoned(timeZone, night.start + share * (night.end - night.start));
      return `${date}T${time}`;
    };
    const notice = noticeWith({
      timeZone,
      firstNight: first,
      lastNight: dateOf(day + excluded.length - 1),
      excludedNights: excluded.flatMap((isExcluded, index) => (isExcluded ? [dateOf(day + index)] : [])),
      from,
      to,
      allDayFrom: daysLater === null ? null : dateOf(day + excluded.length + daysLater),
    });
    const { nights } = calendarOf(notice);
    const within = holes.flatMap(({ night, begins, ends }) => {
      const own = nights[night];
      const hole = own?.delivers === true ? { from: at(own, begins), to: at(own, ends) } : null;
      return hole && hole.from < hole.to ? [hole] : [];
    });
    return calendarOf({ ...notice, delivery: { ...notice.delivery, holes: within } });
  });

/** A calendar with a time in or around it, its edges more often than by chance. */
const moments = calendars.chain((calendar) => {
  const spans = calendar.nights.flatMap((night) => [night, ...night.holes]);
  const edges = [...spans.flatMap(({ start, end }) => [start, end]), calendar.allDayBegins].flatMap((at) =>
    at === null ? [] : [at - SECOND, at, at + SECOND],
  );
  const first = Math.min(...edges) - 2 * DAY;
  const last = Math.max(...edges) + 2 * DAY;
  const now = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: first, max: last }));
  return fc.tuple(fc.constant(calendar), now);
});

function running(calendar: Calendar, now: number) {
  return calendar.nights.filter((night) => night.start <= now && now < night.end);
}

it('never lets nights overlap or run backwards', () => {
  fc.assert(
    fc.property(calendars, ({ nights }) => {
      nights.forEach((night, index) => {
        expect(night.end).toBeGreaterThanOrEqual(night.start);
        expect(nights[index + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(night.end);
      });
    }),
  );
});

it('divides all time into its phases', () => {
  fc.assert(
    fc.property(moments, ([calendar, now]) => {
      const [night, ...others] = running(calendar, now);
      expect(others).toEqual([]);
      const begun = calendar.nights.some(({ start }) => start <= now);
      const over = calendar.nights.every(({ end }) => end <= now);
      const today = zoned(calendar.timeZone, now).date;
      const { allDayFrom } = calendar;
      const around = over && allDayFrom !== null && today >= allDayFrom ? 'all-day' : begun ? 'day' : 'before';
      expect(phaseAt(calendar, now)).toBe(night ? (night.delivers ? 'night' : 'excluded-night') : around);
    }),
  );
});

it('names the first delivering night that is not over, and never an excluded one', () => {
  fc.assert(
    fc.property(moments, ([calendar, now]) => {
      const remaining = calendar.nights.find(({ delivers, end }) => delivers && end > now);
      expect(nextNight(calendar, now)).toEqual(remaining ?? null);
    }),
  );
});

it('remembers the last delivering night only once it is over, and at once', () => {
  fc.assert(
    fc.property(moments, ([calendar, now]) => {
      const ended = lastEndedDeliveringNight(calendar, now);
      const ends = calendar.nights.filter(({ delivers, end }) => delivers && end <= now).map(({ end }) => end);
      expect(ended?.end ?? -Infinity).toBe(Math.max(...ends));
      expect(ended?.delivers ?? true).toBe(true);
      expect(ended !== null).toBe(now >= (firstNightEnd(calendar) ?? Infinity));
    }),
  );
});

it('begins delivery with a delivering night', () => {
  fc.assert(
    fc.property(calendars, (calendar) => {
      const first = calendar.nights.find((night) => night.start === deliveryBegan(calendar) && night.delivers);
      expect(first?.end).toBe(firstNightEnd(calendar));
    }),
  );
});

it('holds back what a hole of the running night says, and at no other time', () => {
  fc.assert(
    fc.property(moments, ([calendar, now]) => {
      const [night] = running(calendar, now);
      const own = night?.holes.find(({ start, end }) => start <= now && now < end);
      expect(holeAt(calendar, now)).toEqual(own ?? null);
    }),
    { numRuns: 300 },
  );
});

it('leaves a night what it is in its holes', () => {
  fc.assert(
    fc.property(calendars, (calendar) => {
      for (const night of calendar.nights)
        for (const hole of night.holes) {
          const now = Math.max(hole.start, night.start);
          expect([phaseAt(calendar, now), nextNight(calendar, now)]).toEqual(['night', night]);
        }
    }),
    { numRuns: 300 },
  );
});
