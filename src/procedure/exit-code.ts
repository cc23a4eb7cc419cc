import type { Verdict } from '../core/facts.ts';

const exitCodes = { current: 0, 'action-needed': 1, failed: 2, unknown: 3 } as const satisfies Record<
  Verdict,
  number
>;

/** What `check` gives back to its caller. Wrong usage (64) and a bug (70) are not verdicts. */
export function exitCodeOf(verdict: Verdict): 0 | 1 | 2 | 3 {
  return exitCodes[verdict];
}
