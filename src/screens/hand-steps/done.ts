import type { RuleId } from '../../domain/facts.ts';
import type { Model } from '../model.ts';

/** The version was read as old after the steps: they are to be done again, whatever else comes first. */
const againBy: ReadonlySet<RuleId> = new Set<RuleId>(['6', '8', '9']);

/** Whether the journal holds that the notice's steps were all done, and nothing asks for them again. */
export function areHandStepsDone({ decision, history }: Pick<Model, 'decision' | 'history'>): boolean {
  const isLast = history.presses.at(-1)?.kind === 'hand-steps';
  // One that is ticked since then was begun anew.
  return isLast && history.stepsTicked.length === 0 && decision !== null && !againBy.has(decision.rule);
}
