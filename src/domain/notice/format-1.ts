import * as z from 'zod';
import { componentIds } from '../facts.ts';
import { noticeTexts } from './notice.ja.ts';
import { nightFields } from './format-2.ts';
import { commonFields, dateText, idText, versionText, writtenText } from './parts.ts';
import { format1Fields } from './notice.ts';

/** The first format, of January 2026. It is read for ever; new notices are written in format 2. */
export function format1File() {
  return z.strictObject({
    formatVersion: z.literal(1),
    id: idText(),
    title: writtenText(),
    target: z.strictObject({ component: z.enum(componentIds), version: versionText() }),
    delivery: z.strictObject({ ...nightFields(), allDayFrom: dateText() }),
    report: z.strictObject({
      identificationNumber: z.string().regex(/^\d+$/, noticeTexts.digits),
      /** The way to the form, one step a row. */
      formPath: z.array(writtenText()).min(1),
      fields: z
        .array(
          z.strictObject({
            id: z.enum(format1Fields),
            label: writtenText(),
            required: z.boolean(),
            hint: z.string().nullable(),
            /** The notice's own sample, which must never be sent as it stands. */
            sample: z.string().nullable(),
          }),
        )
        .min(1),
    }),
    ...commonFields(),
  });
}
export type Format1 = z.infer<ReturnType<typeof format1File>>;
