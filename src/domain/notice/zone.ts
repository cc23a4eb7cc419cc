import { Temporal } from 'temporal-polyfill';
import { MINUTE, type Instant } from '../time.ts';

const JAPAN = 'Asia/Tokyo';

/**
 * A zone as Temporal is to read it: Japan's by its distance from UTC, which has not changed since 1952 (IANA tzdata, Asia/Tokyo). A zone
 * by its name is looked up in Intl's tables, which cost a start 15 ms and 8 MB.
 */
export function temporalZone(timeZone: string): string {
  return timeZone === JAPAN ? '+09:00' : timeZone;
}

/** The zone's distance from UTC at that time, in minutes east. */
export function offsetMinutesAt(timeZone: string, now: Instant): number {
  return Math.round(zoned(timeZone, now).offsetNanoseconds / 1_000_000 / MINUTE);
}

/** An instant as the zone's own date and time of day. */
export function zoned(timeZone: string, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(temporalZone(timeZone));
}

/** A time of day that the zone has twice is taken as the first; one that it skips, as the moment the clock is put forward. */
export function instantAt(date: Temporal.PlainDate, time: string, timeZone: string): Instant {
  const local = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const found = local.toZonedDateTime(temporalZone(timeZone));
  if (found.toPlainDateTime().equals(local)) return found.epochMilliseconds;
  const putForward = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return (putForward ?? found).epochMilliseconds;
}

/** A zone must be known to both that read it: Intl alone accepts `JST`, Temporal alone accepts a whole timestamp. */
export function isTimeZone(name: string): boolean {
  if (name === JAPAN) return true;
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' &&
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== ''
    );
  } catch {
    return false;
  }
}
