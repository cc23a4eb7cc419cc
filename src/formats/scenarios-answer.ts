import * as z from 'zod';
import { ANSWER_FORMAT, errorDocumentSchema } from './answer-schema.ts';

const text = z.string().min(1);

/** The answer of `scenarios --json`: the built-in practice terminals, by name. */
export const scenariosDocumentSchema = z.strictObject({
  formatVersion: z.literal(ANSWER_FORMAT),
  scenarios: z.array(z.strictObject({ name: text, title: text })),
});

/** Everything that `scenarios --json` can put on stdout. */
export const scenariosAnswerSchema = z.union([scenariosDocumentSchema, errorDocumentSchema]);

/** The practice terminals as one document. */
export function scenariosDocument(
  scenarios: readonly { readonly name: string; readonly title: string }[],
): z.infer<typeof scenariosDocumentSchema> {
  return { formatVersion: ANSWER_FORMAT, scenarios: scenarios.map(({ name, title }) => ({ name, title })) };
}
