import type { z } from 'zod';
import { ja } from 'zod/locales';
import { InputError } from './fault.ts';

/** Whose file it is, and what to do about what is wrong with it. */
interface Input {
  readonly code: string;
  readonly file: string;
  readonly remedy: string;
}

/**
 * Turns what zod found wrong with a file into one clear message: the file, the field and the reason of the first problem.
 * `where` becomes `FILE: field.name[2]`.
 */
export function inputErrorFromZod(error: z.ZodError, input: Input): InputError {
  const first = error.issues[0];
  const path = first ? fieldPath(first.path) : '';
  const unknown = first?.code === 'unrecognized_keys' ? first.keys.join(', ') : '';
  const field = [path, unknown].filter((part) => part !== '').join('.') || '(全体)';
  const more = error.issues.length > 1 ? `(ほかに ${String(error.issues.length - 1)} か所)` : '';
  return new InputError({
    code: input.code,
    message: `${first?.message ?? '読めません'}${more}`,
    where: `${input.file}: ${field}`,
    remedy: input.remedy,
  });
}

/**
 * Reads a file of the operator's: JSON that fits the schema. Throws InputError with the file's name, the field and the reason.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  input: Input,
): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(text, input), { error: reasonFor });
  if (!parsed.success) throw inputErrorFromZod(parsed.error, input);
  return parsed.data;
}

/** Reads JSON text. Throws InputError with the file's name and the parser's words. */
export function parseJson(text: string, input: Input): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = json.trim() === '' ? 'ファイルが空です' : `JSON として読めません: ${reason}`;
    throw new InputError({ code: input.code, message, where: input.file, remedy: input.remedy });
  }
}

const inJapanese = ja().localeError;

/** Why a field cannot be used, where its schema has no words of its own. */
const reasonFor: z.core.$ZodErrorMap = (issue) =>
  issue.input === undefined ? 'この項目がありません' : inJapanese(issue);

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${String(part)}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
}
