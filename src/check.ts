import type { CheckId, Decision, Survey } from './core/facts.ts';
import { targetReading } from './core/model-queries.ts';
import type { Instant } from './core/time.ts';
import { historyOf } from './journal/derive.ts';
import type { History } from './journal/history.ts';
import type { Answer } from './formats/answer-schema.ts';
import { buildAnswer } from './formats/answer.ts';
import { takeSurvey } from './probes/survey.ts';
import { decide } from './procedure/decide.ts';
import type { Session } from './session.ts';

/** One reading of the terminal, and what the rules say to it. */
export interface Reading {
  readonly survey: Survey;
  readonly decision: Decision;
  readonly history: History;
  readonly now: Instant;
}

/** Reads the terminal once, and decides; `onCheckDone` hears of each check that has its result. Writes nothing and takes no lock. */
export async function readTerminal(
  session: Session,
  stopwatch: () => number,
  signal: AbortSignal,
  onCheckDone: (id: CheckId) => void = () => undefined,
): Promise<Reading> {
  const { ports, notice, settings, journal } = session;
  const history = historyOf(journal.reading().entries, notice.id);
  const survey = await takeSurvey(ports, { notice, settings, history, stopwatch, onCheckDone }, signal);
  const now = ports.clock.now();
  const target = targetReading(survey, notice);
  if (!target) throw new Error(`no reading of ${notice.target.component}`);
  const decision = decide({
    now,
    notice,
    receptionHours: settings.receptionHours,
    target,
    checks: survey.checks,
    bootedAt: survey.boot.bootedAt,
    present: {
      at: now,
      boot: { uptimeSeconds: ports.clock.uptimeSeconds(), record: survey.boot.record ?? null },
    },
    history,
  });
  return { survey, decision, history, now };
}

/** Reads the terminal once and says what the rules say. Writes nothing and takes no lock. */
export async function check(
  session: Session,
  stopwatch: () => number,
  signal: AbortSignal,
  onCheckDone?: (id: CheckId) => void,
): Promise<Answer> {
  const reading = await readTerminal(session, stopwatch, signal, onCheckDone);
  return answerOf(session, reading);
}

/** The answer of `check` to a reading. */
export function answerOf(session: Session, { survey, decision, now }: Reading): Answer {
  const { terminal, notice, settings, journal, about } = session;
  return buildAnswer({
    survey,
    decision,
    journal: journal.reading(),
    notice,
    noticeFile: session.noticeFile,
    problems: about.problems,
    settings,
    simulated: terminal.label !== null,
    consoleVersion: about.consoleVersion,
    now,
    offsetMinutes: terminal.offsetMinutes,
  });
}
