import type { Instant } from '../domain/time.ts';
import type { Intent } from './intent.ts';

/** A question before something is done. The first choice is the safe one and is selected when the dialog opens. */
export interface Dialog {
  readonly title: string;
  readonly body: readonly string[];
  /** `intent` null: closes the dialog and does nothing. */
  readonly choices: readonly { readonly label: string; readonly intent: Intent | null }[];
  readonly selected: number;
  /** When it opened, and by which chunk of input: the rest of that chunk must not answer it. */
  readonly opened: { readonly at: Instant; readonly chunk: number };
}

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
  const { title, body, no, yes, intent } = question;
  return {
    title,
    body,
    choices: [
      { label: no, intent: null },
      { label: yes, intent },
    ],
    selected: 0,
  };
}
