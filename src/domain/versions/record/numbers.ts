import { compareVersions, dottedNumbers, normalised } from '../version.ts';
import { DAY, HOUR, MINUTE, offsetOf, SECOND, two } from '../../time.ts';

/** A dotted number in a cell that is no date. */
export interface CellNumber {
  readonly start: number;
  readonly end: number;
  /** null: it may be something else than a version. */
  readonly version: string | null;
}

/** Private addresses of a network look like versions of four parts. */
const ADDRESS = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+$/;

/** Finds the numbers of a cell (NFKC, small letters) that may be versions, dates left out. */
export function numbersIn(cell: string): readonly CellNumber[] {
  const { rest } = takeDates(cell);
  return [...dottedNumbers(rest)].map(({ start, end, parts }) => {
    const address = parts?.length === 4 && ADDRESS.test(parts.join('.'));
    return { start, end, version: parts && !address ? normalised(parts) : null };
  });
}

/** The version that all of them are; null where there is none, they differ or one of them is not clear. */
export function agreedVersion(numbers: readonly { readonly version: string | null }[]): string | null {
  const version = numbers[0]?.version ?? null;
  if (version === null) return null;
  const agreed = numbers.every((each) => each.version !== null && compareVersions(each.version, version) === 0);
  return agreed ? version : null;
}

/** A date as a row states it: the span of time that it may mean, a day, a minute or a second long. */
export interface StatedDate {
  /** Milliseconds since 1970 as if the terminal's clock were UTC, or in UTC where the row carries an offset. */
  readonly from: number;
  readonly to: number;
  readonly zoned: boolean;
  /** `2026-01-20`, `2026-01-20T05:01:00` or `2026-01-20T05:01:00+09:00`. */
  readonly text: string;
}

/** `none`: no date is there. `unclear`: something like a date is there that cannot be put in order with others. */
export type Delivered =
  { readonly kind: 'none' } | { readonly kind: 'unclear' } | { readonly kind: 'known'; readonly date: StatedDate };

const TIME =
  '(?:t| {0,4})(?<hour>\\d{1,2})(?::|時)(?<minute>\\d{1,2})(?:(?::|分)(?<second>\\d{1,2})(?:\\.\\d{1,9})?秒?|分)?' +
  '(?!\\d| ?[ap]m)(?<zone>z|[+-]\\d\\d:?\\d\\d)?';
const YEAR = '(?:(?<year>(?:19|20)\\d\\d)|(?:令和|r\\.?) ?(?<era>\\d{1,2}|元))';
const DIGITS = '(?<compact>(?:19|20)\\d{6})(?:[t_]?(?<h>[01]\\d|2[0-3])(?<m>[0-5]\\d)(?<s>[0-5]\\d)?)?(?!\\d|\\.\\d)';
const DATE = new RegExp(
  `(?<![\\d.a-z])(?:${YEAR}(?:(?<sep>[/.-]) ?(?<month>\\d{1,2})\\k<sep> ?(?<day>\\d{1,2})(?!\\d|[./-]\\d)` +
    `|年 ?(?<jmonth>\\d{1,2})月 ?(?<jday>\\d{1,2})日)|${DIGITS})` +
    `(?: ?\\([日月火水木金土](?:曜日?)?\\))?(?:${TIME})?`,
  'g',
);
/** What every date holds; a cheap question for the many texts that hold none. */
const MAY_BE_DATE = /(?:19|20)\d\d|令和|r\.? ?\d/;
/** Years of two digits or none, or the year last: it cannot be told which number is what. */
const DATE_LIKE = /(?<!\d)\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?!\d)|\d{1,2}月 ?\d{1,2}日|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])/;

/** Finds the dates in a text (NFKC, small letters) in the usual shapes; `rest` is the text with blanks for them. */
export function takeDates(text: string): { readonly dates: readonly StatedDate[]; readonly rest: string } {
  if (!MAY_BE_DATE.test(text)) return { dates: [], rest: text };
  const dates: StatedDate[] = [];
  let rest = '';
  let done = 0;
  for (const match of text.matchAll(DATE)) {
    const date = toDate(match.groups ?? {});
    if (date === null) continue;
    dates.push(date);
    rest += text.slice(done, match.index) + ' '.repeat(match[0].length);
    done = match.index + match[0].length;
  }
  return { dates, rest: rest + text.slice(done) };
}

/** Halves of the day and named zones beside a date move it by hours. */
const MOVED = /午前|午後|(?<![a-z])(?:[ap]\.?m|jst|utc|gmt)(?![a-z])/;

/** The one date of a row's text. Several different ones are unclear: which of them is the delivery's is not said. */
export function deliveredIn(text: string): Delivered {
  const { dates, rest } = takeDates(text);
  const [first] = dates;
  if (first) {
    return dates.every((date) => date.text === first.text) && !MOVED.test(rest)
      ? { kind: 'known', date: first }
      : { kind: 'unclear' };
  }
  return { kind: DATE_LIKE.test(rest) ? 'unclear' : 'none' };
}

const EARLIEST_YEAR = 2015;
const LATEST_YEAR = 2090;

/** Whether dates of one row go back: what was delivered later than it was applied is not what was applied. */
export function datesGoBack(text: string): boolean {
  const { dates } = takeDates(text);
  return dates.some((date, index) => dates.slice(0, index).some((before) => before.from >= date.to));
}

type Groups = Readonly<Record<string, string | undefined>>;

function toDate(groups: Groups): StatedDate | null {
  const [year, month, dayOfMonth] = dayOf(groups);
  const midnight = Date.UTC(year, month - 1, dayOfMonth);
  const calendar = new Date(midnight);
  // What stands for "never", or for no end: the system is younger than this.
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  // A day that the calendar does not have comes out as another one.
  if (calendar.getUTCMonth() + 1 !== month || calendar.getUTCDate() !== dayOfMonth) return null;
  const day = `${String(year)}-${two(month)}-${two(dayOfMonth)}`;
  const [hour, minute, second] = [
    groups['hour'] ?? groups['h'],
    groups['minute'] ?? groups['m'],
    groups['second'] ?? groups['s'],
  ];
  const wholeDay = { from: midnight, to: midnight + DAY, zoned: false, text: day };
  if (hour === undefined || minute === undefined) return wholeDay;
  // `25:01` of a night that counts on may be the next day's.
  if (Number(hour) > 23 && Number(hour) < 30) return { ...wholeDay, to: midnight + 2 * DAY };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return wholeDay;
  const at = midnight + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second ?? 0) * SECOND;
  const zone = (groups['zone'] ?? '').toUpperCase().replace(/(?<=\d\d)(?=\d\d$)/, ':');
  const from = at - (offsetOf(zone) ?? 0) * MINUTE;
  const text = `${day}T${two(hour)}:${two(minute)}:${two(second ?? '0')}${zone}`;
  return { from, to: from + (second === undefined ? MINUTE : SECOND), zoned: zone !== '', text };
}

/** Year, month and day as numbers; NaN for what is missing. */
function dayOf(groups: Groups): readonly [number, number, number] {
  const compact = groups['compact'];
  if (compact !== undefined) {
    return [Number(compact.slice(0, 4)), Number(compact.slice(4, 6)), Number(compact.slice(6))];
  }
  const era = groups['era'];
  // The first year of 令和 is 2019.
  const year = era === undefined ? Number(groups['year']) : 2018 + (era === '元' ? 1 : Number(era));
  return [year, Number(groups['month'] ?? groups['jmonth']), Number(groups['day'] ?? groups['jday'])];
}
