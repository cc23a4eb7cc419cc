import { ownDates, withDates, type Calendar } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import { filled, filledRows, holds, type Condition, type Words } from '../domain/notice/words.ts';
import type { Instant } from '../domain/time.ts';
import { guideTexts } from './guide.ja.ts';

/** An entry that comes with the program: its words in braces stand for those of the notice. */
export interface BuiltInEntry extends GuideEntry {
  /** Under which notices it makes sense; without it, under all. */
  readonly needs?: Condition;
}

/** The entries that make sense under a notice, in its words. */
export function entriesInWords(entries: readonly BuiltInEntry[], words: Words): readonly GuideEntry[] {
  return entries
    .filter(({ needs }) => needs === undefined || holds(needs, words))
    .map(({ id, title, see, why, do: rows, call, words: sought }) => ({
      id,
      title: filled(title, words),
      see: filledRows(see, words),
      why: filled(why, words),
      do: filledRows(rows, words),
      call: filled(call, words),
      words: filledRows(sought, words),
    }));
}

/** The notice's questions with the dates that hold now; where one is not there, its place says so. */
export function faqInWords({ faq }: Pick<Notice, 'faq'>, calendar: Calendar, now: Instant): Notice['faq'] {
  const dates = ownDates(calendar, now);
  const { nightsOver, noNights, noAllDay } = guideTexts;
  const none = calendar.nights.length === 0 ? noNights : nightsOver;
  const inWords = (text: string): string =>
    withDates(dates.allDayFrom === null ? text.replaceAll('{allDayFrom}', noAllDay) : text, dates, none, calendar);
  return faq.map(({ question, answer }) => ({ question: inWords(question), answer: inWords(answer) }));
}
