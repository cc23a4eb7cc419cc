import { guideIdOf } from '../guide/situations.ts';
import { stepTitles } from '../domain/procedure/steps.ja.ts';
import type { CheckResult, Decision } from '../domain/facts.ts';
import type { Intent } from './intent.ts';
import { row, type Row } from './screen.ts';

/** The one next step: choosing it leads to where it is done, or to the page that tells how. */
export function nextStepRow(decision: Decision, checks: readonly CheckResult[]): Row {
  return row('next-step', stepTitles[decision.step], intentOf(decision, checks));
}

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
      return { type: 'open-guide', entryId: failing?.guideId ?? null, seen: failing ? [failing.summary] : [] };
    }
    case 'call-support':
      return { type: 'open-guide', entryId: guideIdOf('step:call-support'), seen: [decision.reason] };
    case 'send-report':
      return { type: 'go', screen: 'report' };
    case 'all-done':
      return { type: 'go', screen: 'history' };
  }
}
