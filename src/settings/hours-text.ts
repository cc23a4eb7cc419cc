import { openingHoursSchema, type OpeningHours } from '../domain/notice/parts.ts';
import { hoursInWords } from '../domain/notice/notice.ja.ts';

/** Hours as they stand in a text field: `月-土 8:30-18:30`, rows with a comma between. */
export function hoursToText(hours: unknown): string {
  const read = openingHoursSchema.safeParse(hours);
  return read.success ? hoursInWords(read.data).replaceAll(' / ', ', ') : '';
}

/**
 * Reads hours as people write them: days as a span or one by one (`月-水・金`, `月水金`), then one span of time or
 * several (`9:00-12:00 14:00-18:00`, `9時-17時半`), rows with a comma or slash between; full-width characters and waves
 * for the dash count alike. An end that is not later than its beginning is on the next morning; `24:00` is that
 * midnight. Empty: no hours. null: cannot be understood. Whether each time is one of a day is for the schema to say.
 */
export function hoursFromText(text: string): OpeningHours | null {
  const hours: OpeningHours[number][] = [];
  let days = '';
  for (const row of normalised(text).split(/[/,]/)) {
    const [, own, times] = ROW.exec(row.trim()) ?? [];
    if (own === undefined || times === undefined) return null;
    // `月, 水 9:00-12:00`: days without a time of their own share that of the next.
    days += own;
    if (times === '') continue;
    const weekdays = weekdaysIn(days);
    if (weekdays === null) return null;
    for (const [, from = '', to = ''] of times.matchAll(SPAN))
      hours.push({ weekdays: [...weekdays], from: padded(from), to: padded(to) });
    days = '';
  }
  return days === '' ? hours : null;
}

const ROW = /^([日月火水木金土・\s-]*)((?:\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}(?!\d)\s*)*)$/;
const SPAN = /(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})/g;
const DAYS = '日月火水木金土';

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[〜~ー−–—‐‑]/g, '-')
    .replaceAll(/[、;]/g, ',')
    .replaceAll(/曜日?|翌/g, '')
    .replaceAll('平日', '月-金')
    .replaceAll('毎日', '月-日')
    .replaceAll(
      /(\d)時(?:(\d{1,2})分|(半))?/g,
      (_, hour: string, minute?: string, half?: string) =>
        `${hour}:${half === undefined ? (minute ?? '').padStart(2, '0') : '30'}`,
    )
    .replaceAll(/-(\s*)24:00/g, '-$10:00')
    .trim();
}

/** The days named, in the order of the week from Monday on; null: a dash stands without its days, or there is none. */
function weekdaysIn(text: string): readonly number[] | null {
  const named = new Set<number>();
  const rest = text.replaceAll(
    /([日月火水木金土])(?:\s*-\s*([日月火水木金土]))?/g,
    (_, first: string, last?: string) => {
      const from = DAYS.indexOf(first);
      const to = last === undefined ? from : DAYS.indexOf(last);
      for (let day = from; ; day = (day + 1) % DAYS.length) {
        named.add(day);
        if (day === to) return '';
      }
    },
  );
  if (named.size === 0 || /[^・\s]/.test(rest)) return null;
  return [...named].toSorted((one, other) => fromMonday(one) - fromMonday(other));
}

function fromMonday(day: number): number {
  return (day + 6) % 7;
}

function padded(time: string): string {
  return time.padStart(5, '0');
}
