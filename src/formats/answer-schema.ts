import { z } from 'zod';
import { checkIds, componentIds, stepIds } from '../core/facts.ts';
import type { Json } from '../core/facts.ts';

/** The version of both documents: a larger last number only adds fields, a larger first one changes their meaning. */
export const ANSWER_FORMAT = '1.0';

const formatVersion = z.literal(ANSWER_FORMAT);
const time = z.iso.datetime({ offset: true });
const date = z.iso.date();
const version = z.string().regex(/^\d+(\.\d+){1,3}$/);

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

const nextStep = z.strictObject({
  id: z.enum(stepIds),
  title: z.string().min(1),
  reason: z.string().min(1),
  check: z.enum(checkIds).nullable(),
  night: date.nullable(),
  alternative: z.literal('leave-on-overnight').nullable(),
});

/** A source whose path is known. One that is not there, or that cannot be read, is listed without a version. */
const witness = z.strictObject({
  source: z.enum(['delivery-record', 'version-info', 'operator']),
  raw: z.string().nullable(),
  version: version.nullable(),
  path: z.string().nullable(),
  changedAt: time.nullable(),
});

const component = z.strictObject({
  id: z.enum(componentIds),
  status: z.enum(['ok', 'outdated', 'disagree', 'unknown', 'not-required']),
  installed: version.nullable(),
  required: version.nullable(),
  witnesses: z.array(witness),
});

const check = z.strictObject({
  id: z.enum(checkIds),
  status: z.enum(['ok', 'warn', 'fail', 'unknown', 'skipped']),
  summary: z.string().min(1),
  remedy: z.string().nullable(),
  guideId: z.string().nullable(),
  durationMs: z.int().min(0),
  evidence: z.record(z.string(), json),
});

/** The answer of `check --json`. Times carry their offset; what could not be told is null. */
export const answerSchema = z.strictObject({
  formatVersion,
  consoleVersion: z.string().min(1),
  generatedAt: time,
  simulated: z.boolean(),
  clinic: z.strictObject({ id: z.string().nullable() }),
  terminal: z.strictObject({ name: z.string().nullable(), os: z.string().nullable() }),
  session: z.strictObject({ remote: z.boolean().nullable(), locked: z.boolean().nullable() }),
  notice: z.strictObject({
    id: z.string().min(1),
    target: z.strictObject({ component: z.enum(componentIds), version }),
  }),
  verdict: z.enum(['current', 'action-needed', 'failed', 'unknown']),
  nextStep,
  components: z.array(component),
  checks: z.array(check),
  restart: z.strictObject({
    required: z.boolean(),
    reasons: z.array(z.string().min(1)),
    bootedAt: time.nullable(),
    lastBootKind: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']),
  }),
  delivery: z.strictObject({
    phase: z.enum(['before', 'night', 'excluded-night', 'day', 'all-day']),
    nextNight: date.nullable(),
    lastNight: date,
    allDayFrom: date,
    lastTaskRun: time.nullable(),
  }),
  journal: z.strictObject({
    state: z.enum(['intact', 'torn', 'changed', 'unsealed', 'absent']),
    line: z.int().positive().nullable(),
    entries: z.int().min(0),
  }),
});
export type Answer = z.infer<typeof answerSchema>;

/** What stands in its place when the run ends with exit code 64 or 70. */
export const errorDocumentSchema = z.strictObject({
  formatVersion,
  consoleVersion: z.string().min(1),
  generatedAt: time,
  error: z.strictObject({
    code: z.string().min(1),
    message: z.string(),
    where: z.string().nullable(),
    remedy: z.string().nullable(),
  }),
});
export type ErrorDocument = z.infer<typeof errorDocumentSchema>;

/** Everything that `check --json` can put on stdout. */
export const checkDocumentSchema = z.union([answerSchema, errorDocumentSchema]);
