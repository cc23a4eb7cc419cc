import type { DownloadOutcome, Obstacle } from '../../../domain/facts.ts';
import { buttonsThere } from '../../../domain/outcomes.ja.ts';
import type { CommandEvent } from '../../ports.ts';

/** Why the tool cannot be operated, and what there is to say about it in detail. */
export interface Met {
  readonly type: 'obstacle';
  readonly obstacle: Obstacle;
  readonly detail: string | null;
}

export function met(obstacle: Obstacle, detail: string | null = null): Met {
  return { type: 'obstacle', obstacle, detail };
}

/** An exception's text can be long, and stands on one line of the screen and of the journal. */
const LONGEST_DETAIL = 200;

/** What a script says about an obstacle. */
export function metByScript(line: {
  readonly obstacle: Obstacle;
  readonly detail: string;
  readonly candidates?: readonly string[];
}): Met {
  const names = (line.candidates ?? []).map(oneLine).filter((name) => name !== '');
  const parts = [oneLine(line.detail), ...(names.length === 0 ? [] : [buttonsThere(names)])];
  const detail = parts.join(' ').trim().slice(0, LONGEST_DETAIL);
  return met(line.obstacle, detail === '' ? null : detail);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** What it means that a script ended without its answer. */
export function metByEnd(end: CommandEvent): Met {
  const code = end.type === 'fault' ? end.fault.code : null;
  if (code === 'absent') return met('powershell-missing');
  return met(code === 'denied' ? 'powershell-barred' : 'powershell-silent');
}

const aboutTheButton: ReadonlySet<Obstacle> = new Set<Obstacle>([
  'button-not-found',
  'several-matches',
  'button-disabled',
]);

/** Obstacles of UI Automation alone: a message to the button's window may still reach it. */
const ofAutomation: ReadonlySet<Obstacle> = new Set<Obstacle>([
  'automation-missing',
  'window-not-found',
  'button-not-found',
]);

/** Whether the second way to press is worth a try after an obstacle of the first one. */
export function hasSecondWay({ obstacle }: Met): boolean {
  return ofAutomation.has(obstacle);
}

/** What to say where both ways met an obstacle: the second one's where it knows more. */
export function metByBoth(first: Met, second: Met): Met {
  return second.obstacle === 'button-not-found' ? first : second;
}

/** The outcome of a download that an obstacle ended before anything was pressed: with the window there, or without. */
export function outcomeOf(obstacle: Obstacle, where: 'opening' | 'pressing'): DownloadOutcome {
  return where === 'pressing' && aboutTheButton.has(obstacle) ? 'button-missing' : 'window-missing';
}

/** The driver's exit codes; those of Windows where it has one (system error codes, learn.microsoft.com). */
export const exitCodes = {
  answered: 0,
  noAnswer: 1,
  /** It said which. */
  obstacle: 3,
  /** ERROR_INVALID_PARAMETER. */
  badArguments: 87,
} as const;
