import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { downloadStates, restartStates } from './states/jobs.ts';
import { guideStates, historyStates, otherStates } from './states/reading.ts';
import { handStepsStates } from './states/hand-steps.ts';
import { under, type State } from './states/state.ts';
import { statusStates } from './states/status.ts';
import { byHandStates, reportStates, settingsStates } from './states/typing.ts';

export type { State } from './states/state.ts';

/** Every screen in every state that an operator can meet under a notice. */
export function statesUnder(notice: Notice): readonly State[] {
  const all = under(notice);
  return [
    ...statusStates(all),
    ...byHandStates(all),
    ...downloadStates(all),
    ...restartStates(all),
    ...guideStates(all),
    ...historyStates(all),
    ...reportStates(all),
    ...settingsStates(all),
    ...handStepsStates(all),
    ...otherStates(all),
  ];
}

/** The same under January's. */
export const states = statesUnder(builtInNotice());

/** From the smallest screen that shows everything to one larger than anybody has. */
export const auditSizes = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
] as const;
