import { dateToShortText, type Instant } from '../time.ts';
import { nextNight, zoned, type Calendar } from './calendar.ts';
import { datePlaceholders, PLACEHOLDER } from './placeholders.ts';

/** The notice's dates as they stand for whoever asks now; dates as `2026-01-20`, in the notice's zone. */
export interface OwnDates {
  /** The day on which tonight begins: while a night runs, the day it began on. */
  readonly tonight: string;
  /** null: tonight is not in the notice's period. */
  readonly tonightDelivers: boolean | null;
  /** The delivering night now running, else the next one; null once the last has ended. */
  readonly nextNight: string | null;
  readonly lastNight: string;
  readonly allDayFrom: string;
}

/** What tonight, the next night and the last night are at this time. */
export function ownDates(calendar: Calendar, now: Instant): OwnDates {
  const running = calendar.nights.find((night) => night.start <= now && now < night.end);
  const tonight = running?.date ?? zoned(calendar.timeZone, now).toPlainDate().toString();
  const night = calendar.nights.find(({ date, end }) => date === tonight && now < end);
  return {
    tonight,
    tonightDelivers: night?.delivers ?? null,
    nextNight: nextNight(calendar, now)?.date ?? null,
    lastNight: calendar.lastNight,
    allDayFrom: calendar.allDayFrom,
  };
}

/** The text with its dates, as `1/20(火)`; `none` stands where there is no such night. */
export function withDates(text: string, dates: OwnDates, none: string): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const known = datePlaceholders.find((each) => each === name);
    if (known === undefined) return whole;
    const date = dates[known];
    return date === null ? none : dateToShortText(date);
  });
}
