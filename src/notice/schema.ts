import { z } from 'zod';
import { componentIds } from '../core/facts.ts';
import { guideEntrySchema } from '../guide/schema.ts';

const date = z.iso.date();
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM で書いてください(例 20:00)');
const version = z.string().regex(/^\d+(\.\d+){1,3}$/, '数字を点で区切って書いてください(例 5.1.0)');

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
    faq: z.array(z.strictObject({ question: z.string().min(1), answer: z.string().min(1) })),
    guide: z.array(guideEntrySchema),
  })
  .refine((notice) => notice.delivery.firstNight <= notice.delivery.lastNight, {
    path: ['delivery', 'lastNight'],
    error: '最初の夜(firstNight)より前の日付です',
  });
export type Notice = z.infer<typeof noticeSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
