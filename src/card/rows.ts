import { contactTexts, hoursInWords } from '../domain/notice/notice.ja.ts';
import { calendarOf } from '../domain/notice/calendar.ts';
import { beginInSmallHours, nightDay } from '../domain/notice/night-names.ja.ts';
import type { Delivery, Notice } from '../domain/notice/notice.ts';
import { filled, filledRows, wordsOf } from '../domain/notice/words.ts';
import { dateToShortText, dayAfter } from '../domain/time.ts';
import type { PaperRow, PaperSection } from '../text/paper.ts';
import { cardTexts } from './card.ja.ts';

const { nights: texts } = cardTexts;

/** A section; rows of which nothing is left under this notice are left out. */
export function section(heading: string, rows: readonly string[], notice: Notice): PaperSection {
  const words = wordsOf(notice);
  return { heading: filled(heading, words), rows: plain(filledRows(rows, words)) };
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

/** From the first to the last night that delivers, on which of those between nothing is, and what comes after them. */
export function nightRows(delivery: Delivery): readonly string[] {
  const { excludedNights, holes, allDayFrom } = delivery;
  const dates = deliveringDates(delivery);
  const [first = delivery.firstNight, last = delivery.lastNight] = [dates.at(0), dates.at(-1)];
  const inWords = (date: string): string => nightDay(date, delivery);
  const excluded = [...new Set(excludedNights)].toSorted().map(inWords).join(texts.between);
  const span = beginInSmallHours(delivery) ? texts.spanInSmallHours : texts.span;
  return [
    span(dateToShortText(first), dateToShortText(last)),
    texts.one,
    ...(excluded === '' ? [] : [texts.excluded(excluded)]),
    ...holes.map(({ from, to }) => texts.hole(localTime(from), localTime(to))),
    ...(allDayFrom !== null && allDayFrom > dayAfter(last)
      ? [texts.gap(inWords(last), dateToShortText(allDayFrom))]
      : []),
    ...(allDayFrom === null ? [] : [texts.allDay(dateToShortText(allDayFrom))]),
  ];
}

/** The days on which the nights that deliver begin. */
export function deliveringDates(delivery: Delivery): readonly string[] {
  return calendarOf({ delivery, deadline: null }).nights.flatMap(({ date, delivers }) => (delivers ? [date] : []));
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
