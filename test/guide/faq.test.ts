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
    [
      'after the last night',
      january,
      `次は ${nightsOver} です。最後は 1/30(金) です。1/31(土) から一日中です。`,
      '31 08:10',
    ],
    [
      'where it never comes to all-day delivery',
      noneAfter,
      `次は 1/20(火) です。最後は 1/30(金) です。${noAllDay} から一日中です。`,
      '20 08:10',
    ],
    [
      'where nothing is delivered',
      connection,
      `次は ${noNights} です。最後は ${noNights} です。${noAllDay} から一日中です。`,
      '20 08:10',
    ],
  ])('stand, or what there is in their place: %s', (_, notice, said, now) => {
    expect(answered(text, notice, at(now))).toBe(said);
  });

  it.each([
    '停電したら、コールセンターに電話してください(次の夜は {nextNight} です)。',
    '1. 電源を入れる\n2. {nextNight} の夜に点けておく\n3. 翌朝に再起動する',
    '夜は{nextNight}ですか?はい!電源を点けてください。',
    templateTexts.answer,
  ])('take nothing else of an answer with them: %s', (answer) => {
    expect(answered(answer, january, at('31 08:10'))).toBe(answer.replaceAll('{nextNight}', nightsOver));
  });

  it('name the last night that delivers, and one of the small hours with its time', () => {
    const notice = noticeWith({ from: '01:00', to: '04:30', excludedNights: ['2026-01-29', '2026-01-30'] });
    expect(answered('{nextNight} と {lastNight} です。', notice, at('20 19:10'))).toBe(
      '1/21(水) 01:00 と 1/28(水) 01:00 です。',
    );
  });

  it('stand in the question as well', () => {
    const faq = [{ question: '次の夜({nextNight})は。', answer: 'はい。' }];
    expect(faqInWords({ faq }, calendarOf(january), at('31 08:10'))[0]?.question).toBe(`次の夜(${nightsOver})は。`);
  });
});
