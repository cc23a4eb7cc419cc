import { MINUTE, type Instant } from '../domain/time.ts';
import { deskTexts } from './desk.ja.ts';

/** `2026-01-20 08:10`, in the given zone: sorts as text, and spreadsheets take it for a time. */
export function sortableTime(at: Instant, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
}

/** So far may the clocks of two machines be apart. */
const CLOCKS_APART = 5 * MINUTE;

/** Whether a time is further ahead of this machine's clock than clocks may differ. */
export function isAhead(at: Instant, now: Instant): boolean {
  return at - now > CLOCKS_APART;
}

/** How long ago, in words of at most 8 columns. What is as little ahead as clocks may differ is of now. */
export function ageText(at: Instant | null, now: Instant): string {
  return at === null
    ? deskTexts.noAge
    : deskTexts.age(isAhead(at, now) ? null : Math.max(0, Math.floor((now - at) / MINUTE)));
}
