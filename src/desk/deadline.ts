import { dayAfter, fromIso, type Instant } from '../domain/time.ts';
import type { AnswerRead } from './document-schema.ts';

/**
 * When the notice of an answer is over; null: it has no last day, or the answer does not say. An answer tells days
 * only, in Japan: a last night belongs to the day that it begins on, and its end, which is not told, is taken to be
 * 05:00, as in every notice so far.
 */
export function deadlineOf({ notice, delivery }: Pick<AnswerRead, 'notice' | 'delivery'>): Instant | null {
  const lastNight = delivery?.lastNight ?? null;
  const day = notice?.deadline ?? lastNight;
  if (day === null || fromIso(`${day}T00:00:00+09:00`) === null) return null;
  return fromIso(`${dayAfter(day)}T${day === lastNight ? '05:00' : '00:00'}:00+09:00`);
}
