import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { run } from './wine.ts';

/** The answer of the packaged `check --json`, held against its schema. */
export async function answerOf(
  ...args: readonly string[]
): Promise<{ readonly exitCode: number; readonly answer: Answer; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await run(['check', '--json', '--timeout', '170', ...args]);
  return { exitCode, answer: answerSchema.parse(JSON.parse(stdout)), stderr };
}

export function checkOf(answer: Answer, id: string) {
  const found = answer.checks.find((check) => check.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}

export function componentOf(answer: Answer, id: string) {
  const found = answer.components.find((component) => component.id === id);
  if (!found) throw new Error(`no component ${id}`);
  return found;
}

/** Each check's status by its id. */
export function statusesOf(answer: Answer): Readonly<Record<string, string>> {
  return Object.fromEntries(answer.checks.map((check) => [check.id, check.status]));
}
