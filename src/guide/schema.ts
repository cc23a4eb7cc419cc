import { z } from 'zod';

/** One entry of the error guide, in the order in which it is read: what you see, why, do this, then call. */
export const guideEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string().min(1),
  /** What is seen on the reader and on the PC, one sighting a row. */
  see: z.array(z.string().min(1)).min(1),
  why: z.string().min(1),
  /** One instruction a row, in order. */
  do: z.array(z.string().min(1)).min(1),
  /** Whom to call when that did not help. */
  call: z.string().min(1),
  /** Further words to find it by: codes, kana. */
  words: z.array(z.string()),
});
export type GuideEntry = z.infer<typeof guideEntrySchema>;
