import { DAY, dateToShortText, type Instant } from '../time.ts';
import { datePlaceholders, PLACEHOLDER } from './placeholders.ts';
import type { Notice, OpeningHours } from './schema.ts';
import { instantAt, offsetsIn, zoned } from './zone.ts';

/** One night of the notice's period. It belongs to the day it begins on; it includes its start and excludes its end. */
export interface Night {
  /** The day it begins on, `2026-01-20`. */
  readonly date: string;
  readonly start: Instant;
  readonly end: Instant;
  /** false for an excluded night. */
  readonly delivers: boolean;
}

export interface Calendar {
  /** Every night of the period, excluded ones too, in order. */
  readonly nights: readonly Night[];
  readonly timeZone: string;
  readonly allDayFrom: string;
  /** When all-day delivery begins: 00:00 of `allDayFrom`, but not before the period has ended. */
  readonly allDayBegins: Instant;
  readonly lastNight: string;
}

export type Phase = 'before' | 'night' | 'excluded-night' | 'day' | 'all-day';

/** The notice's nights as points in time. A `to` that is not later than `from` means the next morning. */
export function calendarOf(notice: Pick<Notice, 'delivery'>): Calendar {
  const { timeZone, firstNight, lastNight, excludedNights, from, to, allDayFrom } = notice.delivery;
  const offsets = offsetsIn(timeZone);
  const nights: Night[] = [];
  for (let date = firstNight; date <= lastNight; date = dayAfter(date)) {
    const start = instantAt(date, from, offsets);
    const end = instantAt(to <= from ? dayAfter(date) : date, to, offsets);
    nights.push({ date, start, end, delivers: !excludedNights.includes(date) });
  }
  const midnight = instantAt(allDayFrom, '00:00', offsets);
  const allDayBegins = Math.max(midnight, nights.at(-1)?.end ?? midnight);
  return { nights, timeZone, allDayFrom, allDayBegins, lastNight };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/**
 * Where `now` lies in the period. Excluded nights at either edge belong to the period. Between the period and all-day delivery it is
 * `day`, though no night comes any more.
 */
export function phaseAt(calendar: Calendar, now: Instant): Phase {
  const running = runningNight(calendar, now);
  if (running) return running.delivers ? 'night' : 'excluded-night';
  if (calendar.nights.every((night) => now < night.start)) return 'before';
  return now >= calendar.allDayBegins ? 'all-day' : 'day';
}

/** The delivering night now running, else the next one; null once the last has ended. */
export function nextNight(calendar: Calendar, now: Instant): Night | null {
  return deliveringNights(calendar).find((night) => now < night.end) ?? null;
}

/** The start of the first delivering night. */
export function deliveryBegan(calendar: Calendar): Instant {
  return deliveringNights(calendar)[0]?.start ?? endOfPeriod(calendar);
}

/**
 * The end of the first delivering night: an excluded night before it delivers nothing, so it does not count as the first.
 * The schema sees to it that one night delivers.
 */
export function firstNightEnd(calendar: Calendar): Instant {
  return deliveringNights(calendar)[0]?.end ?? endOfPeriod(calendar);
}

/** The newest delivering night that is over; null while there is none. */
export function lastEndedDeliveringNight(calendar: Calendar, now: Instant): Night | null {
  return deliveringNights(calendar).findLast((night) => night.end <= now) ?? null;
}

function runningNight(calendar: Calendar, now: Instant): Night | undefined {
  return calendar.nights.find((night) => night.start <= now && now < night.end);
}

function deliveringNights(calendar: Calendar): readonly Night[] {
  return calendar.nights.filter((night) => night.delivers);
}

function endOfPeriod(calendar: Calendar): Instant {
  return calendar.nights.at(-1)?.end ?? 0;
}

/**
 * Whether it is within the opening hours, by the clock and the weekday of the zone. Hours include their start and exclude
 * their end; a `to` that is not later than `from` means the next morning, and the row belongs to the day it begins on.
 */
export function isOpen(hours: OpeningHours, timeZone: string, now: Instant): boolean {
  const { weekday: today, time } = zoned(timeZone, now);
  const yesterday = (today + 6) % 7;
  return hours.some(({ weekdays, from, to }) => {
    const overMidnight = to <= from;
    const begunToday = weekdays.includes(today) && time >= from && (overMidnight || time < to);
    return begunToday || (overMidnight && weekdays.includes(yesterday) && time < to);
  });
}

/** The notice's dates as they stand for whoever asks now; dates as `2026-01-20`, in the notice's zone. */
export interface OwnDates {
  /** The day on which tonight begins: while a night runs, the day it began on. */
  readonly tonight: string;
  /** null: tonight is not in the notice's period. */
  readonly tonightDelivers: boolean | null;
  /** The delivering night now running, else the next one; null once the last has ended. */
  readonly nextNight: string | null;
  readonly lastNight: string;
  readonly allDayFrom: string;
}

/** What tonight, the next night and the last night are at this time. */
export function ownDates(calendar: Calendar, now: Instant): OwnDates {
  const tonight = runningNight(calendar, now)?.date ?? zoned(calendar.timeZone, now).date;
  const night = calendar.nights.find(({ date, end }) => date === tonight && now < end);
  return {
    tonight,
    tonightDelivers: night?.delivers ?? null,
    nextNight: nextNight(calendar, now)?.date ?? null,
    lastNight: calendar.lastNight,
    allDayFrom: calendar.allDayFrom,
  };
}

/** The text with its dates, as `1/20(火)`; `none` stands where there is no such night. */
export function withDates(text: string, dates: OwnDates, none: string): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const known = datePlaceholders.find((each) => each === name);
    if (known === undefined) return whole;
    const date = dates[known];
    return date === null ? none : dateToShortText(date);
  });
}
