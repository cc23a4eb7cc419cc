import { DAY, HOUR, MINUTE, SECOND, toShortText, type Instant } from '../time.ts';

export const JAPAN = 'Asia/Tokyo';

/** A time as the clocks of a zone show it. */
interface ZonedTime {
  /** `2026-01-20` */
  readonly date: string;
  /** `08:10` */
  readonly time: string;
  /** `0` is Sunday. */
  readonly weekday: number;
}

/** The zone's distance from UTC at that time, in minutes east. */
export function offsetMinutesAt(timeZone: string, now: Instant): number {
  return Math.round(offsetsIn(timeZone)(now) / MINUTE);
}

/** For people: `1/20(火) 08:10`, by the clock of the zone. A notice's times are told so, whatever the terminal's is. */
export function shortTextIn(timeZone: string, at: Instant): string {
  return toShortText(at, offsetMinutesAt(timeZone, at));
}

/** An instant as the zone's own date and time of day. */
export function zoned(timeZone: string, at: Instant): ZonedTime {
  const local = new Date(Math.floor(at) + offsetsIn(timeZone)(at));
  const text = local.toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16), weekday: local.getUTCDay() };
}

/** A zone's distance from UTC at any time, in milliseconds. */
export type Offsets = (at: Instant) => number;

/** A time of day that the zone has twice is taken as the first; one that it skips, as when the clock is put forward. */
export function instantAt(date: string, time: string, offsetAt: Offsets): Instant {
  const local = Date.parse(`${date}T${time}:00Z`);
  // No zone is farther from UTC than this, and none has changed twice in so short a time.
  const earliest = local - offsetAt(local - DAY);
  const latest = local - offsetAt(local + DAY);
  const found = [earliest, latest].filter((at) => at + offsetAt(at) === local);
  return found.length > 0 ? Math.min(...found) : changeBetween(offsetAt, latest, earliest);
}

/** When the zone's distance changes, between a time before that and one from then on. */
function changeBetween(offsetAt: Offsets, before: Instant, after: Instant): Instant {
  const old = offsetAt(before);
  let [last, first] = [before, after];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetAt(middle) === old) last = middle;
    else first = middle;
  }
  return first;
}

/**
 * The distances of one zone. Japan's has not changed since 1952 (IANA tzdata, Asia/Tokyo): Intl's tables, which cost a
 * start 15 ms and 8 MB, are for the others.
 */
export function offsetsIn(timeZone: string): Offsets {
  if (timeZone === JAPAN) return () => 9 * HOUR;
  const format = new Intl.DateTimeFormat('en-US', { ...fields, timeZone });
  return (at) => {
    const whole = Math.floor(at / SECOND) * SECOND;
    const parts = format.formatToParts(whole);
    const part = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find((each) => each.type === type)?.value);
    const [year, month, day] = [part('year'), part('month') - 1, part('day')];
    return Date.UTC(year, month, day, part('hour'), part('minute'), part('second')) - whole;
  };
}

const fields = {
  calendar: 'iso8601',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** Intl knows names of three letters that are no zone of one country alone, like `JST` and `IST`. */
const SHORT = /^(?!UTC$)[A-Za-z]{3}$/;

export function isTimeZone(name: string): boolean {
  if (name === JAPAN) return true;
  try {
    return !SHORT.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
