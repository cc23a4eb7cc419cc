import { dateToShortText } from '../time.ts';

/** At what time of day nights begin; null: there are none. */
interface Nights {
  readonly from: string | null;
}

const FROM = ' から';

/** Whether nights begin before noon, in the small hours: their evening is that of the day before. */
export function beginInSmallHours({ from }: Nights): boolean {
  return from !== null && timeOf(from) < '12:00';
}

/**
 * A night by the day it begins on: `1/19(月)`. One that begins in the small hours has its time, so that nobody takes it
 * for the evening of that day: `6/15(月) 01:00 から`.
 */
export function nightDay(date: string, nights: Nights): string {
  return beginInSmallHours(nights) ? `${nightDate(date, nights)}${FROM}` : nightDate(date, nights);
}

/** The same where a sentence goes on behind it: `1/19(月)`, `6/15(月) 01:00`. */
export function nightDate(date: string, nights: Nights): string {
  const day = dateToShortText(date);
  return nights.from !== null && beginInSmallHours(nights) ? `${day} ${timeOf(nights.from)}` : day;
}

/** What `nightDay` gives, as a night: `1/19(月) の夜`, `6/15(月) 01:00 からの夜`. */
export function theNight(day: string): string {
  return day.endsWith(FROM) ? `${day}の夜` : `${day} の夜`;
}

/** Until when, behind a time of day: `翌朝`, from noon on `翌日`, and nothing where it is the same day. */
export function followingDay({ from, to }: { readonly from: string; readonly to: string }): '' | '翌朝' | '翌日' {
  if (timeOf(to) > timeOf(from)) return '';
  return timeOf(to) < '12:00' ? '翌朝' : '翌日';
}

/**
 * On which day a night that begins in the small hours ends, as one says it on the evening before: one that has its end
 * on the next morning lasts a day longer.
 */
export function endFromEveningBefore(night: { readonly from: string; readonly to: string }): '翌日' | '翌々日' {
  return followingDay(night) === '' ? '翌日' : '翌々日';
}

/** `1:00` as `01:00`. */
function timeOf(time: string): string {
  return time.padStart(5, '0');
}
