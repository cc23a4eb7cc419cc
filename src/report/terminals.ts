import { terminalsDone, type Terminals } from '../domain/history.ts';
import type { JournalEvent } from '../journal/events.ts';
import { halfWidth } from '../text/normal-forms.ts';

/** The fields for how many terminals the clinic has, and how many are done: no notice has fields of these names. */
export const TERMINALS = 'terminals';
export const TERMINALS_DONE = 'terminals:done';

/** The terminals of a clinic as they are typed. */
export type Counted = Pick<Terminals, 'count' | 'spare'>;

/**
 * Reads how many terminals the clinic uses, and behind a plus how many spare ones it has: `3+1`. Full-width digits and
 * `台` are allowed. null for what is no number from 1 to 999: a longer one is a slip of the finger.
 */
export function readTerminals(text: string): Counted | null {
  const [, count = '0', spare = '0'] = /^(\d{1,3})台?(?:\+(\d{1,3})台?)?$/.exec(bare(text)) ?? [];
  return Number(count) >= 1 ? { count: Number(count), spare: Number(spare) } : null;
}

/** Reads how many of the terminals in use are done; null for what is no number up to all of them. */
export function readDone(text: string, { count }: Pick<Counted, 'count'>): number | null {
  const digits = /^(\d{1,3})台?$/.exec(bare(text))?.[1];
  return digits === undefined || Number(digits) > count ? null : Number(digits);
}

/** What stands in the field of a clinic that was counted before. */
export function terminalsText({ count, spare }: Counted): string {
  return spare === 0 ? String(count) : `${String(count)}+${String(spare)}`;
}

/** Whether all in use are done as far as was said, where this one is. */
export function areAllDone(terminals: Terminals): boolean {
  return terminalsDone(terminals) >= terminals.count;
}

/** What the journal is told of them. */
export function countedEvent({ count, spare }: Counted, done: number): JournalEvent {
  return { event: 'terminals-counted', count, allDone: done >= count, done, ...(spare === 0 ? {} : { spare }) };
}

function bare(text: string): string {
  return halfWidth(text).replace(/\s/g, '');
}
