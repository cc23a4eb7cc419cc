import type { Verdict } from '../domain/facts.ts';
import { mark, type Mark } from '../tui/marks.ts';

/** What a terminal is counted as, worst first: the order of every list of the desk, and the names for `--state`. */
export const deskStates = [
  'failed', // verdict `failed`: call support
  'check-failed', // the check itself gave no answer
  'no-answer', // in the roster, and nothing was gathered of it
  'contradictory', // the answer contradicts itself: nothing in it is believed
  'unknown', // the versions cannot be told, or the verdict is one that this program does not know
  'simulated', // of a simulated terminal, among answers of real ones
  'fix-first',
  'restart',
  'download-now',
  'by-hand-steps',
  'leave-on-overnight',
  'other-step', // work is needed, by a step that this program does not know
  'send-report', // current, and the report is still to be sent
  'all-done',
] as const;
export type DeskState = (typeof deskStates)[number];

/** What became of a terminal since the answers before: each is one of these. Also the names for `--change`. */
export const changes = [
  'newly-bad', // it was done, or less urgent
  'newly-done',
  'moved', // to another state, and it is not worse
  'unchanged', // in the same state
  'new', // nothing of it is known from before, or several have its name and cannot be told apart
] as const;
export type Change = (typeof changes)[number];

/** How bad it is: 0 is worst. */
export function badness(state: DeskState): number {
  return deskStates.indexOf(state);
}

/** Whether the terminal has the version that was asked for. Its report may still be to be sent. */
export function isDone(state: DeskState): boolean {
  return state === 'send-report' || state === 'all-done';
}

const actionSteps = ['fix-first', 'restart', 'download-now', 'by-hand-steps', 'leave-on-overnight'] as const;

/** The state of an answer, by its verdict and next step. What a later console may say is never taken for done. */
export function stateOf(verdict: string, step: string): DeskState {
  switch (verdict) {
    case 'failed':
      return 'failed';
    case 'current':
      return step === 'all-done' ? 'all-done' : 'send-report';
    case 'action-needed':
      return actionSteps.find((each) => each === step) ?? 'other-step';
    default:
      return 'unknown';
  }
}

/** What each state comes to. */
export const verdictOf: Readonly<Record<DeskState, Verdict>> = {
  failed: 'failed',
  'check-failed': 'unknown',
  'no-answer': 'unknown',
  contradictory: 'unknown',
  unknown: 'unknown',
  simulated: 'unknown',
  'fix-first': 'action-needed',
  restart: 'action-needed',
  'download-now': 'action-needed',
  'by-hand-steps': 'action-needed',
  'leave-on-overnight': 'action-needed',
  'other-step': 'action-needed',
  'send-report': 'current',
  'all-done': 'current',
};

const marks: Readonly<Record<Verdict, Mark>> = {
  failed: 'failed',
  unknown: 'unknown',
  'action-needed': 'needed',
  current: 'done',
};

/** The state as one of the console's marks. */
export function markOf(state: DeskState): ReturnType<typeof mark> {
  return mark(state === 'check-failed' ? 'failed' : marks[verdictOf[state]]);
}
