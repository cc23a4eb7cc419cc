import type { Counts } from './counts.ts';

/**
 * How `desk` ends, the worst that there is: 2 where a terminal failed; else 3 where one cannot be told (unknown, simulated among real ones, from the
 * future, the check gave no answer, no answer, a file that could not be used, or nothing at all); else 1 where one is not done; else 0.
 */
export function exitCodeOf({ byState, bad, ahead, terminals, done }: Counts): 0 | 1 | 2 | 3 {
  if (byState.failed > 0) return 2;
  const untold = byState['check-failed'] + byState['no-answer'] + byState.unknown + byState.simulated + bad + ahead;
  if (untold > 0 || terminals === 0) return 3;
  return done < terminals ? 1 : 0;
}
