import type { OpeningHours } from './schema.ts';

/** Whom to call, and when somebody answers there. */
export const contactTexts = {
  contact: (name: string, phone: string): string => `${name} ${phone}`,
  hours: (hours: string): string => `受付時間: ${hours}`,
  open: (now: string): string => `今は受付時間の中です(${now})。`,
  closed: (now: string): string => `今は受付時間の外です(${now})。`,
} as const;

/** The week as people at work read it: it begins on Monday. `0` is Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const NAMES = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** `月-金 8:00-18:00 / 土 8:00-16:00` */
export function hoursInWords(hours: OpeningHours): string {
  return hours
    .map(({ weekdays, from, to }) => {
      const morning = to <= from ? '翌' : '';
      return `${daysInWords(weekdays)} ${shortTime(from)}-${morning}${shortTime(to)}`;
    })
    .join(' / ');
}

/** Days that follow each other as a span, from three on. */
function daysInWords(weekdays: readonly number[]): string {
  const spans: (typeof WEEK)[number][][] = [[]];
  for (const day of WEEK) {
    if (weekdays.includes(day)) spans.at(-1)?.push(day);
    else spans.push([]);
  }
  return spans
    .filter((span) => span.length > 0)
    .map((span) => {
      const names = span.map((day) => NAMES[day]);
      return names.length > 2 ? `${names.at(0) ?? ''}-${names.at(-1) ?? ''}` : names.join('・');
    })
    .join('・');
}

function shortTime(time: string): string {
  return time.replace(/^0/, '');
}
