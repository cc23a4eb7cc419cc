import { dateToShortText, dayAfter, type Instant } from '../time.ts';
import { beginInSmallHours, nightDate } from './night-names.ja.ts';
import { datePlaceholders, PLACEHOLDER } from './placeholders.ts';
import type { Delivery, Notice } from './notice.ts';
import type { OpeningHours } from './parts.ts';
import { instantAt, JAPAN, offsetsIn, zoned, type Offsets } from './zone.ts';

/** One night of the notice's period. It belongs to the day it begins on; it includes its start and excludes its end. */
export interface Night {
  /** The day it begins on, `2026-01-20`. */
  readonly date: string;
  readonly start: Instant;
  readonly end: Instant;
  /** false for an excluded night. */
  readonly delivers: boolean;
  /** When it delivers nothing, in order: the terminal need not be up then. */
  readonly holes: readonly Hole[];
}

/** It includes its start and excludes its end. */
export interface Hole {
  readonly start: Instant;
  readonly end: Instant;
}

export interface Calendar {
  /** Every night of the period, excluded ones too, in order; empty where nothing is delivered. */
  readonly nights: readonly Night[];
  /** At what time of day they begin; null where there are none. */
  readonly from: string | null;
  readonly timeZone: string;
  /** null: it never comes to that. */
  readonly allDayFrom: string | null;
  /** When all-day delivery begins: 00:00 of `allDayFrom`, but not before the period has ended; null: never. */
  readonly allDayBegins: Instant | null;
  readonly lastNight: string | null;
  /** When the notice's last day is over, the night that begins on it included; null: there is none. */
  readonly deadline: Instant | null;
}

/** `none`: the notice has no delivery. */
export type Phase = 'before' | 'night' | 'excluded-night' | 'day' | 'all-day' | 'none';

/** The notice's nights as points in time. A `to` that is not later than `from` means the next morning. */
export function calendarOf({ delivery, deadline }: Pick<Notice, 'delivery' | 'deadline'>): Calendar {
  const timeZone = zoneOf({ delivery });
  const offsets = offsetsIn(timeZone);
  const nights = delivery === null ? [] : nightsOf(delivery, offsets);
  const midnight = delivery?.allDayFrom ? instantAt(delivery.allDayFrom, '00:00', offsets) : null;
  return {
    nights,
    from: delivery?.from ?? null,
    timeZone,
    allDayFrom: delivery?.allDayFrom ?? null,
    allDayBegins: midnight === null ? null : Math.max(midnight, nights.at(-1)?.end ?? midnight),
    lastNight: delivery?.lastNight ?? null,
    deadline: deadline === null ? null : endOf(deadline, nights, offsets),
  };
}

/** The zone in which a notice's dates and times are meant; without delivery it names none: terminals are in Japan. */
export function zoneOf({ delivery }: Pick<Notice, 'delivery'>): string {
  return delivery?.timeZone ?? JAPAN;
}

function nightsOf(delivery: Delivery, offsets: Offsets): readonly Night[] {
  const { firstNight, lastNight, excludedNights, from, to, holes } = delivery;
  const gaps = holes
    .map((hole): Hole => ({ start: localInstant(hole.from, offsets), end: localInstant(hole.to, offsets) }))
    .toSorted((a, b) => a.start - b.start);
  const nights: Night[] = [];
  for (let date = firstNight; date <= lastNight; date = dayAfter(date)) {
    const start = instantAt(date, from, offsets);
    const end = instantAt(to <= from ? dayAfter(date) : date, to, offsets);
    const own = gaps.filter((gap) => gap.start < end && gap.end > start);
    nights.push({ date, start, end, delivers: !excludedNights.includes(date), holes: own });
  }
  return nights;
}

/** `2026-01-22T03:00` */
function localInstant(text: string, offsets: Offsets): Instant {
  return instantAt(text.slice(0, 10), text.slice(11, 16), offsets);
}

/** When a last day is over: not before its midnight, and the delivering night that begins on it belongs to it. */
function endOf(deadline: string, nights: readonly Night[], offsets: Offsets): Instant {
  const own = nights.find(({ date, delivers }) => date === deadline && delivers);
  const midnight = instantAt(dayAfter(deadline), '00:00', offsets);
  return Math.max(own?.end ?? midnight, midnight);
}

