import { MINUTE } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import { deskTexts } from '../strings/desk.ja.ts';

/** `2026-01-20 08:10`, in the given zone: sorts as text, and spreadsheets take it for a time. */
export function sortableTime(at: Instant, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
}

/** How long ago, in words of at most 8 columns. */
export function ageText(at: Instant | null, now: Instant): string {
  return at === null ? deskTexts.noAge : deskTexts.age(Math.floor((now - at) / MINUTE));
}
