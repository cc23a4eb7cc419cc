import { z } from 'zod';
import { downloadOutcomes, obstacles } from '../../domain/facts.ts';
import type { ToolEvent } from '../../domain/outcomes.ts';
import { jsonOf } from './ask.ts';

export const locatedSchema = z.object({
  type: z.literal('located'),
  installed: z.boolean(),
  canOpen: z.boolean().nullable(),
});
export const openedSchema = z.object({ type: z.literal('opened') });
export const recordSchema = z.object({ type: z.literal('record'), path: z.string().min(1).nullable() });
/** Instead of `opened` or `record`: why the tool could not be operated. */
export const obstacleSchema = z.object({ type: z.literal('obstacle'), obstacle: z.enum(obstacles) });

const pressEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('step'), step: z.enum(['opening', 'pressing', 'pressed']) }),
  z.object({ type: z.literal('says'), text: z.string() }),
  z.object({
    type: z.literal('finished'),
    outcome: z.enum(downloadOutcomes),
    pressed: z.boolean(),
    message: z.string().nullable(),
    // The outcome is worth more than a reason that is not known here.
    obstacle: z.enum(obstacles).optional().catch(undefined),
  }),
]);

/**
 * One line of `press download-now`. A line that is not understood is somebody's words all the same, so that nothing said is
 * lost; null where not even words are left.
 */
export function toolEventOf(line: string): ToolEvent | null {
  const event = pressEventSchema.safeParse(jsonOf(line));
  if (event.success) return event.data;
  const text = printable(line);
  return text === '' ? null : { type: 'says', text };
}

/** Without control characters, which would move the cursor instead of being seen. */
function printable(line: string): string {
  return line.replaceAll(/\p{Cc}+/gu, ' ').trim();
}
