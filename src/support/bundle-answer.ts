import type { ComponentReading } from '../domain/facts.ts';
import { nextNight, phaseAt } from '../domain/notice/calendar.ts';
import { restartStateTexts } from '../probes/checks.ja.ts';
import { allowedPath, allowedVersion, allowedWord, timeOrNull } from './allowed.ts';
import { bundleCheck } from './bundle-checks.ts';
import type { BundleInput } from './bundle-input.ts';

/**
 * The answer of `check` without its free texts, each field named here: reasons and summaries quote paths, names and what was typed.
 * Fields that stand in both documents have the same names.
 */
export function bundleAnswer({ about, survey, decision, journal, now }: BundleInput): object {
  const { calendar, offsetMinutes } = about;
  const { boot, session } = survey;
  return {
    verdict: decision.verdict,
    nextStep: {
      id: decision.step,
      rule: decision.rule,
      check: decision.check,
      night: decision.night,
      alternative: decision.alternative,
    },
    components: survey.components.map((component) => bundleComponent(component, offsetMinutes)),
    checks: survey.checks.map(bundleCheck),
    restart: {
      marks: survey.restartMarks.map((mark) => allowedWord(Object.keys(restartStateTexts.markNames), mark)),
      bootedAt: timeOrNull(boot.bootedAt, offsetMinutes),
      lastBootKind: boot.lastBootKind,
    },
    session: {
      remote: session?.remote ?? null,
      locked: session?.locked ?? null,
      elevated: session?.elevated ?? null,
    },
    delivery: {
      phase: phaseAt(calendar, now),
      nextNight: nextNight(calendar, now)?.date ?? null,
      lastNight: calendar.lastNight,
      allDayFrom: calendar.allDayFrom,
      lastTaskRun: timeOrNull(survey.lastTaskRun, offsetMinutes),
    },
    journal: {
      state: journal.state,
      line: journal.line,
      entries: journal.entries.length,
      problemLines: journal.problems.map((problem) => problem.line),
    },
  };
}

function bundleComponent({ id, status, installed, required, witnesses }: ComponentReading, offset: number): object {
  return {
    id,
    status,
    installed: allowedVersion(installed),
    required: allowedVersion(required),
    witnesses: witnesses.map((witness) => ({
      source: witness.source,
      state: witness.state,
      version: allowedVersion(witness.version),
      path: allowedPath(witness.path),
      changedAt: timeOrNull(witness.changedAt, offset),
      fault: witness.fault?.code ?? null,
    })),
  };
}
