import * as z from 'zod';
import type { Found } from '../guide/search.ts';
import { ANSWER_FORMAT, errorDocumentSchema } from './answer-schema.ts';

const text = z.string().min(1);

/** The answer of `guide --json`: what the search finds, best first; `fallback` where nothing fits well. */
export const guideDocumentSchema = z.strictObject({
  formatVersion: z.literal(ANSWER_FORMAT),
  query: z.string(),
  hits: z.array(z.strictObject({ id: text, title: text, score: z.number().min(0).max(1) })),
  fallback: z.strictObject({ id: text, title: text, do: z.array(text), call: text }).nullable(),
});

/** Everything that `guide --json` can put on stdout. */
export const guideAnswerSchema = z.union([guideDocumentSchema, errorDocumentSchema]);

/** What was found as one document. */
export function guideDocument(query: string, { hits, fallback }: Found): z.infer<typeof guideDocumentSchema> {
  return {
    formatVersion: ANSWER_FORMAT,
    query,
    hits: hits.map(({ id, title, score }) => ({ id, title, score })),
    fallback: fallback && { id: fallback.id, title: fallback.title, do: fallback.do, call: fallback.call },
  };
}
