import type { BadFile, Notice } from './entry.ts';
import type { Clinic, Row } from './row.ts';
import { isDone, type DeskState } from './states.ts';

export interface Counts {
  readonly terminals: number;
  readonly done: number;
  readonly byState: Readonly<Record<DeskState, number>>;
  readonly clinics: number;
  readonly clinicsDone: number;
  readonly stale: number;
  readonly ahead: number;
  readonly superseded: number;
  readonly twins: number;
  /** Terminals that share their name with another one, told apart by their place only. */
  readonly namesakes: number;
  readonly simulated: number;
  readonly bad: number;
  /** The notices that were answered to, each once. */
  readonly notices: readonly Notice[];
}

const noneByState: Readonly<Record<DeskState, number>> = {
  failed: 0,
  'check-failed': 0,
  'no-answer': 0,
  unknown: 0,
  simulated: 0,
  'fix-first': 0,
  restart: 0,
  'download-now': 0,
  'leave-on-overnight': 0,
  'other-step': 0,
  'send-report': 0,
  'all-done': 0,
};

export function count(
  rows: readonly Row[],
  clinics: readonly Clinic[],
  bad: readonly BadFile[],
  notices: readonly Notice[],
): Counts {
  const byState = { ...noneByState };
  for (const { state } of rows) byState[state] += 1;
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    terminals: rows.length,
    done: sum(({ state }) => Number(isDone(state))),
    byState,
    clinics: clinics.filter(({ name }) => name !== null).length,
    clinicsDone: clinics.filter(({ allDone }) => allDone).length,
    stale: sum(({ stale }) => Number(stale)),
    ahead: sum(({ ahead }) => Number(ahead)),
    superseded: sum(({ superseded }) => superseded),
    twins: sum(({ twins }) => twins.length),
    namesakes: sum(({ namesake }) => Number(namesake)),
    simulated: sum(({ entry }) => Number(entry?.simulated === true)),
    bad: bad.length,
    notices,
  };
}
