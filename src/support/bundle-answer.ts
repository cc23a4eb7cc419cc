import * as z from 'zod';
import { ANSWER_FORMAT, errorDocumentSchema } from '../formats/answer-schema.ts';
import { bundleList } from './bundle.ts';

const text = z.string().min(1);

/** The answer of `bundle --json`: where the bundle is, and what it holds. */
export const bundleDocumentSchema = z.strictObject({
  formatVersion: z.literal(ANSWER_FORMAT),
  /** The ZIP that was written; null with `--preview`. */
  path: text.nullable(),
  /** Whether the clinic's name and number are in it. */
  withClinic: z.boolean(),
  files: z.array(z.strictObject({ name: text, text })),
});

/** Everything that `bundle --json` can put on stdout. */
export const bundleAnswerSchema = z.union([bundleDocumentSchema, errorDocumentSchema]);

/** A bundle as one document; `path` null: it was not made. */
export function bundleDocument(path: string | null, withClinic: boolean): z.infer<typeof bundleDocumentSchema> {
  return {
    formatVersion: ANSWER_FORMAT,
    path,
    withClinic,
    files: bundleList(withClinic).map(({ name, words }) => ({ name, text: words })),
  };
}
