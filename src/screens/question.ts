import type { Dialog } from './dialog.ts';
import type { Intent } from './intent.ts';

/** A dialog that has not been opened yet. */
export type Question = Omit<Dialog, 'opened'>;

/** A question that is not an answer to a key: no chunk of input belongs to it. */
export const NO_CHUNK = -1;

/** A question with two answers: no does nothing and is selected, yes does what is intended. */
export function yesNo(question: {
  readonly title: string;
  readonly body: readonly string[];
  readonly no: string;
  readonly yes: string;
  readonly intent: Intent;
}): Question {
  return {
    title: question.title,
    body: question.body,
    choices: [
      { label: question.no, intent: null },
      { label: question.yes, intent: question.intent },
    ],
    selected: 0,
  };
}
