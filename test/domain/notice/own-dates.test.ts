import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, ownDates, tonightOf, withDates } from '../../../src/domain/notice/calendar.ts';
import { builtInFile } from '../../../src/domain/notice/built-in.ts';
import { parseNotice } from '../../../src/domain/notice/schema.ts';
import { datesInWords } from '../../../src/screens/faq/faq.ja.ts';
import { connection, january, noticeWith } from './builders.ts';

const notice = january;
const calendar = calendarOf(notice);
const at = (text: string): number => Date.parse(`2026-${text}+09:00`);

describe('the own dates', () => {
  it.each([
    ['before the first night', '01-15T10:00', '2026-01-15', null, '2026-01-19'],
    ['in the evening of a night', '01-19T18:00', '2026-01-19', true, '2026-01-19'],
    ['in a night, after midnight', '01-20T03:00', '2026-01-19', true, '2026-01-19'],
    ['in the morning after it', '01-20T08:10', '2026-01-20', true, '2026-01-20'],
    ['on the day of the excluded night', '01-25T12:00', '2026-01-25', false, '2026-01-26'],
    ['in the excluded night', '01-26T03:00', '2026-01-25', false, '2026-01-26'],
    ['in the last night', '01-31T03:00', '2026-01-30', true, '2026-01-30'],
    ['on the day after it', '01-31T09:00', '2026-01-31', null, null],
  ])('%s', (_, time, tonight, tonightDelivers, nextNight) => {
    expect(ownDates(calendar, at(time))).toEqual({
      tonight,
      tonightDelivers,
      nextNight,
      lastNight: '2026-01-30',
      allDayFrom: '2026-01-31',
    });
  });

  it.each([
    ['01-19T18:00', ['今夜 1/19(月): 配信があります(20:00 から翌朝 05:00 まで)。']],
    ['01-25T12:00', ['今夜 1/25(日): 配信はありません。', '次の配信の夜: 1/26(月)(20:00 から)']],
    ['01-31T09:00', ['今夜 1/31(土): 夜間の配信は終わりました。']],
  ])('are told in words at %s', (time, expected) => {
    const last = '最後の夜: 1/30(金)。1/31(土) からは一日中配信されます。';
    expect(datesInWords(ownDates(calendar, at(time)), notice.delivery)).toEqual([...expected, last]);
  });

  it('are only today where nothing is delivered', () => {
    const dates = ownDates(calendarOf(connection), at('01-20T03:00'));
    expect(dates).toEqual({
      tonight: '2026-01-20',
      tonightDelivers: null,
      nextNight: null,
      lastNight: null,
      allDayFrom: null,
    });
    expect(datesInWords(dates, connection.delivery)).toEqual(['このお知らせに夜間の配信はありません。']);
    expect(withDates('次は {nextNight}、{lastNight} まで', dates, '-')).toBe('次は -、- まで');
  });

  it('say nothing of all-day delivery where it never comes to that', () => {
    const never = noticeWith({ allDayFrom: null });
    const dates = ownDates(calendarOf(never), at('01-31T09:00'));
    expect(dates.allDayFrom).toBeNull();
    expect(datesInWords(dates, never.delivery).at(-1)).toBe('最後の夜: 1/30(金)。');
  });

  it('never names a night that does not deliver as the next one', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('01-10T00:00'), max: at('02-05T00:00') }), (now) => {
        const { nextNight } = ownDates(calendar, now);
        expect(nextNight).not.toBe('2026-01-25');
        const end = calendar.nights.find(({ date }) => date === nextNight)?.end ?? Infinity;
        expect(end).toBeGreaterThan(now);
      }),
    );
  });
});

