import type { z } from 'zod';
import { ja } from 'zod/locales';
import { inputTexts as texts } from './input.ja.ts';
import { InputError } from './fault.ts';
import type { Node } from 'jsonc-parser';
import { jsonFaultIn, lineOfField, placeAt, treeIn, withoutMark } from './json-places.ts';
import { harmlessValue } from '../text/harmless.ts';

/** Whose file it is, and what to do about what is wrong with it. */
interface Input {
  readonly code: string;
  readonly file: string;
  readonly remedy: string;
}

/**
 * Turns what zod found wrong with a file into one clear message: the file, the line, the field and the reason of the
 * first problem. `where` becomes `FILE:LINE: field.name[2]`.
 */
function inputErrorFromZod(error: z.ZodError, input: Input, text: string): InputError {
  const first = error.issues[0];
  const unknown = first?.code === 'unrecognized_keys' ? first.keys : [];
  const path = first?.path ?? [];
  const field = [fieldPath(path), unknown.join(', ')].filter((part) => part !== '').join('.') || texts.whole;
  const more = error.issues.length > 1 ? texts.more(error.issues.length - 1) : '';
  const line = lineOfField(...treeIn(text), [...path, ...unknown.slice(0, 1)]);
  return new InputError({
    code: input.code,
    message: `${first?.message ?? texts.unreadable}${more}`,
    where: `${input.file}${line === null ? '' : `:${String(line)}`}: ${field}`,
    remedy: input.remedy,
  });
}

/** One thing that is wrong with a file. */
export interface FieldFault {
  /** null: it cannot be told. */
  readonly line: number | null;
  /** `targets[0].version` */
  readonly field: string;
  readonly reason: string;
}

/**
 * All that is wrong with a file of this text, in the order of its lines: what zod found, of unknown fields each by
 * itself, and the fields that stand twice in the same place, of which JSON.parse takes the last one and says nothing.
 */
export function faultsOf(error: z.ZodError | undefined, text: string): readonly FieldFault[] {
  const tree = treeIn(text);
  const faults = (error?.issues ?? []).flatMap((issue): readonly FieldFault[] => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const reason = issue.code === 'unrecognized_keys' ? texts.unknown : issue.message;
    return paths.map((path) => ({ line: lineOfField(...tree, path), field: fieldPath(path) || texts.whole, reason }));
  });
  return [...repeatedIn(...tree, []), ...faults].toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
}

/** So deep is it looked for names that stand twice: no file of ours is nested like this. */
const DEEPEST = 100;

function repeatedIn(json: string, node: Node | undefined, path: readonly PropertyKey[]): readonly FieldFault[] {
  if (path.length > DEEPEST) return [];
  const seen = new Set<unknown>();
  return (node?.children ?? []).flatMap((child, index) => {
    if (node?.type === 'array') return repeatedIn(json, child, [...path, index]);
    const [name, value] = child.children ?? [];
    const inner = [...path, String(name?.value)];
    const isAgain = seen.has(name?.value);
    seen.add(name?.value);
    const again = { line: placeAt(json, child.offset).line, field: fieldPath(inner), reason: texts.twice };
    return [...(isAgain ? [again] : []), ...repeatedIn(json, value, inner)];
  });
}

/** What becomes of each value that is read: by default nothing comes in that disturbs a reader; null: all stays. */
type Reviver = ((key: string, value: unknown) => unknown) | null;

/** Reads a file of the operator's: JSON that fits the schema. Throws InputError with file, line, field and reason. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  input: Input,
  reviver: Reviver = harmlessValue,
): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(text, input, reviver), { error: reasonFor });
  if (!parsed.success) throw inputErrorFromZod(parsed.error, input, text);
  return parsed.data;
}

/** Reads JSON text. Throws InputError with the file's name, the line, the column and the reason. */
export function parseJson(text: string, input: Input, reviver: Reviver = harmlessValue): unknown {
  const json = withoutMark(text);
  try {
    return JSON.parse(json, reviver ?? undefined);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw notJson(json, input);
    throw error;
  }
}

function notJson(json: string, { code, file, remedy }: Input): InputError {
  if (json.trim() === '') return new InputError({ code, message: texts.empty, where: file, remedy });
  const fault = jsonFaultIn(json);
  // What both readers stumble on without a place is nested too deep for one of them.
  if (!fault) return new InputError({ code, message: texts.notJson(texts.tooDeep), where: file, remedy });
  const { line, column, reason } = fault;
  return new InputError({
    code,
    message: texts.notJson(texts.atPlace(line, column, reason)),
    where: `${file}:${String(line)}:${String(column)}`,
    remedy,
  });
}

const inJapanese = ja().localeError;

/** A schema's words for a value of the wrong kind; a field that is missing is told as such. */
export function wrongKind(words: string): {
  readonly error: (issue: { readonly input?: unknown }) => string | undefined;
} {
  return { error: ({ input }) => (input === undefined ? undefined : words) };
}

/** Why a field cannot be used, where its schema has no words of its own. */
export const reasonFor: z.core.$ZodErrorMap = (issue) =>
  issue.input === undefined ? texts.missing : (plainReason(issue) ?? inJapanese(issue));

/** The reason in the words of somebody who writes such a file by hand; null: it is a rare one. */
function plainReason(issue: z.core.$ZodRawIssue): string | null {
  if (issue.code === 'invalid_type')
    return Object.entries(texts.kinds).find(([kind]) => kind === issue.expected)?.[1] ?? null;
  if (issue.code === 'invalid_format') return issue.format === 'date' ? texts.date : null;
  if (issue.code !== 'too_small' || issue.minimum !== 1) return null;
  return issue.origin === 'string' ? texts.emptyText : issue.origin === 'array' ? texts.oneRow : null;
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
