import { z } from 'zod';
import { checkIds } from '../domain/facts.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';
import { checkNames } from '../domain/names.ja.ts';

/** What `check` is at: what a run that does not end in time is asked for. */
const stageSchema = z.union([
  z.strictObject({ stage: z.literal('opening') }),
  /** With the checks that have not given their result yet. */
  z.strictObject({ stage: z.literal('reading'), outstanding: z.array(z.enum(checkIds)) }),
  z.strictObject({ stage: z.literal('writing') }),
]);
export type Stage = z.infer<typeof stageSchema>;

/** The last stage that was reported, for people. */
export function stageText(reported: unknown): string {
  const { stages } = monitoringTexts;
  const read = stageSchema.safeParse(reported);
  if (!read.success) return stages.starting;
  if (read.data.stage !== 'reading') return stages[read.data.stage];
  const { outstanding } = read.data;
  return outstanding.length === 0 ? stages.deciding : stages.reading(outstanding.map((id) => checkNames[id]));
}
