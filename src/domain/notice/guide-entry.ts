import { z } from 'zod';
import { wrongKind } from '../input-error.ts';
import { guideEntryTexts as texts } from './guide-entry.ja.ts';

const anyText = z.string(wrongKind(texts.text));
const list = wrongKind(texts.list);
const text = anyText.min(1, texts.empty);

/** One entry of the error guide, in the order in which it is read: what you see, why, do this, then call. */
export const guideEntrySchema = z.strictObject({
  id: anyText.regex(/^[a-z0-9][a-z0-9-]*$/, texts.id).describe(texts.fields.id),
  title: text.describe(texts.fields.title),
  /** What is seen on the reader and on the PC, one sighting a row. */
  see: z.array(text, list).min(1, texts.oneRow).describe(texts.fields.see),
  why: text.describe(texts.fields.why),
  /** One instruction a row, in order. */
  do: z.array(text, list).min(1, texts.oneRow).describe(texts.fields.do),
  /** Whom to call when that did not help. */
  call: text.describe(texts.fields.call),
  /** Further words to find it by: codes, kana. */
  words: z.array(anyText, list).describe(texts.fields.words),
});
export type GuideEntry = z.infer<typeof guideEntrySchema>;
