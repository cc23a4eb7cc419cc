import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { run } from './built.ts';

/** A scenario that says nothing but when it is: Wednesday morning, before reception, after the second night. */
export const times = {
  formatVersion: 1,
  now: '2026-01-21T08:10:00+09:00',
  bootedAt: '2026-01-21T08:02:00+09:00',
};

/** Where the settings lie below `files/`. */
export const SETTINGS = 'ProgramData/oqs-console/settings.json';

/** The answer of `check --json` on a simulated terminal, held against its schema. */
export async function answerOf(
  scenario: string,
  ...args: readonly string[]
): Promise<{ readonly exitCode: number; readonly answer: Answer }> {
  const { stdout, exitCode } = await run('check', '--json', '--simulate', scenario, ...args);
  return { exitCode, answer: answerSchema.parse(JSON.parse(stdout)) };
}
