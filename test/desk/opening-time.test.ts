import { describe, expect, it } from 'vitest';
import { opensText, readOpeningTime } from '../../src/desk/opening-time.ts';

const shown = (text: string): string => opensText(readOpeningTime(text));

describe('an opening time', () => {
  it.each([
    ['8:30', '8:30'],
    ['08:30:00', '8:30'],
    ['8：30', '8:30'],
    ['9時', '9:00'],
    ['8時05', '8:05'],
    ['8時30～12時', '8:30'],
    ['8時 30分', '8:30'],
    ['9時 半', '9:30'],
    ['8:30~', '8:30'],
    ['8時〜', '8:00'],
    ['8:30-18:00', '8:30'],
    ['8:30(木は13時)', '8:30'],
    ['午前8:30～12:00／午後2:00～6:00', '8:30'],
    ['午前0時', '0:00'],
    ['12:30 AM', '0:30'],
    ['12:00 PM', '12:00'],
    ['ＰＭ１：３０', '13:30'],
    ['1:30 p.m.', '13:30'],
    ['1:30午後', '13:30'],
    ['1:30(午後)', '13:30'],
    ['8:30 AM-5:00 PM', '8:30'],
    // The afternoon belongs to what comes behind.
    ['8:30 PM休診', '8:30'],
    ['8:30 PM2:00', '8:30'],
    ['8:30 午後休診', '8:30'],
  ])('%s is shown as %s', (text, time) => {
    expect(shown(text)).toBe(time);
  });

  it.each(['24:00', '25:00', '9', '9-17時', '8.30', '830', '8:305', '12時間', '正午', '月火水8:30', 'なし'])(
    '%s is none, and is shown as it stands',
    (text) => {
      expect(readOpeningTime(text)).toEqual({ text, minutes: null });
      expect(shown(text)).toBe(text);
    },
  );

  it('is nothing where the roster says nothing', () => {
    expect(opensText(null)).toBe('');
  });
});
