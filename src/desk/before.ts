import type { Instant } from '../domain/time.ts';
import { beforeOf, gatheredAt, type Before } from './compare.ts';
import type { AnswerFiles } from '../ports/ports.ts';
import { readAll } from './collection.ts';
import type { Roster } from './roster.ts';
import { standingOf } from './standing.ts';

/**
 * Reads the answers that are compared with, once, and keeps what the comparison needs. They are judged as they were
 * then: by the clock of the newest of them. The same roster says whose they are.
 */
export async function readBefore(
  files: AnswerFiles,
  roster: Roster,
  clock: { readonly now: Instant; readonly staleHours: number },
  signal: AbortSignal,
): Promise<Before> {
  const { entries, bad } = await readAll(files, signal);
  const asOf = gatheredAt({ entries }, clock.now);
  const { rows } = standingOf({ entries, bad: [], roster: roster.entries }, { ...clock, now: asOf });
  return beforeOf(rows, bad, asOf);
}
