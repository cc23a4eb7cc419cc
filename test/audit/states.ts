import { downloadStates, restartStates } from './states/jobs.ts';
import { guideStates, historyStates, otherStates } from './states/reading.ts';
import type { State } from './states/state.ts';
import { statusStates } from './states/status.ts';
import { byHandStates, reportStates, settingsStates } from './states/typing.ts';

export type { State } from './states/state.ts';

/** Every screen in every state that an operator can meet. */
export const states: readonly State[] = [
  ...statusStates,
  ...byHandStates,
  ...downloadStates,
  ...restartStates,
  ...guideStates,
  ...historyStates,
  ...reportStates,
  ...settingsStates,
  ...otherStates,
];

/** From the smallest screen that shows everything to one larger than anybody has. */
export const auditSizes = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
] as const;
