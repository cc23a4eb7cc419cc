import * as z from 'zod';
import type { Options } from './options.ts';
import { InputError } from '../domain/fault.ts';
import { checkIds } from '../domain/facts.ts';
import { checkNames } from '../domain/names.ja.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';

/** Longer than any single check may take by default. */
const DEFAULT_SECONDS = 60;
/**
 * A plugin "has a very limited runtime, typically 10 seconds" (Monitoring Plugins Development Guidelines, section 5):
 * its caller ends it soon after. All checks run side by side and each within 5 seconds unless the settings say more, so
 * it is enough.
 */
const PLUGIN_SECONDS = 10;

/** How long `check` may take, in seconds. */
export function limitSeconds(options: Pick<Options, 'timeout' | 'nagios'>): number {
  return options.timeout ?? (options.nagios === true ? PLUGIN_SECONDS : DEFAULT_SECONDS);
}

/** What `check` is at: what a run that does not end in time is asked for. */
const stageSchema = z.union([
  z.strictObject({ stage: z.literal('opening') }),
  /** With the checks that have not given their result yet. */
  z.strictObject({ stage: z.literal('reading'), outstanding: z.array(z.enum(checkIds)) }),
  z.strictObject({ stage: z.literal('writing') }),
]);
export type Stage = z.infer<typeof stageSchema>;

/** The time of `check` is up: the error says what it was at, by the last stage that was reported. */
export function timedOut(seconds: number, reported: unknown): InputError {
  return new InputError({
    code: 'timed-out',
    message: monitoringTexts.timedOut(seconds, stageText(reported)),
    where: 'oqs-console check',
    remedy: monitoringTexts.timedOutRemedy,
  });
}

/** The last stage that was reported, for people. */
export function stageText(reported: unknown): string {
  const { stages } = monitoringTexts;
  const read = stageSchema.safeParse(reported);
  if (!read.success) return stages.starting;
  if (read.data.stage !== 'reading') return stages[read.data.stage];
  const { outstanding } = read.data;
  return outstanding.length === 0 ? stages.deciding : stages.reading(outstanding.map((id) => checkNames[id]));
}
