import { ownDates, withDates, type Calendar, type OwnDates } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import { datePlaceholders } from '../domain/notice/placeholders.ts';
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
