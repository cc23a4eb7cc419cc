import type { z } from 'zod';
import { ja } from 'zod/locales';
import { inputTexts as texts } from './input.ja.ts';
import { InputError } from './fault.ts';
import { jsonFaultIn, lineOfField } from './json-place.ts';

/** Whose file it is, and what to do about what is wrong with it. */
interface Input {
  readonly code: string;
  readonly file: string;
  readonly remedy: string;
}

/**
 * Turns what zod found wrong with a file into one clear message: the file, the line, the field and the reason of the first
 * problem. `where` becomes `FILE:LINE: field.name[2]`; without the file's text it has no line.
 */
export function inputErrorFromZod(error: z.ZodError, input: Input, text: string | null = null): InputError {
  const first = error.issues[0];
  const unknown = first?.code === 'unrecognized_keys' ? first.keys : [];
  const path = first?.path ?? [];
  const field = [fieldPath(path), unknown.join(', ')].filter((part) => part !== '').join('.') || texts.whole;
  const more = error.issues.length > 1 ? texts.more(error.issues.length - 1) : '';
  const line = text === null ? null : lineOfField(withoutMark(text), [...path, ...unknown.slice(0, 1)]);
  return new InputError({
    code: input.code,
    message: `${first?.message ?? texts.unreadable}${more}`,
    where: `${input.file}${line === null ? '' : `:${String(line)}`}: ${field}`,
    remedy: input.remedy,
  });
}

/**
 * Reads a file of the operator's: JSON that fits the schema. Throws InputError with the file's name, the line, the field and the
 * reason.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, text: string, input: Input): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(text, input), { error: reasonFor });
  if (!parsed.success) throw inputErrorFromZod(parsed.error, input, text);
  return parsed.data;
}

/** Reads JSON text. Throws InputError with the file's name, the line, the column and the reason. */
export function parseJson(text: string, input: Input): unknown {
  const json = withoutMark(text);
  try {
    return JSON.parse(json);
  } catch (error) {
    throw notJson(json, error, input);
  }
}

function notJson(json: string, error: unknown, { code, file, remedy }: Input): InputError {
  if (json.trim() === '') return new InputError({ code, message: texts.empty, where: file, remedy });
  const fault = jsonFaultIn(json);
  if (!fault) {
    const message = texts.notJson(error instanceof Error ? error.message : String(error));
    return new InputError({ code, message, where: file, remedy });
  }
  const { line, column, reason } = fault;
  return new InputError({
    code,
    message: texts.notJson(texts.atPlace(line, column, reason)),
    where: `${file}:${String(line)}:${String(column)}`,
    remedy,
  });
}

/** Editors of Windows put a byte order mark first. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
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
  issue.input === undefined ? texts.missing : inJapanese(issue);

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
