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

/** Whom to call first, by what must happen before the clinic opens: the order of every list of the desk. */
export const urgencies = [
  'restart', // it has arrived, and works only after a restart
  'failed', // only the call centre helps
  'late', // not done, with the deadline near or over
  'contradictory', // the answer contradicts itself
  'unknown', // what the terminal stands at cannot be told
  'silent', // no answer, or an old one
  'later', // there is work to do, and time for it
  'spare', // a spare machine: no patient is received with it today
  'report', // done but for the report
  'done',
] as const;
export type Urgency = (typeof urgencies)[number];

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

/** How urgent it is: 0 comes first. */
export function urgencyRank(urgency: Urgency): number {
  return urgencies.indexOf(urgency);
}

/** Whether the terminal has the version that was asked for. Its report may still be to be sent. */
export function isDone(state: DeskState): boolean {
  return comesTo[state].verdict === 'current';
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

/** What each state comes to; its urgency, as far as nothing but the state is asked. */
export const comesTo: Readonly<Record<DeskState, { readonly verdict: Verdict; readonly urgency: Urgency }>> = {
  failed: { verdict: 'failed', urgency: 'failed' },
  'check-failed': { verdict: 'unknown', urgency: 'unknown' },
  'no-answer': { verdict: 'unknown', urgency: 'silent' },
  contradictory: { verdict: 'unknown', urgency: 'contradictory' },
  unknown: { verdict: 'unknown', urgency: 'unknown' },
  simulated: { verdict: 'unknown', urgency: 'silent' },
  'fix-first': { verdict: 'action-needed', urgency: 'later' },
  restart: { verdict: 'action-needed', urgency: 'restart' },
  'download-now': { verdict: 'action-needed', urgency: 'later' },
  'by-hand-steps': { verdict: 'action-needed', urgency: 'later' },
  'leave-on-overnight': { verdict: 'action-needed', urgency: 'later' },
  'other-step': { verdict: 'action-needed', urgency: 'later' },
  'send-report': { verdict: 'current', urgency: 'report' },
  'all-done': { verdict: 'current', urgency: 'done' },
};

const marks: Readonly<Record<Verdict, Mark>> = {
  failed: 'failed',
  unknown: 'unknown',
  'action-needed': 'needed',
  current: 'done',
};

/** The state as one of the console's marks. */
export function markOf(state: DeskState): ReturnType<typeof mark> {
  return mark(state === 'check-failed' ? 'failed' : marks[comesTo[state].verdict]);
}
