import type { Intent } from '../intent.ts';

/** One row that the operator can choose. A blocked row stays visible and says why it cannot be chosen. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly blocked: string | null;
  /** null: a row to read; choosing it moves on to the next. */
  readonly intent: Intent | null;
}

export function item(id: string, label: string, intent: Intent | null, blocked: string | null = null): MenuItem {
  return { id, label, blocked, intent };
}
