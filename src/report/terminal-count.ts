import { halfWidth } from '../text/normal-forms.ts';

/**
 * Reads how many terminals the clinic has, full-width digits and `台` allowed. null for what is no number from 1 to 999: a longer one is
 * a slip of the finger.
 */
export function terminalCount(text: string): number | null {
  const digits = /^(\d{1,3})台?$/.exec(halfWidth(text).replace(/\s/g, ''))?.[1];
  const count = Number(digits ?? 0);
  return count >= 1 ? count : null;
}
