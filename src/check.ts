import { historyOf } from './journal/derive.ts';
import type { Answer } from './formats/answer-schema.ts';
import { buildAnswer } from './formats/answer.ts';
import { takeSurvey } from './probes/survey.ts';
import { decide } from './procedure/decide.ts';
import type { Session } from './session.ts';
import { targetReading } from './core/model-queries.ts';

/** Reads the terminal once and says what the rules say. Writes nothing and takes no lock. */
export async function check(session: Session, stopwatch: () => number, signal: AbortSignal): Promise<Answer> {
  const { terminal, ports, notice, settings, journal, about } = session;
  const { offsetMinutes } = terminal;
  const history = historyOf(journal.reading().entries, notice.id);
  const survey = await takeSurvey(ports, { notice, settings, history, stopwatch }, signal);
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
    history,
  });
  return buildAnswer({
    survey,
    decision,
    journal: journal.reading(),
    notice,
    settings,
    simulated: terminal.label !== null,
    consoleVersion: about.consoleVersion,
    now,
    offsetMinutes,
  });
}
