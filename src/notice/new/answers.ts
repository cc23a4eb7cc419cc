import * as z from 'zod';
import { reasonFor } from '../../domain/input-error.ts';
import { format2Schema, type Format2 } from '../../domain/notice/format-2.ts';
import { openingHoursSchema, timeOfDay, type OpeningHours } from '../../domain/notice/parts.ts';
import { dayAfter, two } from '../../domain/time.ts';
import { hoursFromText } from '../../settings/hours-text.ts';
import { plain } from '../../text/cells.ts';
import { halfWidth, plainForm } from '../../text/normal-forms.ts';
import { answerTexts as texts, answerWords } from './interview.ja.ts';
import type { Read } from './ask.ts';

/** An answer in half-width letters, without blanks around it. */
function typed(text: string): string {
  return plainForm(plain(text)).trim();
}

/** Words for people, as they are typed. */
export function words(text: string): Read<string> {
  const clean = plain(text).trim();
  return clean === '' ? wrong(texts.empty) : right(clean);
}

/** Words of a number or sign, in half-width letters as a form wants them. */
export function sign(text: string): Read<string> {
  return words(halfWidth(text));
}

/** The next row of a list; null for 「なし」, and for the other words by which people end one. */
export function rowOrEnd(text: string): Read<string | null> {
  return ['いいえ', '終わり', 'おわり', '以上'].includes(typed(text)) ? right(null) : orNone(words)(text);
}

/** What another reader reads; null for 「なし」. */
export function orNone<T>(read: (text: string) => Read<T>): (text: string) => Read<T | null> {
  return (text) => (isNone(text) ? right(null) : read(text));
}

/** What another reader reads in each of the parts between commas, at least one. */
export function listOf<T>(read: (text: string) => Read<T>): (text: string) => Read<readonly T[]> {
  return (text) => {
    const values: T[] = [];
    for (const part of text.split(/[,\u3001\uFF0C]/).filter((each) => each.trim() !== '')) {
      const one = read(part);
      if (!one.ok) return one;
      values.push(one.value);
    }
    return values.length === 0 ? wrong(texts.empty) : right([...new Set(values)]);
  };
}

/** The same; none for 「なし」. */
export function listOrNone<T>(read: (text: string) => Read<T>): (text: string) => Read<readonly T[]> {
  return (text) => (isNone(text) ? right([]) : listOf(read)(text));
}

function isNone(text: string): boolean {
  return ['なし', '無し', 'ない', '無', '-'].includes(typed(text));
}

export function yesNo(text: string): Read<boolean> {
  const word = typed(text).toLowerCase();
  if (['はい', 'うん', 'あり', 'ある', 'y', 'yes', 'hai'].includes(word)) return right(true);
  return isNone(word) || ['いいえ', 'いえ', 'n', 'no', 'iie'].includes(word) ? right(false) : wrong(texts.yesNo);
}

/** The number of one of so many choices, from 1. */
export function choice(most: number): (text: string) => Read<number> {
  return number(most, texts.choice(most));
}

/** A number from 1 on, in any width; `10桁` too. */
export function number(most: number, problem = texts.count(most)): (text: string) => Read<number> {
  return (text) => {
    const found = /^0*(\d{1,4})(?:[.)]|\s?桁)?$/.exec(typed(text))?.[1];
    const value = Number(found ?? 0);
    return value >= 1 && value <= most ? right(value) : wrong(problem);
  };
}

/** Something that a part of the schema knows; its own words where it does not fit. */
export function bySchema(schema: z.ZodType<string>): (text: string) => Read<string> {
  return (text) => {
    const read = schema.safeParse(typed(text), { error: reasonFor });
    return read.success ? right(read.data) : wrong(`${read.error.issues[0]?.message ?? texts.empty}。`);
  };
}

/** `20:00`, also as `20時` or `20時30分`. */
export function time(text: string): Read<string> {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.時](\d{1,2})?分?)?$/.exec(typed(text)) ?? [];
  if (hour === undefined) return wrong(texts.time);
  const whole = `${two(hour)}:${two(minute)}`;
  return timeOfDay().safeParse(whole).success ? right(whole) : wrong(texts.time);
}