describe('the own dates where nights begin in the small hours', () => {
  const small = noticeWith({
    firstNight: '2026-06-15',
    lastNight: '2026-06-19',
    excludedNights: ['2026-06-16'],
    from: '01:00',
    to: '04:30',
    allDayFrom: null,
  });
  const nights = calendarOf(small);

  it.each([
    // now, the day on which tonight begins, whether it delivers, the next night
    ['06-13T19:10', '2026-06-13', null, '2026-06-15'],
    ['06-14T00:30', '2026-06-14', null, '2026-06-15'],
    ['06-14T08:10', '2026-06-15', true, '2026-06-15'],
    ['06-14T19:10', '2026-06-15', true, '2026-06-15'],
    ['06-15T00:59', '2026-06-15', true, '2026-06-15'],
    ['06-15T01:00', '2026-06-15', true, '2026-06-15'],
    ['06-15T04:29', '2026-06-15', true, '2026-06-15'],
    ['06-15T04:30', '2026-06-16', false, '2026-06-17'],
    ['06-15T19:10', '2026-06-16', false, '2026-06-17'],
    ['06-16T00:30', '2026-06-16', false, '2026-06-17'],
    ['06-16T19:10', '2026-06-17', true, '2026-06-17'],
    ['06-18T19:10', '2026-06-19', true, '2026-06-19'],
    ['06-19T19:10', '2026-06-19', null, null],
  ])('at %s tonight begins on %s', (time, tonight, tonightDelivers, nextNight) => {
    expect(ownDates(nights, at(time))).toMatchObject({ tonight, tonightDelivers, nextNight });
    expect(tonightOf(nights, at(time))?.delivers ?? null).toBe(tonightDelivers);
  });

  it.each([
    ['06-14T19:10', ['今夜 6/15(月) 01:00 から: 配信があります(01:00 から 04:30 まで)。']],
    ['06-15T19:10', ['今夜 6/16(火) 01:00 から: 配信はありません。', '次の配信の夜: 6/17(水)(01:00 から)']],
  ])('have the time in words at %s', (time, expected) => {
    const said = datesInWords(ownDates(nights, at(time)), small.delivery);
    expect(said).toEqual([...expected, '最後の夜: 6/19(金) 01:00 から。']);
    const dates = ownDates(nights, at('06-15T19:10'));
    expect(withDates('{tonight}、{nextNight}、{lastNight}', dates, '-', nights)).toBe(
      '6/16(火) 01:00、6/17(水) 01:00、6/19(金) 01:00',
    );
  });
});

describe('the own dates where the last nights are excluded', () => {
  it('name the last night that delivers', () => {
    const { delivery, ...rest } = noticeWith({ excludedNights: ['2026-01-28', '2026-01-29', '2026-01-30'] });
    const dates = ownDates(calendarOf({ ...rest, delivery }), at('01-19T18:00'));
    expect(dates.lastNight).toBe('2026-01-27');
    expect(datesInWords(dates, delivery).at(-1)).toContain('最後の夜: 1/27(火)。');
  });
});

it('a night of 24 hours ends on the next day, not on the next morning', () => {
  const { delivery, ...rest } = noticeWith({ to: '20:00' });
  const dates = ownDates(calendarOf({ ...rest, delivery }), at('01-19T21:00'));
  expect(datesInWords(dates, delivery)[0]).toBe('今夜 1/19(月): 配信があります(20:00 から翌日 20:00 まで)。');
});

describe('the dates in a text of the notice', () => {
  const dates = ownDates(calendar, at('01-25T12:00'));

  it('stand where their words in braces stood', () => {
    expect(withDates('今夜 {tonight}、次 {nextNight}、最後 {lastNight}、{allDayFrom} から', dates, '-')).toBe(
      '今夜 1/25(日)、次 1/26(月)、最後 1/30(金)、1/31(土) から',
    );
  });

  it('are replaced by a word where there is no such night', () => {
    const over = ownDates(calendar, at('02-01T12:00'));
    expect(withDates('次は {nextNight}', over, '(なし)')).toBe('次は (なし)');
  });

  it('are refused in a notice where nobody knows them', () => {
    const faq = [{ question: 'いつですか。', answer: '{tomorrow} です。' }];
    const text = JSON.stringify({ ...builtInFile(), faq });
    expect(() => parseNotice(text, 'n.json')).toThrow(/知らない差し込みです: tomorrow/);
  });
});
