import { isInputError } from '../domain/fault.ts';
import { toIso, type Instant } from '../domain/time.ts';
import { errorTexts } from './answer.ja.ts';
import { ANSWER_FORMAT, type ErrorDocument } from './answer-schema.ts';

/** 64 for input that cannot be used, 70 for a bug. */
export function errorExitCode(error: unknown): 64 | 70 {
  return isInputError(error) ? 64 : 70;
}

/** The document that stands in the answer's place when the run could not give one. */
export function buildErrorDocument(
  error: unknown,
  run: { readonly consoleVersion: string; readonly now: Instant; readonly offsetMinutes: number },
): ErrorDocument {
  return {
    formatVersion: ANSWER_FORMAT,
    consoleVersion: run.consoleVersion,
    generatedAt: toIso(run.now, run.offsetMinutes),
    error: problemOf(error),
  };
}

/** The same for people, one fact a line. */
export function errorText({ error }: ErrorDocument): string {
  const lines = [
    errorTexts.heading(error.code),
    error.message,
    ...(error.where === null ? [] : [errorTexts.where(error.where)]),
    ...(error.remedy === null ? [] : [errorTexts.remedy(error.remedy)]),
  ];
  return `${lines.join('\n')}\n`;
}

function problemOf(error: unknown): ErrorDocument['error'] {
  if (isInputError(error)) {
    const { code, message, where, remedy } = error;
    return { code, message, where, remedy };
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'bug', message, where: placeOf(error), remedy: errorTexts.bugRemedy };
}

/** The first line of the stack that names a place in the program. */
function placeOf(error: unknown): string | null {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.find((line) => line.trimStart().startsWith('at '))?.trim() ?? null;
}
