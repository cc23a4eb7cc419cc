import { faqOf } from './menus/faq-menu.ts';
import { selectedIndex } from './menus/menu.ts';
import { ownDates } from '../domain/notice/calendar.ts';
import { datesInWords, faqTexts } from './faq.ja.ts';
import { blank, line, wrapLines } from '../tui/line.ts';
import { menuBlock } from './menu-block.ts';
import { stack, type Screen } from './screen.ts';

/** FAQ: the operator's own dates first, then the questions; the selected one has its answer below it. */
export const faq: Screen = (model, area) => {
  const { ambiguous, columns } = area;
  const { calendar, notice } = model.about;
  const questions = faqOf(model);
  const dates = datesInWords(ownDates(calendar, model.now), notice.delivery);
  const selected = questions[selectedIndex(model)];
  return stack(
    dates.flatMap((text) => wrapLines(text, columns, { ambiguous })),
    [blank, line(questions.length > 0 ? faqTexts.heading : faqTexts.none, { bold: true })],
    menuBlock(model, area, {
      to: questions.length,
      below: (item) => (selected && item.label === selected.question ? [selected.answer] : []),
    }),
    [blank],
    menuBlock(model, area, { from: questions.length }),
  );
};
