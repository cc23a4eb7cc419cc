import { two } from '../domain/time.ts';
import type { OpeningTime } from './entry.ts';
import { fold } from './identity.ts';

/**
 * A time at the beginning of a text: `8:30`, `08:30:00`, `8時30分`, `8時30`, `8時半`, `午前8時`, `1:30 PM`,
 * `1:30(午後)`. What follows may say anything else (`8:30-18:00`, `8:30 PM休診`), but that it is another number, or
 * hours that pass (`12時間`).
 */
const TIME = new RegExp(
  [
    /^(?<before>午前|午後|[ap]\.?m\.?)?\s*(?<hour>[01]?\d|2[0-3])/,
    /(?::(?<minute>[0-5]\d)(?::[0-5]\d)?|時(?!間)(?:\s*(?:(?<spoken>[0-5]?\d)分?|(?<half>半)))?)(?!\d)/,
    /(?:\s*\(?(?<behind>午前|午後|[ap]\.?m\.?)(?=[)\s]*(?:$|[-~〜–/、,])))?/,
  ]
    .map(({ source }) => source)
    .join(''),
);

/** Reads when a clinic opens; `minutes` is null where the text does not begin with a time. */
export function readOpeningTime(text: string): OpeningTime {
  const read = TIME.exec(fold(text))?.groups;
  if (read === undefined) return { text, minutes: null };
  const { before, hour, minute, spoken, half, behind } = read;
  const halfOfDay = (before ?? behind ?? '').replaceAll('.', '');
  return { text, minutes: hourOf(Number(hour), halfOfDay) * 60 + Number(minute ?? spoken ?? (half ? 30 : 0)) };
}

/** By the half of the day that stands with it: 12 AM is midnight, and the afternoon begins with 12. */
function hourOf(hour: number, halfOfDay: string): number {
  if (halfOfDay === 'am' && hour === 12) return 0;
  return ['午後', 'pm'].includes(halfOfDay) && hour < 12 ? hour + 12 : hour;
}

/** For a column: always as `8:30`, however the roster writes it; what is no time, as it stands there. */
export function opensText(opens: OpeningTime | null): string {
  if (opens === null) return '';
  const { minutes, text } = opens;
  return minutes === null ? text : `${String(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