/**
 * Where `now` lies in the period. Excluded nights at either edge belong to the period, holes to their night. Between
 * the period and all-day delivery it is `day`, though no night comes any more.
 */
export function phaseAt(calendar: Calendar, now: Instant): Phase {
  if (calendar.nights.length === 0) return 'none';
  const running = runningNight(calendar, now);
  if (running) return running.delivers ? 'night' : 'excluded-night';
  if (calendar.nights.every((night) => now < night.start)) return 'before';
  return calendar.allDayBegins !== null && now >= calendar.allDayBegins ? 'all-day' : 'day';
}

/** The hole of the running night in which `now` lies; null: nothing is held back now. */
export function holeAt(calendar: Calendar, now: Instant): Hole | null {
  return runningNight(calendar, now)?.holes.find(({ start, end }) => start <= now && now < end) ?? null;
}

/** The delivering night now running, else the next one; null once the last has ended, and where there is none. */
export function nextNight(calendar: Calendar, now: Instant): Night | null {
  return deliveringNights(calendar).find((night) => now < night.end) ?? null;
}

/** The start of the first delivering night; null without delivery. */
export function deliveryBegan(calendar: Calendar): Instant | null {
  return deliveringNights(calendar)[0]?.start ?? null;
}

/**
 * The end of the first delivering night: an excluded night before it delivers nothing, so it does not count as the
 * first. The schema sees to it that one night delivers. null without delivery.
 */
export function firstNightEnd(calendar: Calendar): Instant | null {
  return deliveringNights(calendar)[0]?.end ?? null;
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

/**
 * Whether it is within the opening hours, by the clock and the weekday of the zone. Hours include their start and
 * exclude their end; a `to` that is not later than `from` means the next morning, and the row belongs to the day it
 * begins on.
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

/**
 * The day on which tonight begins: while a night runs, the day it began on. Where nights begin in the small hours, the
 * one that follows is tonight's from the time of day on at which they begin: on the evening of the 14th it is the 15th.
 */
function dateOfTonight(calendar: Calendar, now: Instant): string {
  const running = runningNight(calendar, now);
  if (running) return running.date;
  const { date, time } = zoned(calendar.timeZone, now);
  const next = dayAfter(date);
  const isNext = beginInSmallHours(calendar) && calendar.from !== null && time >= calendar.from;
  return isNext && calendar.nights.some((night) => night.date === next) ? next : date;
}

/** The night that runs now, else the one of the evening to come; null where tonight is not in the notice's period. */
export function tonightOf(calendar: Calendar, now: Instant): Night | null {
  const tonight = dateOfTonight(calendar, now);
  return calendar.nights.find(({ date, end }) => date === tonight && now < end) ?? null;
}

/** The last night that delivers; null without delivery. */
export function lastDeliveringNight(calendar: Calendar): Night | null {
  return deliveringNights(calendar).at(-1) ?? null;
}

/** The notice's dates as they stand for whoever asks now; dates as `2026-01-20`, in the notice's zone. */
export interface OwnDates {
  /** The day on which tonight begins: while a night runs, the day it began on. */
  readonly tonight: string;
  /** null: tonight is not in the notice's period. */
  readonly tonightDelivers: boolean | null;
  /** The delivering night now running, else the next one; null once the last has ended. */
  readonly nextNight: string | null;
  /** The last one that delivers. */
  readonly lastNight: string | null;
  readonly allDayFrom: string | null;
}

/** What tonight, the next night and the last night are at this time. */
export function ownDates(calendar: Calendar, now: Instant): OwnDates {
  return {
    tonight: dateOfTonight(calendar, now),
    tonightDelivers: tonightOf(calendar, now)?.delivers ?? null,
    nextNight: nextNight(calendar, now)?.date ?? null,
    lastNight: lastDeliveringNight(calendar)?.date ?? null,
    allDayFrom: calendar.allDayFrom,
  };
}

/** The text with its dates, as `1/20(火)`; `none` stands where there is no such night. */
export function withDates(
  text: string,
  dates: OwnDates,
  none: string,
  nights: Pick<Calendar, 'from'> = { from: null },
): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const known = datePlaceholders.find((each) => each === name);
    if (known === undefined) return whole;
    const date = dates[known];
    if (date === null) return none;
    return known === 'allDayFrom' ? dateToShortText(date) : nightDate(date, nights);
  });
}
