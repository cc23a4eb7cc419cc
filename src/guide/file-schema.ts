import { z } from 'zod';
import { parseInput } from '../domain/input-error.ts';
import { guideFileTexts } from './guide-file.ja.ts';
import { guideEntrySchema, type GuideEntry } from '../domain/notice/schema.ts';

/** A file of guide entries that a support company or a clinic adds: one with the id of a known entry takes its place. */
export const guideFileSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    entries: z.array(guideEntrySchema),
  })
  .superRefine(({ entries }, context) => {
    const ids = entries.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) === index) continue;
      context.addIssue({
        code: 'custom',
        path: ['entries', index, 'id'],
        message: guideFileTexts.repeated(id),
      });
    }
  });

/** Reads guide entries from the text of a file. Throws InputError naming file, line, field and reason. */
export function parseGuideFile(text: string, fileName: string): readonly GuideEntry[] {
  const input = { code: 'bad-guide', file: fileName, remedy: guideFileTexts.remedy };
  return parseInput(guideFileSchema, text, input).entries;
}
