import type { z } from 'zod';
import { InputError } from './fault.ts';

/**
 * Turns what zod found wrong with a file into one clear message: the file, the field and the reason of the first problem.
 * `where` becomes `FILE: field.name[2]`.
 */
export function inputErrorFromZod(
  error: z.ZodError,
  input: { readonly code: string; readonly file: string; readonly remedy: string },
): InputError {
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

/** Reads JSON text. Throws InputError with the file's name and the parser's words. */
export function parseJson(
  text: string,
  input: { readonly code: string; readonly file: string; readonly remedy: string },
): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError({
      code: input.code,
      message: `JSON として読めません: ${reason}`,
      where: input.file,
      remedy: input.remedy,
    });
  }
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${String(part)}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
}
