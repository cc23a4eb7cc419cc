import * as z from 'zod';
import { componentIds } from '../facts.ts';
import { DAY } from '../time.ts';
import { parseInput, wrongKind } from '../input-error.ts';
import { guideEntryTexts as texts } from './notice.ja.ts';
import { reportFieldIds } from './report-fields.ts';
import { datePlaceholders, PLACEHOLDER } from './placeholders.ts';
import { isTimeZone } from './zone.ts';

/** One entry of the error guide, in the order in which it is read: what you see, why, do this, then call. */
export const guideEntrySchema = z.lazy(() => {
  const anyText = z.string(wrongKind(texts.text));
  const list = wrongKind(texts.list);
  const text = anyText.min(1, texts.empty);

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

/** The words in braces that are none of `datePlaceholders`. */
function unknownPlaceholders(text: string): readonly string[] {
  const known: ReadonlySet<string> = new Set(datePlaceholders);
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '').filter((name) => !known.has(name));
}

function timeOfDay() {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM で書いてください(例 20:00)');
}

/** Opening hours of a desk: one row a group of weekdays, `0` is Sunday; closed on what is not listed. */
export const openingHoursSchema = z.lazy(() => {
  const time = timeOfDay();
  return z.array(z.strictObject({ weekdays: z.array(z.int().min(0).max(6)).min(1), from: time, to: time }));
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** A notice of a version-up as data: what must be reached, when it is delivered, how it is reported, whom to call. Made when a file is read. */
export const noticeSchema = z.lazy(() => {
  const date = z.iso.date();
  const version = z.string().regex(/^\d{1,9}(\.\d{1,9}){1,3}$/, '数字を点で区切って書いてください(例 5.1.0)');

  const textWithDates = z
    .string()
    .min(1)
    .refine((text) => unknownPlaceholders(text).length === 0, {
      error: ({ input }) =>
        `知らない差し込みです: ${unknownPlaceholders(String(input)).join(', ')}(使えるもの: ${datePlaceholders.join(', ')})`,
    });

  const time = timeOfDay();
  return z
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
        from: time,
        to: time,
        allDayFrom: date,
      }),
      report: z.strictObject({
        identificationNumber: z.string().regex(/^\d+$/, '数字だけで書いてください'),
        /** The way to the form, one step a row. */
        formPath: z.array(z.string().min(1)).min(1),
        fields: z
          .array(
            z.strictObject({
              id: z.enum(reportFieldIds),
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
      /** Questions and answers; `{nextNight}` and its like become dates, see `withDates`. */
      faq: z.array(z.strictObject({ question: textWithDates, answer: textWithDates })),
      guide: z.array(guideEntrySchema),
    })
    .superRefine((notice, context) => {
      for (const { path, message } of problemsOf(notice)) context.addIssue({ code: 'custom', path, message });
    });
});
export type Notice = z.infer<typeof noticeSchema>;

/** A calendar longer than this is a slip of the pen in a year. */
const MAX_NIGHTS = 366;

interface Problem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What no single field shows: whether the dates fit each other, and whether each id stands once. */
function problemsOf(notice: Pick<Notice, 'delivery' | 'report' | 'guide'>): Problem[] {
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
    problems.push({ path: ['delivery', 'allDayFrom'], message: '最後の夜(lastNight)より後の日付にしてください' });
  }
  return problems;
}

function repeatedIds(rows: readonly { readonly id: string }[], path: readonly string[]): Problem[] {
  const ids = rows.map((row) => row.id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [...path, index, 'id'], message: `「${id}」が二度出ています` }] : [],
  );
}

/** Reads a notice from the text of a file. Throws InputError naming the file, the field and the reason. */
export function parseNotice(text: string, fileName: string): Notice {
  const input = {
    code: 'bad-notice',
    file: fileName,
    remedy: 'ファイルを直すか、別のお知らせを --notice で指定してください。',
  };
  return parseInput(noticeSchema, text, input);
}
