import * as z from 'zod';
import { checkIds, stepIds, witnessStates, type Json } from '../domain/facts.ts';

/** The version of both documents: a larger last number only adds fields, a larger first one changes their meaning. */
export const ANSWER_FORMAT = '1.1';

/** What `verdict` may be. */
export const verdicts = ['current', 'action-needed', 'failed', 'unknown'] as const;
/** What the state of a journal may be. */
export const journalStates = ['intact', 'torn', 'changed', 'unsealed', 'absent'] as const;

export const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
);

/** What both documents begin with. */
function heading() {
  return {
    formatVersion: z.literal(ANSWER_FORMAT),
    consoleVersion: z.string().min(1),
    generatedAt: z.iso.datetime({ offset: true }),
  };
}

/**
 * The answer of `check --json`. Times carry their offset; what could not be told is null. Made when a document is read.
 */
export const answerSchema = z.lazy(() => {
  const time = z.iso.datetime({ offset: true });
  const date = z.iso.date();
  const version = z.string().regex(/^\d+(\.\d+){1,3}$/);

  const componentId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
  const target = z.strictObject({ component: componentId, version });

  /** What is under way: since when, and when it ends where that is known. */
  const progress = z.strictObject({
    what: z.enum(['download', 'restart']),
    since: time,
    dueAt: time.nullable(),
  });

  const nextStep = z.strictObject({
    id: z.enum(stepIds),
    title: z.string().min(1),
    reason: z.string().min(1),
    check: z.enum(checkIds).nullable(),
    night: date.nullable(),
    alternative: z.literal('leave-on-overnight').nullable(),
    /** Whether it is on record that the terminal is left on for `night`. */
    prepared: z.boolean(),
    progress: progress.nullable(),
  });

  /** A source whose path is known. One that is not there, or that cannot be read, is listed without a version. */
  const witness = z.strictObject({
    source: z.enum(['delivery-record', 'version-info', 'operator']),
    state: z.enum(witnessStates),
    raw: z.string().nullable(),
    version: version.nullable(),
    path: z.string().nullable(),
    changedAt: time.nullable(),
  });

  const component = z.strictObject({
    id: componentId,
    /** Of a component that the notice brings with it: what it is called. */
    name: z.string().min(1).optional(),
    status: z.enum(['ok', 'outdated', 'disagree', 'unknown', 'not-required']),
    installed: version.nullable(),
    required: version.nullable(),
    /** Where this reading has no installed version: the last one that is on record. */
    lastKnown: z.strictObject({ version, at: time }).nullable(),
    witnesses: z.array(witness),
  });

  const check = z.strictObject({
    id: z.enum(checkIds),
    status: z.enum(['ok', 'warn', 'fail', 'unknown', 'skipped']),
    summary: z.string().min(1),
    remedy: z.string().nullable(),
    guideId: z.string().nullable(),
    durationMs: z.int().min(0),
    evidence: z.record(z.string(), jsonSchema),
  });

  return z.strictObject({
    ...heading(),
    simulated: z.boolean(),
    clinic: z.strictObject({ id: z.string().nullable() }),
    terminal: z.strictObject({ name: z.string().nullable(), os: z.string().nullable() }),
    session: z.strictObject({ remote: z.boolean().nullable(), locked: z.boolean().nullable() }),
    notice: z.strictObject({
      id: z.string().min(1),
      /** The first of `targets`. */
      target,
      targets: z.array(target).min(1),
      /** The file that it was read from; null for the built-in one. */
      file: z.string().nullable(),
      deadline: date.nullable(),
      /** The ids of other notices that are open on this terminal. */
      others: z.array(z.string()),
    }),
    /** Files of the site's that are there and cannot be used. */
    problems: z.array(z.strictObject({ file: z.string(), reason: z.string().min(1) })),
    verdict: z.enum(verdicts),
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
      phase: z.enum(['before', 'night', 'excluded-night', 'day', 'all-day', 'none']),
      nextNight: date.nullable(),
      lastNight: date.nullable(),
      allDayFrom: date.nullable(),
      lastTaskRun: time.nullable(),
    }),
    journal: z.strictObject({
      state: z.enum(journalStates),
      line: z.int().positive().nullable(),
      entries: z.int().min(0),
      /** Number and hash of the last line; null in an empty journal. */
      head: z.strictObject({ seq: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
    }),
  });
});
export type Answer = z.infer<typeof answerSchema>;

/** What stands in its place when the run ends with exit code 64 or 70. */
export const errorDocumentSchema = z.lazy(() =>
  z.strictObject({
    ...heading(),
    error: z.strictObject({
      code: z.string().min(1),
      message: z.string(),
      where: z.string().nullable(),
      remedy: z.string().nullable(),
    }),
  }),
);
export type ErrorDocument = z.infer<typeof errorDocumentSchema>;

/** Everything that `check --json` can put on stdout. */
export const checkDocumentSchema = z.union([answerSchema, errorDocumentSchema]);
