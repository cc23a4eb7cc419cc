import { calendarOf, type Calendar, type Night } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { JAPAN, offsetMinutesAt } from '../domain/notice/zone.ts';
import { dateToShortText, toIso, toShortText, type Instant } from '../domain/time.ts';
import { hanging, paragraph, type PageLine } from '../text/page.ts';
import { previewTexts } from './preview.ja.ts';
import { gapOf } from './scenes.ts';

const texts = previewTexts.calendar;

/** The calendar night by night, and what comes after it. */
export function calendarLines(notice: Notice): readonly PageLine[] {
  const calendar = calendarOf(notice);
  return [...nightLines(calendar), ...deadlineLines(notice, calendar)];
}

function nightLines(calendar: Calendar): readonly PageLine[] {
  const { nights, timeZone, allDayBegins } = calendar;
  if (nights.length === 0) return [texts.heading, ...row(texts.none)];
  const time = (at: Instant): string => timeInYear(at, timeZone);
  const gap = gapOf(calendar);
  return [
    texts.heading,
    ...(timeZone === JAPAN ? [] : row(texts.zone(timeZone))),
    ...nights.flatMap((night) => nightRows(night, time)),
    ...(gap === null ? [] : row(texts.gap(time(gap.start), time(gap.end)))),
    ...row(allDayBegins === null ? texts.noAllDay : texts.allDay(time(allDayBegins))),
  ];
}

function nightRows({ date, start, end, delivers, holes }: Night, time: (at: Instant) => string): readonly PageLine[] {
  if (!delivers) return row(texts.excluded(dateInYear(date)));
  return [
    ...row(texts.night(time(start), time(end))),
    ...holes.flatMap((hole) => paragraph(texts.hole(time(hole.start), time(hole.end)), 4)),
  ];
}

function deadlineLines({ deadline }: Notice, { deadline: end, timeZone }: Calendar): readonly PageLine[] {
  if (deadline === null || end === null) return row(texts.noDeadline);
  return row(texts.deadline(dateInYear(deadline), timeInYear(end, timeZone)));
}

function row(text: string): readonly PageLine[] {
  return hanging('  ', text, 2);
}

function dateInYear(date: string): string {
  return `${date.slice(0, 4)}/${dateToShortText(date)}`;
}

/** `2026/1/20(火) 08:10`, in the zone. */
export function timeInYear(at: Instant, timeZone: string): string {
  const offset = offsetMinutesAt(timeZone, at);
  return `${toIso(at, offset).slice(0, 4)}/${toShortText(at, offset)}`;
}
