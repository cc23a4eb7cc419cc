import { describe, expect, it } from 'vitest';
import {
  beginInSmallHours,
  followingDay,
  nightDate,
  nightDay,
  theNight,
} from '../../../src/domain/notice/night-names.ja.ts';

describe('the name of a night', () => {
  it.each([
    ['20:00', '6/15(月)', '6/15(月)', '6/15(月) の夜'],
    ['12:00', '6/15(月)', '6/15(月)', '6/15(月) の夜'],
    ['11:59', '6/15(月) 11:59 から', '6/15(月) 11:59', '6/15(月) 11:59 からの夜'],
    ['01:00', '6/15(月) 01:00 から', '6/15(月) 01:00', '6/15(月) 01:00 からの夜'],
    ['1:00', '6/15(月) 01:00 から', '6/15(月) 01:00', '6/15(月) 01:00 からの夜'],
    ['00:00', '6/15(月) 00:00 から', '6/15(月) 00:00', '6/15(月) 00:00 からの夜'],
    [null, '6/15(月)', '6/15(月)', '6/15(月) の夜'],
  ])('has its time where it begins before noon: from %s', (from, day, date, night) => {
    expect(nightDay('2026-06-15', { from })).toBe(day);
    expect(nightDate('2026-06-15', { from })).toBe(date);
    expect(theNight(nightDay('2026-06-15', { from }))).toBe(night);
    expect(beginInSmallHours({ from })).toBe(day !== '6/15(月)');
  });
});

describe('the day on which a night ends', () => {
  it.each([
    ['20:00', '05:00', '翌朝'],
    ['21:30', '04:15', '翌朝'],
    ['20:00', '11:59', '翌朝'],
    ['20:00', '12:00', '翌日'],
    ['20:00', '20:00', '翌日'],
    ['01:00', '01:00', '翌朝'],
    ['01:00', '04:30', ''],
    ['18:00', '23:59', ''],
  ])('from %s to %s is "%s"', (from, to, day) => {
    expect(followingDay({ from, to })).toBe(day);
  });
});