const ERA_REIWA = 2018;

/** A day: `2026-01-19`, `2026/1/19`, `2026年1月19日`, `R8.1.19`, `令和8年1月19日`; `1/19`: the next from `base` on. */
export function dateFrom(base: string): (text: string) => Read<string> {
  return (text) => {
    const date = /^(?:(20\d\d|(?:R|令和)\s?\d{1,2}|(?:R|令和)元)[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/i.exec(
      typed(text).replaceAll('・', '/').replaceAll('。', '.').replaceAll('ー', '-'),
    );
    if (date === null) return wrong(texts.date);
    const [, year, month = '', day = ''] = date;
    const rest = `${two(month)}-${two(day)}`;
    const found = year === undefined ? nextSuch(rest, base) : `${String(yearOf(year))}-${rest}`;
    return isDay(found) ? right(found) : wrong(texts.date);
  };
}

function yearOf(text: string): number {
  const era = /(?:R|令和)\s?(\d{1,2}|元)/i.exec(text)?.[1];
  if (era === undefined) return Number(text);
  return ERA_REIWA + (era === '元' ? 1 : Number(era));
}

/** The next day with this month and day; 29 February comes every eighth year at the latest. */
function nextSuch(rest: string, base: string): string {
  const first = Number(base.slice(0, 4));
  const years = Array.from({ length: 9 }, (_, index) => `${String(first + index)}-${rest}`);
  return years.find((date) => date >= base && isDay(date)) ?? rest;
}

function isDay(date: string): boolean {
  return z.iso.date().safeParse(date).success;
}

/** A hole in a night: `1/22 3:00-4:00`; one that ends no later than it begins ends on the next day. */
export function hole(base: string): (text: string) => Read<{ readonly from: string; readonly to: string }> {
  return (text) => {
    const [, day = '', from = '', to = ''] =
      /^(\S+)\s+([\d:.時分]+)\s*(?:-|~|〜|から)\s*([\d:.時分]+)(?:まで)?$/.exec(
        typed(text).replaceAll(/[ー−–—]/g, '-'),
      ) ?? [];
    const [date, begins, ends] = [dateFrom(base)(day), time(from), time(to)];
    if (!date.ok || !begins.ok || !ends.ok) return wrong(texts.hole);
    const last = ends.value <= begins.value ? dayAfter(date.value) : date.value;
    return right({ from: `${date.value}T${begins.value}`, to: `${last}T${ends.value}` });
  };
}

/** Opening hours, as the settings read them. */
export function openingHours(text: string): Read<OpeningHours> {
  const hours = hoursFromText(text);
  const isOne = hours !== null && hours.length > 0 && openingHoursSchema.safeParse(hours).success;
  return isOne ? right(hours) : wrong(texts.hours);
}

/** The name of a notice's file: the folder of notices takes no other. */
export function jsonPath(text: string): Read<string> {
  const path = words(text);
  return path.ok && !path.value.toLowerCase().endsWith('.json') ? wrong(texts.json) : path;
}

export function phone(text: string): Read<string> {
  const number = typed(text).replaceAll(/[ー−–—]/g, '-');
  return /^[\d-]{2,20}$/.test(number) && /\d/.test(number) ? right(number) : wrong(texts.phone);
}

/**
 * Why a part of a notice cannot be as it is, by the schema's own rules, told of what lies at that path; null: it can.
 * The rest is filled in by `blank`, which is right.
 */
export function problemAt(blank: Format2, part: Partial<Format2>, path: readonly (string | number)[]): string | null {
  const { error } = format2Schema.safeParse({ ...blank, ...part }, { error: reasonFor });
  const issue = error?.issues.find((each) => path.every((key, index) => each.path[index] === key));
  return issue === undefined ? null : `${issue.message}。`;
}

function right<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

function wrong(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}

/** What a default reads as where there is nothing. */
export const NONE = answerWords.none;
