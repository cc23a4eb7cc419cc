import { nextNight, ownDates, withDates } from '../../domain/notice/calendar.ts';
import { downloadTexts } from '../download.ja.ts';
import { faqTexts } from '../faq.ja.ts';
import type { Model } from '../model.ts';
import { item, type MenuItem } from './item.ts';

/** FAQ: the notice's questions, to be read one after the other, then the evening's preparation. */
export function faqMenu(model: Model): readonly MenuItem[] {
  return [
    ...faqOf(model).map(({ question }, index) => item(`faq:${String(index)}`, question, null)),
    ...(nextNight(model.about.calendar, model.now) === null
      ? []
      : [item('evening', faqTexts.itemEvening, { type: 'go', screen: 'evening' })]),
    item('to-status', downloadTexts.itemStatus, { type: 'go', screen: 'status' }),
  ];
}

/** The notice's questions and answers, with the dates as they stand now. */
export function faqOf({
  about,
  now,
}: Pick<Model, 'about' | 'now'>): readonly { readonly question: string; readonly answer: string }[] {
  const dates = ownDates(about.calendar, now);
  return about.notice.faq.map(({ question, answer }) => ({
    question: withDates(question, dates, faqTexts.noNight),
    answer: withDates(answer, dates, faqTexts.noNight),
  }));
}
