import type { CheckId, ComponentId, StepId, Verdict } from '../core/facts.ts';

/**
 * What the numbers in a code of format 1 stand for: the place in these tables. They are a contract: a desk reads codes of consoles
 * older and newer than its own. Add at the end while there is room, never move a row; what has no room needs a new format.
 */
export const FORMAT = 1;

export const verdicts = ['current', 'action-needed', 'failed', 'unknown'] as const satisfies Verdict[];

/** The next step; for `fix-first` a code says which check instead. */
export const steps = [
  'restart',
  'all-done',
  'send-report',
  'check-by-hand',
  'call-support',
  'fix-first',
  'download-now',
  'leave-on-overnight',
] as const satisfies StepId[];

/** Behind the steps, in the same field: the check to mend first. */
export const checks = [
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

export const components = [
  'distribution-app',
  'link-app',
  'face-library',
  'reader-app',
] as const satisfies ComponentId[];

/** The three parts of a version that fits: `15.31.127` is the largest. */
const versionParts = [16, 32, 128] as const;
const UNKNOWN_VERSION = 65_536;
const OTHER_VERSION = 65_537;

/**
 * How many values each field has, from the most significant on: format, verdict, step or check, rule, component, version. Their
 * product is just below what seven characters of nineteen hold.
 */
export const fieldSizes = [4, 4, 19, 11, 4, 65_538] as const;

/** An installed version as a code tells it. `other`: there is one, but it has more parts or larger numbers than fit. */
export type CodeVersion =
  | { readonly type: 'version'; readonly version: string }
  | { readonly type: 'unknown' }
  | { readonly type: 'other' };

/** The number of an installed version in plain digits; null: it is not known. */
export function versionNumber(installed: string | null): number {
  if (installed === null) return UNKNOWN_VERSION;
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(installed)?.slice(1).map(Number);
  if (!parts || parts.some((part, index) => part >= (versionParts[index] ?? 0))) return OTHER_VERSION;
  return parts.reduce((number, part, index) => number * (versionParts[index] ?? 1) + part, 0);
}

/** The version that a number stands for. */
export function versionOf(number: number): CodeVersion {
  if (number === UNKNOWN_VERSION) return { type: 'unknown' };
  if (number === OTHER_VERSION) return { type: 'other' };
  const [, minors, patches] = versionParts;
  const patch = number % patches;
  const minor = Math.floor(number / patches) % minors;
  const major = Math.floor(number / patches / minors);
  return { type: 'version', version: [major, minor, patch].map(String).join('.') };
}
