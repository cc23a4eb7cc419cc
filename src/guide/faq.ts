import { ownDates, withDates, type Calendar } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { Instant } from '../domain/time.ts';
import { guideTexts } from './guide.ja.ts';

/** The notice's questions with the dates that hold now. */
export function faqInWords({ faq }: Pick<Notice, 'faq'>, calendar: Calendar, now: Instant): Notice['faq'] {
  const dates = ownDates(calendar, now);
  const inWords = (text: string): string => withDates(text, dates, guideTexts.noNight, calendar);
  return faq.map(({ question, answer }) => ({ question: inWords(question), answer: inWords(answer) }));
}
