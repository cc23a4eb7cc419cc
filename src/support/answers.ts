import * as z from 'zod';
import { checkIds, ruleIds, stepIds } from '../domain/facts.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { ANSWER_FORMAT, errorDocumentSchema, verdicts } from '../formats/answer-schema.ts';
import { bundleList } from './bundle.ts';
import { componentAt } from './code.ts';
import type { CodeFacts } from './code-numbers.ts';

/** The answer of `code --json`: what the code says. What it does not say is null. */
export const codeDocumentSchema = z.strictObject({
  formatVersion: z.literal(ANSWER_FORMAT),
  /** As it was typed. */
  code: z.string().min(1),
  verdict: z.enum(verdicts),
  step: z.enum(stepIds),
  /** For `fix-first`: the check to mend first. */
  check: z.enum(checkIds).nullable(),
  /** The rule that decided. */
  rule: z.enum(ruleIds),
  /** The component that the notice is about: its place, from 1 (16: there or behind), its name where it is known. */
  component: z.strictObject({ place: z.int().positive(), name: z.string().min(1).nullable() }),
  /** `other`: there is a version that no code can tell. */
  installed: z.strictObject({ type: z.enum(['version', 'unknown', 'other']), version: z.string().nullable() }),
  /** The first five hex digits of the hash of the journal's last line. */
  head: z.string().nullable(),
});

/** Everything that `code --json` can put on stdout. */
export const codeAnswerSchema = z.union([codeDocumentSchema, errorDocumentSchema]);

/** What a code says as one document. `notice`: its notice, where that is known. */
export function codeDocument(
  code: string,
  { verdict, step, check, rule, component, installed, head }: CodeFacts,
  notice: Notice | null,
): z.infer<typeof codeDocumentSchema> {
  return {
    formatVersion: ANSWER_FORMAT,
    code,
    verdict,
    step,
    check,
    rule,
    component: { place: component + 1, name: componentAt(component, notice) },
    installed: { type: installed.type, version: installed.type === 'version' ? installed.version : null },
    head,
  };
}

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
