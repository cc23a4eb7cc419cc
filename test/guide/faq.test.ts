import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { faqInWords } from '../../src/guide/in-words.ts';
import { guideTexts } from '../../src/guide/guide.ja.ts';
import { templateTexts } from '../../src/notice/new/template.ja.ts';
import { connection, january, noticeWith } from '../domain/notice/builders.ts';
import { at } from '../screens/builders.ts';

const { nightsOver, noNights, noAllDay } = guideTexts;

function answered(answer: string, notice: Notice, now: number): string | undefined {
  const faq = [{ question: '次の夜 {nextNight} は。', answer }];
  return faqInWords({ faq }, calendarOf(notice), now)[0]?.answer;
}

describe('the dates in the answers of a notice', () => {
  const text = '次は {nextNight} です。最後は {lastNight} です。{allDayFrom} から一日中です。';
  const noneAfter = noticeWith({ allDayFrom: null });

  it.each([
    [
      'before the last night',
      january,
      '次は 1/20(火) です。最後は 1/30(金) です。1/31(土) から一日中です。',
      '20 08:10',
    ],
    ['after the last night', january, `${nightsOver}最後は 1/30(金) です。1/31(土) から一日中です。`, '31 08:10'],
    [
      'where it never comes to all-day delivery',
      noneAfter,
      `次は 1/20(火) です。最後は 1/30(金) です。${noAllDay}`,
      '20 08:10',
    ],
    ['where nothing is delivered', connection, noNights, '20 08:10'],
  ])('never break their sentence: %s', (_, notice, said, now) => {
    expect(answered(text, notice, at(now))).toBe(said);
  });

  it.each([
    ['次は {nextNight}', nightsOver],
    ['はい。\n次は {nextNight} です。\n電話してください。', `はい。\n${nightsOver}電話してください。`],
    ['「次は {nextNight} です。」と出ます。ほか。', `${nightsOver}ほか。`],
    ['{nextNight} です。{nextNight} の夜です。', nightsOver],
    ['日付のない文。二つ目', '日付のない文。二つ目'],
    [templateTexts.answer, nightsOver],
  ])('of %s are told when the last night is over', (answer, said) => {
    expect(answered(answer, january, at('31 08:10'))).toBe(said);
  });

  it('name the last night that delivers, and one of the small hours with its time', () => {
    const notice = noticeWith({ from: '01:00', to: '04:30', excludedNights: ['2026-01-29', '2026-01-30'] });
    expect(answered('{nextNight} と {lastNight} です。', notice, at('20 19:10'))).toBe(
      '1/21(水) 01:00 と 1/28(水) 01:00 です。',
    );
  });

  it('leave the question that it is', () => {
    const faq = [{ question: '次の夜({nextNight})は。', answer: 'はい。' }];
    expect(faqInWords({ faq }, calendarOf(january), at('31 08:10'))[0]?.question).toBe('次の夜((なし))は。');
  });
});
