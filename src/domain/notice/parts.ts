import * as z from 'zod';
import { wrongKind } from '../input-error.ts';
import { guideEntryTexts as texts, noticeTexts } from './notice.ja.ts';
import { datePlaceholders, PLACEHOLDER } from './placeholders.ts';

/** Whether there is anything to read in it: nothing is said already where nothing is written at all. */
function isWritten(text: string): boolean {
  return text === '' || text.trim() !== '';
}

/** A text that a notice must have: there is something to read in it. */
export function writtenText() {
  return z.string().min(1).refine(isWritten, texts.blank);
}

/** One entry of the error guide, in the order in which it is read: what you see, why, do this, then call. */
export const guideEntrySchema = z.lazy(() => {
  const anyText = z.string(wrongKind(texts.text));
  const list = wrongKind(texts.list);
  const text = anyText.min(1, texts.empty).refine(isWritten, texts.blank);

  return z.strictObject({
    id: anyText.regex(/^[a-z0-9][a-z0-9-]*$/, texts.id).describe(texts.fields.id),
    title: text.describe(texts.fields.title),
    /** What is seen on the reader and on the PC, one sighting a row. */
    see: z.array(text, list).min(1, texts.oneRow).describe(texts.fields.see),
    why: text.describe(texts.fields.why),
    /** One instruction a row, in order. */
    do: z.array(text, list).min(1, texts.oneRow).describe(texts.fields.do),
    /** Whom to call when that did not help. */
    call: text.describe(texts.fields.call),
    /** Further words to find it by: codes, kana. */
    words: z.array(anyText, list).describe(texts.fields.words),
  });
});
export type GuideEntry = z.infer<typeof guideEntrySchema>;

/** `2026-01-20`. Another century is a slip of the pen, and behind the year 9999 no day can be written. */
export function dateText() {
  return z.iso.date().refine((date) => !/^\d{4}-/.test(date) || date.startsWith('20'), noticeTexts.year);
}

/** `20:00` */
export function timeOfDay() {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, noticeTexts.time);
}

/** Opening hours of a desk: one row a group of weekdays, `0` is Sunday; closed on what is not listed. */
export const openingHoursSchema = z.lazy(() => {
  const time = timeOfDay();
  return z.array(z.strictObject({ weekdays: z.array(z.int().min(0).max(6)).min(1), from: time, to: time }));
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** What every object has: a table by ids would find it where nothing was put. */
const RESERVED = 'constructor';

/** `browser-extension` */
export function idText() {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, noticeTexts.id)
    .refine((id) => id !== RESERVED, noticeTexts.reserved(RESERVED));
}

/** `5.1.0` */
export function versionText() {
  return z.string().regex(/^\d{1,9}(\.\d{1,9}){1,3}$/, noticeTexts.version);
}

/** The words in braces that are none of `datePlaceholders`. */
function unknownPlaceholders(text: string): readonly string[] {
  const known: ReadonlySet<string> = new Set(datePlaceholders);
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '').filter((name) => !known.has(name));
}

/** What every format has: whom to call, questions and answers, entries of the guide. */
export function commonFields() {
  const text = writtenText();
  const textWithDates = text.refine((words) => unknownPlaceholders(words).length === 0, {
    error: ({ input }) => noticeTexts.placeholder(unknownPlaceholders(String(input)), datePlaceholders),
  });
  return {
    contacts: z
      .array(z.strictObject({ name: text, phone: text, hours: openingHoursSchema, hoursNote: z.string().nullable() }))
      .min(1),
    /** `{nextNight}` and its like become dates, see `withDates`. */
    faq: z.array(z.strictObject({ question: textWithDates, answer: textWithDates })),
    guide: z.array(guideEntrySchema),
  };
}
