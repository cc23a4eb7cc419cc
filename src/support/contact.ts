import { toShortText, type Instant } from '../domain/time.ts';
import { isOpen } from '../domain/notice/calendar.ts';
import { offsetMinutesAt } from '../domain/notice/zone.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { contactTexts, hoursInWords } from '../domain/notice/notice.ja.ts';

export type Contact = Notice['contacts'][number];

/** One line about a desk. `open`: it says whether somebody answers there now. */
export interface ContactWords {
  readonly text: string;
  readonly open: boolean | null;
}

/** Who it is and the number, then when somebody answers there, and whether that is now by the notice's clock. */
export function contactInWords(
  { name, phone, hours, hoursNote }: Contact,
  timeZone: string,
  now: Instant,
): { readonly who: string; readonly details: readonly ContactWords[] } {
  const time = toShortText(now, offsetMinutesAt(timeZone, now));
  const open = isOpen(hours, timeZone, now);
  const times =
    hours.length === 0
      ? []
      : [
          { text: contactTexts.hours(hoursInWords(hours)), open: null },
          { text: open ? contactTexts.open(time) : contactTexts.closed(time), open },
        ];
  return {
    who: contactTexts.contact(name, phone),
    details: [...times, ...(hoursNote === null ? [] : [{ text: hoursNote, open: null }])],
  };
}
