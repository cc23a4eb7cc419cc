import { guideIdOf } from '../../guide/situations.ts';
import { stepTitles } from '../../domain/procedure/steps.ja.ts';
import { statusTexts } from '../status.ja.ts';
import type { CheckResult, Decision } from '../../domain/facts.ts';
import type { Intent } from '../intent.ts';
import type { Model } from '../model.ts';
import { item, type MenuItem } from './item.ts';

/** Status: the next step first, then what is offered beside it, then the checks. */
export function statusMenu(model: Model): readonly MenuItem[] {
  const { decision, survey } = model;
  if (!decision || !survey) return [item('read-again', statusTexts.readAgain, { type: 'read-again' })];
  const alternative = decision.alternative
    ? [item('alternative', stepTitles[decision.alternative], { type: 'go', screen: 'evening' })]
    : [];
  const takeOver =
    model.lock.held || model.about.readOnly ? [] : [item('take-over', statusTexts.takeOver, { type: 'take-over' })];
  const quiet = survey.checks.filter((check) => !isLoud(check));
  const rest =
    quiet.length > 0 && !model.showAllChecks
      ? [item('all-checks', quietLabel(quiet.length), { type: 'toggle-checks' })]
      : [];
  return [
    item('next-step', stepTitles[decision.step], intentOf(decision, survey.checks)),
    ...alternative,
    ...takeOver,
    ...shownChecks(model).map((check) => item(`check:${check.id}`, check.summary, guideIntent(check))),
    ...rest,
  ];
}

/** The checks that the list shows: what needs attention first, the others only when asked for. */
export function shownChecks(model: Model): readonly CheckResult[] {
  const checks = model.survey?.checks ?? [];
  const loud = loudness.flatMap((status) => checks.filter((check) => check.status === status));
  return model.showAllChecks ? [...loud, ...checks.filter((check) => !isLoud(check))] : loud;
}

const loudness = ['fail', 'warn', 'unknown'] as const;

function isLoud(check: CheckResult): boolean {
  return loudness.some((status) => status === check.status);
}

function quietLabel(count: number): string {
  return statusTexts.quietChecks(count);
}

function guideIntent(check: CheckResult): Intent {
  return { type: 'open-guide', entryId: check.guideId, seen: [check.summary] };
}

/** What choosing the next step does: the screen where it is done, or the page that tells how. */
function intentOf(decision: Decision, checks: readonly CheckResult[]): Intent {
  switch (decision.step) {
    case 'wait':
      return { type: 'go', screen: decision.progress?.what === 'download' ? 'download' : 'restart' };
    case 'read-again':
      return { type: 'read-again' };
    case 'restart':
      return { type: 'go', screen: 'restart' };
    case 'download-now':
      return { type: 'go', screen: 'download' };
    case 'leave-on-overnight':
      return { type: 'go', screen: 'evening' };
    case 'check-by-hand':
      return { type: 'go', screen: 'by-hand' };
    case 'fix-first': {
      const failing = checks.find((check) => check.id === decision.check);
      return {
        type: 'open-guide',
        entryId: failing?.guideId ?? null,
        seen: failing ? [failing.summary] : [],
      };
    }
    case 'call-support':
      return { type: 'open-guide', entryId: guideIdOf('step:call-support'), seen: [decision.reason] };
    case 'send-report':
      return { type: 'go', screen: 'report' };
    case 'all-done':
      return { type: 'go', screen: 'history' };
  }
}
