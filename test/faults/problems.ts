import { isDeepStrictEqual } from 'node:util';
import type { CheckId } from '../../src/domain/facts.ts';
import { expectedOf, journaledPress, journaledRestart } from './cells.ts';
import type { FaultKind } from './kinds.ts';
import { changedChecks, consoleWords, pressOf, restartOf } from './results.ts';
import type { Row } from './rows.ts';
import type { CheckRun } from './run-check.ts';
import type { ConsoleRun } from './run-console.ts';

/** What is wrong with a cell's run of `check`, in words; empty where all is as it must be. */
export function problemsOfCheck(row: Row, kind: FaultKind, run: CheckRun, healthy: CheckRun): readonly string[] {
  const expected = expectedOf(row, kind);
  const changed = changedChecks(run, healthy);
  const came = { exitCode: run.exitCode, changed };
  const own = new Set<string>([...row.checks, ...(isPut(kind) ? ofTheClock : [])]);
  const strangers = Object.keys(changed).filter((id) => !own.has(id));
  return [
    ...(expected === null || isDeepStrictEqual(came, expected)
      ? []
      : [`came to ${JSON.stringify(came)} and not to ${JSON.stringify(expected)}`]),
    ...strangers.map((id) => `${id} has nothing to do with it`),
    ...problemsOfAnswer(run, healthy),
  ];
}

/** A clock that is put is seen by these, whatever port was asked then. */
const ofTheClock: readonly CheckId[] = ['clock', 'delivery-calendar', 'component-versions'];

function isPut(kind: FaultKind): boolean {
  return kind === 'clock-forward' || kind === 'clock-back';
}

/** What never holds of an answer, whatever is broken: better than without the fault, or without words. */
export function problemsOfAnswer(run: CheckRun, healthy: CheckRun): readonly string[] {
  if (run.answer === null) return isAdvice(run.refusal?.remedy) ? [] : ['refuses without a next step'];
  return [
    ...(run.verdict === 'current' && healthy.verdict !== 'current' ? ['done, by a broken reading'] : []),
    ...run.answer.checks.flatMap(({ id, status, summary, remedy }) => [
      ...(status === 'ok' && healthy.statuses[id] !== 'ok' ? [`${id} is ok only with the fault`] : []),
      ...(summary === '' ? [`${id} says nothing`] : []),
      ...(status === 'ok' || isAdvice(remedy) ? [] : [`${id} gives no next step`]),
    ]),
  ];
}

/** What is wrong with a cell's run of the console. */
export function problemsOfConsole(row: Row, kind: FaultKind, run: ConsoleRun, healthy: ConsoleRun): readonly string[] {
  return [
    ...run.notRestored,
    ...(run.presses > healthy.presses ? [`pressed ${String(run.presses)} times`] : []),
    ...(run.restarts > healthy.restarts ? [`asked for a restart ${String(run.restarts)} times`] : []),
    ...(run.refusal !== null || row.walk === 'read-again' || isAdvised(run) || isSame(row, run, healthy)
      ? []
      : ['it did not go well, and no next step is on the screen']),
    ...(isSaidDone(run) && !isSaidDone(healthy) ? ['says done, by a broken reading'] : []),
    ...(run.refusal ? problemsOfRefusal(run) : problemsOfRecord(row, kind, run)),
  ];
}

function problemsOfRefusal(run: ConsoleRun): readonly string[] {
  return [
    ...(isAdvice(run.refusal?.remedy) ? [] : ['refuses without a next step']),
    ...(run.presses + run.restarts === 0 ? [] : ['acted, but would not open']),
  ];
}

/** What was done is in the journal as it was, and nothing of it is lost. */
function problemsOfRecord(row: Row, kind: FaultKind, run: ConsoleRun): readonly string[] {
  if (row.id === 'journal')
    // Nothing is pressed that is not journaled first.
    return run.presses > 0 && pressOf(run) === null && run.keptBefore ? ['pressed without a record'] : [];
  if (row.id === 'data-folder') return [];
  return [
    ...(run.journal === 'intact' && run.keptBefore ? [] : [`the journal is ${run.journal}`]),
    ...(row.walk === 'download' ? other(pressOf(run), wanted(journaledPress[row.id]?.[kind], 'restart-required')) : []),
    ...(row.walk === 'restart' ? other(restartOf(run), wanted(journaledRestart[row.id]?.[kind], 'accepted')) : []),
  ];
}

/** What the table says; where it says nothing, all goes well. */
function wanted(told: string | null | undefined, well: string): string | null {
  return told === undefined ? well : told;
}

function other(found: string | null, wanted: string | null): readonly string[] {
  return found === wanted ? [] : [`the journal tells of ${found ?? 'nothing'} and not of ${wanted ?? 'nothing'}`];
}

/** It came to the same as without the fault. */
function isSame(row: Row, run: ConsoleRun, healthy: ConsoleRun): boolean {
  return consoleWords(row, run, healthy).word === consoleWords(row, healthy, healthy).word;
}

/** Words that tell what to do: a message, steps to go through, the guide; or why it cannot be done now. */
function isAdvised({ after }: ConsoleRun): boolean {
  return /ください|対応\(上から順に\)|^1\. |できません: |>\[ /m.test(after.join('\n'));
}

function isSaidDone({ status }: ConsoleRun): boolean {
  return status.some((line) => line.startsWith('[済]'));
}

function isAdvice(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text.includes('ください');
}
