import { contactTexts, hoursInWords } from '../domain/notice/notice.ja.ts';
import type { Delivery, Notice } from '../domain/notice/notice.ts';
import { filledRows, wordsOf } from '../domain/notice/words.ts';
import { dateToShortText, dayAfter } from '../domain/time.ts';
import type { PaperRow, PaperSection } from '../text/paper.ts';
import { cardTexts } from './card.ja.ts';

const { nights: texts } = cardTexts;

/** A section; rows of which nothing is left under this notice are left out. */
export function section(heading: string, rows: readonly string[], notice: Notice): PaperSection {
  return { heading, rows: plain(filledRows(rows, wordsOf(notice))) };
}

/** Instructions with a box to tick and a number, in order. */
export function steps(heading: string, rows: readonly string[], notice: Notice): PaperSection {
  return { heading, rows: ticked(filledRows(rows, wordsOf(notice))) };
}

/** Texts that are filled already, as instructions. */
export function ticked(rows: readonly string[]): readonly PaperRow[] {
  return rows.map((text, index) => ({ text, mark: `[ ] ${String(index + 1)}. `, indent: 2 }));
}

export function plain(rows: readonly string[]): readonly PaperRow[] {
  return rows.map((text) => ({ text, indent: 2 }));
}

/** From when to when something is delivered, night by night, and on which it is not. */
export function nightRows({ firstNight, lastNight, excludedNights, holes, allDayFrom }: Delivery): readonly string[] {
  const last = dateToShortText(lastNight);
  const excluded = excludedNights.map(dateToShortText).join(texts.between);
  return [
    texts.span(dateToShortText(firstNight), last),
    texts.one,
    ...(excluded === '' ? [] : [texts.excluded(excluded)]),
    ...holes.map(({ from, to }) => texts.hole(localTime(from), localTime(to))),
    ...(allDayFrom !== null && allDayFrom > dayAfter(lastNight) ? [texts.gap(last, dateToShortText(allDayFrom))] : []),
    ...(allDayFrom === null ? [] : [texts.allDay(dateToShortText(allDayFrom))]),
  ];
}

/** `2026-01-22T03:00` */
function localTime(text: string): string {
  return `${dateToShortText(text.slice(0, 10))} ${text.slice(11, 16)}`;
}

/** Whom to call, and when somebody answers there. */
export function contactSection({ contacts }: Pick<Notice, 'contacts'>): PaperSection {
  return {
    heading: cardTexts.contacts,
    rows: contacts.flatMap(({ name, phone, hours, hoursNote }) => [
      { text: contactTexts.contact(name, phone), indent: 2 },
      ...(hours.length === 0 ? [] : [{ text: contactTexts.hours(hoursInWords(hours)), indent: 4 }]),
      ...(hoursNote === null ? [] : [{ text: hoursNote, indent: 4 }]),
    ]),
  };
}
