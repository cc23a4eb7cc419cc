import { toIso, type Instant } from '../../domain/time.ts';

/** `2026/01/20 8:05:00`, as schtasks on a Japanese Windows writes the terminal's local time. */
export function slashTime(at: Instant, offsetMinutes: number): string {
  const iso = toIso(at, offsetMinutes);
  return `${slashDate(iso)} ${String(Number(iso.slice(11, 13)))}${iso.slice(13, 19)}`;
}

/** `2026/01/20 08:05:00`, with two digits for the hour. */
export function recordTime(at: Instant, offsetMinutes: number): string {
  const iso = toIso(at, offsetMinutes);
  return `${slashDate(iso)} ${iso.slice(11, 19)}`;
}

function slashDate(iso: string): string {
  return iso.slice(0, 10).replaceAll('-', '/');
}
