import { Temporal } from 'temporal-polyfill';
import { MINUTE, type Instant } from '../time.ts';
import type { Notice } from './schema.ts';
import { temporalZone } from './zone.ts';

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
  const last = Temporal.PlainDate.from(lastNight);
  const nights: Night[] = [];
  let date = Temporal.PlainDate.from(firstNight);
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    const start = instantAt(date, from, timeZone);
    const end = instantAt(to <= from ? date.add({ days: 1 }) : date, to, timeZone);
    const name = date.toString();
    nights.push({ date: name, start, end, delivers: !excludedNights.includes(name) });
    date = date.add({ days: 1 });
  }
  const midnight = instantAt(Temporal.PlainDate.from(allDayFrom), '00:00', timeZone);
  const allDayBegins = Math.max(midnight, nights.at(-1)?.end ?? midnight);
  return { nights, timeZone, allDayFrom, allDayBegins, lastNight };
}

/**
 * Where `now` lies in the period. Excluded nights at either edge belong to the period. Between the period and all-day delivery it is
 * `day`, though no night comes any more.
 */
export function phaseAt(calendar: Calendar, now: Instant): Phase {
  const running = calendar.nights.find((night) => night.start <= now && now < night.end);
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

/** The zone's distance from UTC at that time, in minutes east. */
export function offsetMinutesAt(timeZone: string, now: Instant): number {
  return Math.round(zoned(timeZone, now).offsetNanoseconds / 1_000_000 / MINUTE);
}

/** An instant as the zone's own date and time of day. */
export function zoned(timeZone: string, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(temporalZone(timeZone));
}

function deliveringNights(calendar: Calendar): readonly Night[] {
  return calendar.nights.filter((night) => night.delivers);
}

function endOfPeriod(calendar: Calendar): Instant {
  return calendar.nights.at(-1)?.end ?? 0;
}

/** A time of day that the zone has twice is taken as the first; one that it skips, as the moment the clock is put forward. */
function instantAt(date: Temporal.PlainDate, time: string, timeZone: string): Instant {
  const local = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const found = local.toZonedDateTime(temporalZone(timeZone));
  if (found.toPlainDateTime().equals(local)) return found.epochMilliseconds;
  const putForward = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return (putForward ?? found).epochMilliseconds;
}
