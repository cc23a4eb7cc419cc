import type { CheckId, Decision, Survey } from '../domain/facts.ts';
import { targetsIn } from '../domain/versions/component-status.ts';
import type { Instant } from '../domain/time.ts';
import { historyOf } from '../journal/history.ts';
import type { Answer } from '../formats/answer-schema.ts';
import { buildAnswer } from '../formats/answer.ts';
import { createSurveyor, readVersionsAgain } from '../probes/survey.ts';
import { decide } from '../domain/procedure/decide.ts';
import type { Run } from './run.ts';

/** One reading of the terminal, and what the rules say to it. */
export interface Reading {
  readonly survey: Survey;
  readonly decision: Decision;
  readonly now: Instant;
}

/** How long one reading may take, in milliseconds: longer than any single check may. */
export const READING_LIMIT_MS = 60_000;

/** How a reading is followed, and when it ends. */
interface ReadingOptions {
  /** Hears of each check that has its result. */
  readonly onArrival?: (check: CheckId) => void;
  /** Until when versions that were not read in time may be read once more; by default as long as the whole reading. */
  readonly secondTry?: AbortSignal;
}

/**
 * Reads the terminal, the versions once more where they were not read in time, and decides. Writes nothing and takes no
 * lock.
 */
export async function readTerminal(
  run: Run,
  stopwatch: () => number,
  signal: AbortSignal,
  { onArrival = () => undefined, secondTry = signal }: ReadingOptions = {},
): Promise<Reading> {
  const { terminal, ports, notice, settings, journal, about } = run;
  terminal.expectQuestions();
  const history = historyOf(journal.reading().entries, notice.id);
  const context = { notice, settings, problems: about.problems, history, stopwatch };
  const surveyor = createSurveyor(ports);
  const [first, livingLock] = await Promise.all([
    surveyor.read({ ...context, onArrival }, signal),
    ports.journal.livingLock(),
  ]);
  const survey = await readVersionsAgain(surveyor, context, AbortSignal.any([signal, secondTry]), first);
  const now = ports.clock.now();
  const decision = decide({
    now,
    readAt: survey.takenAt,
    notice,
    receptionHours: settings.receptionHours,
    targets: targetsIn(survey.components, notice),
    checks: survey.checks,
    bootedAt: survey.boot.bootedAt,
    present: { at: now, boot: { uptimeSeconds: ports.clock.uptimeSeconds(), record: survey.boot.record ?? null } },
    livingLock,
    history,
  });
  return { survey, decision, now };
}

/** The answer of `check` to a reading. */
export function answerOf(run: Run, { survey, decision, now }: Reading): Answer {
  const { terminal, notice, settings, journal, about } = run;
  return buildAnswer({
    survey,
    decision,
    journal: journal.reading(),
    notice,
    noticeFile: run.noticeFile,
    others: about.others,
    problems: about.problems,
    settings,
    simulated: terminal.label !== null,
    consoleVersion: about.consoleVersion,
    now,
    offsetMinutes: terminal.offsetMinutes,
  });
}
