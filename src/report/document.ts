import * as z from 'zod';
import { toIso, type Instant } from '../domain/time.ts';
import { ANSWER_FORMAT, errorDocumentSchema } from '../formats/answer-schema.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { reasonIds, type Report } from './report.ts';

const time = z.iso.datetime({ offset: true });
const fieldId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

/** The answer of `report --json`. Times carry their offset; what is not known is null. */
export const reportDocumentSchema = z.strictObject({
  formatVersion: z.literal(ANSWER_FORMAT),
  consoleVersion: z.string().min(1),
  generatedAt: time,
  notice: z.strictObject({ id: z.string().min(1), title: z.string().min(1) }),
  /** Whether nothing stands in the way of sending it. */
  ready: z.boolean(),
  reasons: z.array(z.strictObject({ id: z.enum(reasonIds), field: fieldId.nullable(), text: z.string().min(1) })),
  /** When it was last recorded as sent; `elsewhere`: from another terminal of the clinic. */
  sent: z.strictObject({ at: time, elsewhere: z.boolean() }).nullable(),
  /** Those in use; `done` null: how many of them was not said. */
  terminals: z
    .strictObject({
      count: z.int().positive(),
      allDone: z.boolean(),
      done: z.int().min(0).nullable(),
      spare: z.int().min(0),
      at: time,
    })
    .nullable(),
  fields: z.array(
    z.strictObject({
      id: fieldId,
      label: z.string().min(1),
      hint: z.string().nullable(),
      required: z.boolean(),
      value: z.string().nullable(),
      valid: z.boolean(),
      problem: z.string().nullable(),
      warning: z.string().nullable(),
    }),
  ),
  formPath: z.array(z.string().min(1)),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;

/** Everything that `report --json` can put on stdout. */
export const reportAnswerSchema = z.union([reportDocumentSchema, errorDocumentSchema]);

/** The report as one document. */
export function reportDocument(
  report: Report,
  run: {
    readonly notice: Pick<Notice, 'id' | 'title'>;
    readonly consoleVersion: string;
    readonly now: Instant;
    readonly offsetMinutes: number;
  },
): ReportDocument {
  const iso = (at: Instant): string => toIso(at, run.offsetMinutes);
  const { sent, terminals } = report;
  return {
    formatVersion: ANSWER_FORMAT,
    consoleVersion: run.consoleVersion,
    generatedAt: iso(run.now),
    notice: { id: run.notice.id, title: run.notice.title },
    ready: report.reasons.length === 0,
    reasons: report.reasons.map(({ id, field, text }) => ({ id, field, text })),
    sent: sent && { at: iso(sent.at), elsewhere: sent.elsewhere },
    terminals: terminals && { ...terminals, at: iso(terminals.at) },
    fields: report.fields.map(({ id, label, hint, required, value, problem, warning }) => ({
      id,
      label,
      hint,
      required,
      value: value === '' ? null : value,
      valid: problem === null,
      problem,
      warning,
    })),
    formPath: [...report.formPath],
  };
}
