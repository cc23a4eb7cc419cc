import { ownDates, withDates, type Calendar, type OwnDates } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { datePlaceholders } from '../domain/notice/placeholders.ts';
import type { Instant } from '../domain/time.ts';
import { guideTexts } from './guide.ja.ts';

/** The notice's questions with the dates that hold now. */
export function faqInWords({ faq }: Pick<Notice, 'faq'>, calendar: Calendar, now: Instant): Notice['faq'] {
  const dates = ownDates(calendar, now);
  const inWords = (text: string): string => withDates(text, dates, guideTexts.noNight, calendar);
  const answerOf = (text: string): string =>
    sentencesOf(text)
      .map((sentence) => insteadOf(sentence, calendar, dates) ?? inWords(sentence))
      .filter((sentence, index, all) => sentence !== all[index - 1])
      .join('');
  return faq.map(({ question, answer }) => ({ question: inWords(question), answer: answerOf(answer) }));
}

/** What stands in a sentence's place that names a night or a day which is not there: no word would fit into it. */
function insteadOf(sentence: string, { nights }: Calendar, dates: OwnDates): string | null {
  const missing = datePlaceholders.find((name) => sentence.includes(`{${name}}`) && dates[name] === null);
  if (missing === undefined) return null;
  const { noNights, noAllDay, nightsOver } = guideTexts;
  if (nights.length === 0) return noNights;
  return missing === 'allDayFrom' ? noAllDay : nightsOver;
}

/** A text's sentences, each with its end; one that is quoted belongs to the sentence around it. */
function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。\n]+(?:。(?=」)[^。\n]*)*[。\n]*|[。\n]+/g) ?? [];
}
