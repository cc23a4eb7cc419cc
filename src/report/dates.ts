import { z } from 'zod';
import type { Instant } from '../domain/time.ts';
import { zoned } from '../domain/notice/zone.ts';

const isoDate = z.iso.date();

/** The day as the form wants it, `20260120`, by the calendar of the zone. */
export function compactDate(timeZone: string, at: Instant): string {
  return zoned(timeZone, at).toPlainDate().toString().replaceAll('-', '');
}

/** Whether `20260120` is a day that the calendar has. */
export function isCalendarDate(compact: string): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(compact)?.slice(1) ?? [];
  return isoDate.safeParse(parts.join('-')).success;
}
