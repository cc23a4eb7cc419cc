import type { Instant } from '../time.ts';
import { zoned } from './calendar.ts';
import type { OpeningHours } from './schema.ts';

/**
 * Whether it is within the opening hours, by the clock and the weekday of the zone. Hours include their start and exclude
 * their end; a `to` that is not later than `from` means the next morning, and the row belongs to the day it begins on.
 */
export function isOpen(hours: OpeningHours, timeZone: string, now: Instant): boolean {
  const local = zoned(timeZone, now);
  const today = local.dayOfWeek % 7;
  const yesterday = (today + 6) % 7;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return hours.some(({ weekdays, from, to }) => {
    const overMidnight = to <= from;
    const begunToday = weekdays.includes(today) && time >= from && (overMidnight || time < to);
    return begunToday || (overMidnight && weekdays.includes(yesterday) && time < to);
  });
}
