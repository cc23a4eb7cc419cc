import * as z from 'zod';
import { dayAfter, fromIso, type Instant } from '../domain/time.ts';

/**
 * The documents of `check --json` as the desk reads them: only the fields that it needs, and no more of them than it
 * needs. A larger last number of the format only adds fields, so unknown fields, ids and words are let through.
 */
export const SUPPORTED = /^1\.\d+$/;

const time = z.string().transform((text, context) => {
  const at = fromIso(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', input: text });
  return z.NEVER;
});
const text = z.string();
const maybe = text.nullish().transform((value) => value ?? null);
/** A time that only informs: one that cannot be read is not known. */
const someTime = text.nullish().transform((value) => (typeof value === 'string' ? fromIso(value) : null));

/** What may be left out: then there are none. */
const list = <Each extends z.ZodType>(each: Each) =>
  z
    .array(each)
    .optional()
    .transform((value) => value ?? []);

export const formatSchema = z.object({ formatVersion: text });

export const errorSchema = z.object({
  generatedAt: time,
  error: z.object({ code: text, message: text, where: maybe, remedy: maybe }),
});

const component = { id: text, name: maybe, status: text, installed: maybe, required: maybe };

/** What the lists show. */
export const answerSchema = z.object({
  formatVersion: text,
  generatedAt: time,
  clinic: z.object({ id: maybe }).optional(),
  terminal: z.object({ name: maybe }).optional(),
  simulated: z.boolean().optional(),
  notice: z
    .object({
      id: maybe,
      target: z.object({ component: text, version: maybe }),
      targets: z
        .array(z.object({ component: text, version: maybe }))
        .min(1)
        .optional(),
      file: maybe,
      deadline: text.nullish(),
      others: list(text),
    })
    .optional(),
  verdict: text,
  nextStep: z.object({ id: text, title: text, reason: text, check: maybe }),
  components: list(
    z.object({
      ...component,
      // Each transform costs: of all that is read of an answer these are the most.
      witnesses: list(z.object({ source: text, state: text.nullish(), raw: text.nullish(), version: text.nullish() })),
    }),
  ),
  checks: list(z.object({ id: text, status: text })),
  restart: z.object({ bootedAt: someTime }).optional(),
  delivery: z.object({ lastTaskRun: someTime, lastNight: text.nullish() }).optional(),
  journal: z
    .object({ state: text, entries: z.number(), head: z.object({ seq: z.number(), sha256: text }).nullish() })
    .optional(),
});
export type AnswerRead = z.output<typeof answerSchema>;

/** What the detail shows besides. */
export const detailSchema = answerSchema.extend({
  consoleVersion: maybe,
  terminal: z.object({ name: maybe, os: maybe }).optional(),
  components: list(
    z.object({ ...component, witnesses: list(z.object({ source: text, state: maybe, version: maybe, path: maybe })) }),
  ),
  checks: list(z.object({ id: text, status: text, summary: maybe, remedy: maybe })),
});
export type Detail = z.output<typeof detailSchema>;
export type ErrorDetail = z.output<typeof errorSchema>;

/**
 * When the notice of an answer is over; null: it has no last day, or the answer does not say. An answer tells days
 * only, in Japan: a last night belongs to the day that it begins on, and its end, which is not told, is taken to be
 * 05:00, as in every notice so far.
 */
export function deadlineOf({ notice, delivery }: Pick<AnswerRead, 'notice' | 'delivery'>): Instant | null {
  const lastNight = delivery?.lastNight ?? null;
  const day = notice?.deadline ?? lastNight;
  if (day === null || fromIso(`${day}T00:00:00+09:00`) === null) return null;
  return fromIso(`${dayAfter(day)}T${day === lastNight ? '05:00' : '00:00'}:00+09:00`);
}

/** The name of what an answer tells by its id; what this program does not know keeps the id. */
export function nameOf(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}
