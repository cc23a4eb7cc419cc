import type { CheckStatus, ComponentStatus, Verdict } from '../domain/facts.ts';
import { markTexts } from './keys.ja.ts';
import type { Span, Tone } from './line.ts';
import { fit } from '../text/cells.ts';

/** Every mark takes this many columns, so that what follows stands in one column. */
export const MARK_COLUMNS = 7;

export type Mark = keyof typeof markTexts;

const tones: Readonly<Record<Mark, Tone>> = {
  done: 'good',
  needed: 'attention',
  failed: 'bad',
  unknown: 'unknown',
  none: 'quiet',
  pending: 'quiet',
};

const marksOfVerdicts: Readonly<Record<Verdict, Mark>> = {
  current: 'done',
  'action-needed': 'needed',
  failed: 'failed',
  unknown: 'unknown',
};

const marksOfChecks: Readonly<Record<CheckStatus, Mark>> = {
  ok: 'done',
  warn: 'needed',
  fail: 'failed',
  unknown: 'unknown',
  skipped: 'none',
};

const marksOfComponents: Readonly<Record<ComponentStatus, Mark>> = {
  ok: 'done',
  outdated: 'needed',
  disagree: 'needed',
  unknown: 'unknown',
  'not-required': 'none',
};

export function verdictMark(verdict: Verdict): Span {
  return mark(marksOfVerdicts[verdict]);
}

export function checkMark(status: CheckStatus): Span {
  return mark(marksOfChecks[status]);
}

export function componentMark(status: ComponentStatus): Span {
  return mark(marksOfComponents[status]);
}

/** `[済]` before something that the operator has confirmed, `[要]` before something still to be confirmed. */
export function tickMark(ticked: boolean): Span {
  return mark(ticked ? 'done' : 'needed');
}

/** The mark in its tone, as wide as all of them. */
export function mark(name: Mark): Pick<Required<Span>, 'text' | 'tone'> {
  return { text: fit(markTexts[name], MARK_COLUMNS), tone: tones[name] };
}
