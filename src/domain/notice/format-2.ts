import * as z from 'zod';
import { whoseFieldsFit } from '../fitting.ts';
import { wrongKind } from '../input-error.ts';
import { noticeTexts } from './notice.ja.ts';
import { fieldKinds, type Notice } from './notice.ts';
import { commonFields, dateText, idText, timeOfDay, versionText, writtenText } from './parts.ts';
import { noticeProblems } from './problems.ts';
import { isTimeZone } from './zone.ts';

/** The nights of a delivery, as every format has them. */
export function nightFields() {
  const [date, time] = [dateText(), timeOfDay()];
  return {
    timeZone: z.string().refine(isTimeZone, noticeTexts.timeZone),
    firstNight: date,
    lastNight: date,
    excludedNights: z.array(date),
    from: time,
    to: time,
  };
}

function fileSchema() {
  const text = writtenText();
  /** It must have a letter in it, which `problems.ts` sees to. */
  const name = z.string().min(1);
  const date = dateText();
  const localTime = z.iso
    .datetime({ local: true, precision: -1, ...wrongKind(noticeTexts.localTime) })
    // Zod takes that, too; the zone is the delivery's.
    .refine((time) => !time.endsWith('Z'), noticeTexts.localTime);
  return z.strictObject({
    formatVersion: z.literal(2, wrongKind(noticeTexts.formatVersion)),
    id: idText(),
    title: text,
    components: z
      .array(
        z.strictObject({
          id: idText(),
          name,
          versionInfo: z
            .string()
            .regex(/^[A-Za-z]:[\\/][^\0\r\n]+$/, noticeTexts.path)
            .nullable(),
          recordNames: z.array(name),
        }),
      )
      .optional(),
    targets: z.array(z.strictObject({ component: idText(), version: versionText() })).min(1, noticeTexts.noTarget),
    delivery: z
      .strictObject({
        ...nightFields(),
        holes: z.array(z.strictObject({ from: localTime, to: localTime })).optional(),
        allDayFrom: date.nullable(),
      })
      .nullable(),
    by: z.enum(['tool', 'hand']),
    steps: z.array(text),
    restart: z.boolean(),
    deadline: date.nullable(),
    report: z
      .strictObject({
        number: text.nullable(),
        formPath: z.array(text).min(1),
        fields: z
          .array(
            z.strictObject({
              id: idText(),
              label: text,
              kind: z.enum(fieldKinds),
              length: z.int().min(1).max(40).nullable(),
              required: z.boolean(),
              hint: z.string().nullable(),
              sample: z.string().nullable(),
            }),
          )
          .min(1),
      })
      .nullable(),
    ...commonFields(),
  });
}
export type Format2 = z.infer<ReturnType<typeof fileSchema>>;

/** The format of new notices. `components` and `holes` may be left out; what there is none of is null or []. */
export const format2Schema = z.lazy(() =>
  // A deadline that is not written is the last night's matter.
  whoseFieldsFit(fileSchema(), (file, reads) =>
    noticeProblems({ ...fromFormat2(file), deadline: file.deadline }, reads),
  ),
);

/** The same notice as the program works with it. */
export function fromFormat2(file: Format2): Notice {
  const { formatVersion: _, components = [], delivery, deadline, ...same } = file;
  return {
    ...same,
    components,
    delivery: delivery && { ...delivery, holes: delivery.holes ?? [] },
    deadline: deadline ?? delivery?.lastNight ?? null,
  };
}
