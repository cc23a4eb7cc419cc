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
