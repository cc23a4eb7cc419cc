import type { CheckId, RuleId, StepId, Verdict } from '../domain/facts.ts';
import { versionCount, versionOf, type ReadNumber, type VersionSizes, split } from './code-numbers.ts';

/**
 * Format 1, eight characters: no console writes it any more, and every one reads it. Nothing here changes: the numbers
 * in a code are places in these lists, as they stood when codes were given out.
 */
export const FORMAT_1_LENGTH = 8;

const FORMAT = 1;

const verdicts = ['current', 'action-needed', 'failed', 'unknown'] as const satisfies Verdict[];

/** The next step; for `fix-first` the check that is to be mended, behind the steps. */
const steps = [
  'restart',
  'all-done',
  'send-report',
  'check-by-hand',
  'call-support',
  'fix-first',
  'download-now',
  'leave-on-overnight',
] as const satisfies StepId[];

const checks = [
  'component-versions',
  'delivery-calendar',
  'clock',
  'restart-state',
  'delivery-task',
  'power-settings',
  'network',
  'disk-space',
  'card-reader',
  'management-tool',
  'session',
] as const satisfies CheckId[];

/** What each rule said, by its number; rule 0 was none. */
const sayings: readonly { readonly rule: RuleId; readonly step: StepId; readonly verdict: Verdict }[] = [
  { rule: '1', step: 'restart', verdict: 'action-needed' },
  { rule: '2', step: 'all-done', verdict: 'current' },
  { rule: '3', step: 'send-report', verdict: 'current' },
  { rule: '4', step: 'restart', verdict: 'action-needed' },
  { rule: '5', step: 'check-by-hand', verdict: 'unknown' },
  { rule: '6', step: 'call-support', verdict: 'failed' },
  { rule: '7', step: 'restart', verdict: 'action-needed' },
  { rule: '8', step: 'fix-first', verdict: 'action-needed' },
  { rule: '9', step: 'download-now', verdict: 'action-needed' },
  { rule: '10', step: 'leave-on-overnight', verdict: 'action-needed' },
];

/** The four components of 「配信アプリケーション」. */
const COMPONENTS = 4;
const versionSizes: VersionSizes = [16, 32, 128];

/** How many values each field has: format, verdict, step or check, rule, component, version. */
const fieldSizes = [
  4,
  verdicts.length,
  steps.length + checks.length,
  sayings.length + 1,
  COMPONENTS,
  versionCount(versionSizes),
] as const;

/** What the number of a code of format 1 says. */
export function readFormat1(number: number): ReadNumber {
  const [format, verdictAt = -1, stepAt = -1, ruleNumber = -1, component = 0, version = 0] = split(number, fieldSizes);
  if (format !== FORMAT) return { ok: false, problem: 'format' };
  const check = checks[stepAt - steps.length] ?? null;
  const step = check === null ? steps[stepAt] : 'fix-first';
  // Several wrong characters can pass the check character; hardly ever do they say what a rule says.
  const said = sayings[ruleNumber - 1];
  if (said === undefined || said.step !== step || said.verdict !== verdicts[verdictAt])
    return { ok: false, problem: 'unlike' };
  return { ok: true, facts: { ...said, check, component, installed: versionOf(version, versionSizes), head: null } };
}
