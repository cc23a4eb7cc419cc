import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { componentIds } from '../facts.ts';
import { DAY } from '../time.ts';
import { datePlaceholders, unknownPlaceholders } from './placeholders.ts';
import { guideEntrySchema } from './guide-entry.ts';
import { isJapan } from './zone.ts';

const date = z.iso.date();
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM で書いてください(例 20:00)');
const version = z.string().regex(/^\d{1,9}(\.\d{1,9}){1,3}$/, '数字を点で区切って書いてください(例 5.1.0)');

const textWithDates = z
  .string()
  .min(1)
  .refine((text) => unknownPlaceholders(text).length === 0, {
    error: ({ input }) =>
      `知らない差し込みです: ${unknownPlaceholders(String(input)).join(', ')}(使えるもの: ${datePlaceholders.join(', ')})`,
  });

/** Opening hours of a desk: one row a group of weekdays, `0` is Sunday; closed on what is not listed. */
export const openingHoursSchema = z.array(
  z.strictObject({
    weekdays: z.array(z.int().min(0).max(6)).min(1),
    from: timeOfDay,
    to: timeOfDay,
  }),
);
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** A notice of a version-up as data: what must be reached, when it is delivered, how it is reported, whom to call. */
export const noticeSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, '英小文字、数字、ハイフンで書いてください'),
    title: z.string().min(1),
    target: z.strictObject({ component: z.enum(componentIds), version }),
    delivery: z.strictObject({
      timeZone: z.string().refine(isTimeZone, '知らない時間帯です(例 Asia/Tokyo)'),
      firstNight: date,
      lastNight: date,
      excludedNights: z.array(date),
      from: timeOfDay,
      to: timeOfDay,
      allDayFrom: date,
    }),
    report: z.strictObject({
      identificationNumber: z.string().regex(/^\d+$/, '数字だけで書いてください'),
      /** The way to the form, one step a row. */
      formPath: z.array(z.string().min(1)).min(1),
      fields: z
        .array(
          z.strictObject({
            id: z.enum(['identification-number', 'completed-on', 'clinic-name', 'phone']),
            label: z.string().min(1),
            required: z.boolean(),
            hint: z.string().nullable(),
            /** The notice's own sample, which must never be sent as it stands. */
            sample: z.string().nullable(),
          }),
        )
        .min(1),
    }),
    contacts: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          phone: z.string().min(1),
          hours: openingHoursSchema,
          hoursNote: z.string().nullable(),
        }),
      )
      .min(1),
    /** Questions and answers; `{nextNight}` and its like become dates, see own-dates.ts. */
    faq: z.array(z.strictObject({ question: textWithDates, answer: textWithDates })),
    guide: z.array(guideEntrySchema),
  })
  .superRefine((notice, context) => {
    for (const { path, message } of problemsOf(notice)) context.addIssue({ code: 'custom', path, message });
  });
export type Notice = z.infer<typeof noticeSchema>;

/** A calendar longer than this is a slip of the pen in a year. */
const MAX_NIGHTS = 366;

interface Problem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What no single field shows: whether the dates fit each other, and whether each id stands once. */
function problemsOf(notice: {
  readonly delivery: Notice['delivery'];
  readonly report: Notice['report'];
  readonly guide: Notice['guide'];
}): Problem[] {
  return [
    ...calendarProblems(notice.delivery),
    ...repeatedIds(notice.report.fields, ['report', 'fields']),
    ...repeatedIds(notice.guide, ['guide']),
  ];
}

function calendarProblems(delivery: Notice['delivery']): Problem[] {
  const { firstNight, lastNight, excludedNights, allDayFrom } = delivery;
  if (lastNight < firstNight) {
    return [{ path: ['delivery', 'lastNight'], message: '最初の夜(firstNight)より前の日付です' }];
  }
  const count = Math.round((Date.parse(lastNight) - Date.parse(firstNight)) / DAY) + 1;
  if (count > MAX_NIGHTS) {
    const message = `夜が ${String(count)} あります。${String(MAX_NIGHTS)} までにしてください`;
    return [{ path: ['delivery', 'lastNight'], message }];
  }
  const problems = excludedNights.flatMap((night, index) =>
    night < firstNight || night > lastNight
      ? [{ path: ['delivery', 'excludedNights', index], message: '配信期間の外の日付です' }]
      : [],
  );
  if (problems.length === 0 && new Set(excludedNights).size === count) {
    problems.push({ path: ['delivery', 'excludedNights'], message: '配信のある夜が一つもありません' });
  }
  if (allDayFrom <= lastNight) {
    problems.push({
      path: ['delivery', 'allDayFrom'],
      message: '最後の夜(lastNight)より後の日付にしてください',
    });
  }
  return problems;
}

function repeatedIds(rows: readonly { readonly id: string }[], path: readonly string[]): Problem[] {
  const ids = rows.map((row) => row.id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [...path, index, 'id'], message: `「${id}」が二度出ています` }] : [],
  );
}

/** A zone must be known to both that read it: Intl alone accepts `JST`, Temporal alone accepts a whole timestamp. */
function isTimeZone(name: string): boolean {
  if (isJapan(name)) return true;
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' &&
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== ''
    );
  } catch {
    return false;
  }
}
