import { nextNight, ownDates } from '../../domain/notice/calendar.ts';
import { faqInWords } from '../../guide/in-words.ts';
import { blank, line } from '../../tui/line.ts';
import { paragraphs, stack } from '../layout.ts';
import { row, rowsPage, toStatus, type Screen } from '../screen.ts';
import { eveningTexts } from '../evening/evening.ja.ts';
import { datesInWords, faqTexts as texts } from './faq.ja.ts';

/** FAQ: the operator's own dates first, then the notice's questions; the selected one has its answer below it. */
export const faq: Screen = {
  page(model) {
    const { calendar, notice } = model.about;
    const dates = ownDates(calendar, model.now);
    const isDone = notice.delivery !== null && model.decision?.verdict === 'current';
    const questions = faqInWords(notice, calendar, model.now).map(({ question, answer }, index) => ({
      ...row(`faq:${String(index)}`, question, null),
      detail: [answer],
    }));
    const ways = [
      ...(isDone || nextNight(calendar, model.now) === null
        ? []
        : [row('evening', texts.itemEvening, { type: 'go', screen: 'evening' })]),
      toStatus,
    ];
    return rowsPage(model, [...questions, ...ways], (block, area) =>
      stack(
        paragraphs(isDone ? eveningTexts.current : datesInWords(dates, notice.delivery), area),
        [blank, line(questions.length > 0 ? texts.heading : texts.none, { bold: true })],
        block(questions),
        [blank],
        block(ways),
      ),
    );
  },
};
