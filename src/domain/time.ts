/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** What the terminal's clock says: the time, and the zone it is set to (minutes east of UTC; Japan is 540). */
export interface ClockReading {
  readonly now: Instant;
  readonly offsetMinutes: number;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Writes an instant as `2026-01-20T08:10:00+09:00`, to the second, in the given zone. */
export function toIso(at: Instant, offsetMinutes: number): string {
  const local = new Date(Math.floor(at / SECOND) * SECOND + offsetMinutes * MINUTE).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(offsetMinutes);
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The same; null for null. */
export function isoOrNull(at: Instant | null, offsetMinutes: number): string | null {
  return at === null ? null : toIso(at, offsetMinutes);
}

/** Reads a time with its offset (`…Z`, `…+09:00`). null for anything else: local times, days that do not exist. */
export function fromIso(text: string | null): Instant | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text))
    return null;
  const at = Date.parse(text);
  // The engine takes a 30 February for one of March.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate();
  return Number.isNaN(at) || day !== Number(text.slice(8, 10)) ? null : at;
}

/**
 * Reads a day or a time as a file of the terminal states it: `2026-01-20` is its first moment, `2026-01-20T05:01:00`
 * stands in the given zone, and with an offset of its own in that.
 */
export function fromTerminalTime(text: string, offsetMinutes: number): Instant {
  const local = text.includes('T') ? text : `${text}T00:00:00`;
  return fromIso(local) ?? Date.parse(`${local}Z`) - offsetMinutes * MINUTE;
}

/** The zone offset that a time written as ISO 8601 carries, in minutes east of UTC; null where it carries none. */
export function offsetOf(text: string): number | null {
  if (text.endsWith('Z')) return 0;
  const match = /([+-])(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const size = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -size : size;
}

export const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** For people: `1/20(火) 08:10`, in the given zone. */
export function toShortText(at: Instant, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * MINUTE);
  const weekday = WEEKDAYS[local.getUTCDay()] ?? '';
  return `${String(local.getUTCMonth() + 1)}/${String(local.getUTCDate())}(${weekday}) ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

/** For people: a calendar date `2026-01-20` as `1/20(火)`. */
export function dateToShortText(date: string): string {
  return toShortText(Date.parse(`${date}T00:00:00Z`), 0).replace(/ .*$/, '');
}

/** The day after `2026-01-20`. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** For names that sort: `20260120-081000`, in the given zone. */
export function timeInName(at: Instant, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * MINUTE).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 19).replaceAll(':', '')}`;
}

/** In two digits: `08`. */
export function two(value: number | string): string {
  return String(value).padStart(2, '0');
}

/** A day, or a month with a hyphen, as it stands in names: `2026-01-20`, `20260120`, `20260120-081000`, `2026-01`. */
const DATE =
  /(?<![0-9a-z])20\d\d(?:([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[-_t ]\d\d[-_.]?\d\d(?:[-_.]?\d\d)?)?|-(?:0[1-9]|1[0-2]))(?!\d)/i;

/** The name of a file or folder without the date in it: `ONS01-20260120` is `ONS01`. '': it is nothing but a date. */
export function withoutDate(name: string): string {
  return DATE.test(name) ? name.replace(DATE, '').replace(/^[-_. ]+|[-_. ]+$/g, '') : name;
}
