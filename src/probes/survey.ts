import type { CheckId, Survey } from '../domain/facts.ts';
import type { History } from '../domain/history.ts';
import { calendarOf } from '../domain/notice/calendar.ts';
import { offsetMinutesAt } from '../domain/notice/zone.ts';
import type { Notice } from '../domain/notice/schema.ts';
import type { Ports } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';
import { inProcessFirst } from './in-process-first.ts';
import { checklist } from './checklist.ts';
import { checkOf, type Check, type Learned, type ProbeContext } from './probe.ts';
import { marksAreRead, trustedMarks } from './restart-state.ts';
import { runProbe } from './run-probe.ts';
import { readingsOf } from './witnesses.ts';
import { isTimedOut } from '../domain/versions/component-status.ts';
import { componentVersions } from './component-versions.ts';

export interface SurveyContext {
  readonly notice: Notice;
  readonly settings: Settings;
  readonly history: History;
  /** Milliseconds on a clock that never goes back; without it every check's duration is 0. */
  readonly stopwatch?: () => number;
  /** Hears of each check that has its result. */
  readonly onCheckDone?: (id: CheckId) => void;
}

/**
 * Reads the whole terminal once: every check side by side, each within its own time; what needs no program comes first.
 * Always gives a survey; what could not be read is `unknown` or null in it. Rejects only for a bug in a probe, after the
 * other checks were told to stop.
 */
export async function takeSurvey(
  ports: Ports,
  context: SurveyContext,
  signal: AbortSignal,
  checks: readonly Check[] = checklist,
): Promise<Survey> {
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  const told = probeContext(ports, context);
  const staged = inProcessFirst(ports);
  try {
    const runs = await Promise.all(
      checks.map(async (check) => {
        const run = await runProbe(check, staged, told, both);
        context.onCheckDone?.(check.id);
        return run;
      }),
    );
    const learned = runs.reduce<Learned>((all, run) => ({ ...all, ...run.learned }), {});
    return {
      ...assemble(learned, told),
      checks: runs.map((run) => run.result),
    };
  } finally {
    own.abort();
  }
}

function probeContext(ports: Ports, context: SurveyContext): ProbeContext {
  const now = ports.clock.now();
  const { notice, settings, history, stopwatch = () => 0 } = context;
  const offsetMinutes = offsetMinutesAt(notice.delivery.timeZone, now);
  const uptimeSeconds = ports.clock.uptimeSeconds();
  const calendar = calendarOf(notice);
  return { notice, calendar, settings, history, now, uptimeSeconds, offsetMinutes, stopwatch };
}

function assemble(learned: Learned, context: ProbeContext): Omit<Survey, 'checks'> {
  const { report } = learned;
  return {
    takenAt: context.now,
    offsetMinutes: learned.clock?.offsetMinutes ?? context.offsetMinutes,
    components: learned.components ?? readingsOf(null, context),
    boot: {
      bootedAt: report?.bootedAt ?? null,
      lastBootKind: report?.lastBootKind ?? 'unknown',
      record: report?.record ?? null,
    },
    restartMarks: learned.pending ? trustedMarks(learned.pending) : [],
    marksAreRead: learned.pending !== undefined && marksAreRead(learned.pending),
    power: learned.power ?? null,
    disk: learned.disk ?? null,
    terminal: report && report.name !== null && report.os !== null ? { name: report.name, os: report.os } : null,
    session: report?.session ?? null,
    lastTaskRun: learned.lastTaskRun ?? null,
    plannedRestartAt: learned.plannedRestartAt ?? null,
  };
}

/**
 * Reads the versions once more where the notice's target was not read in time, and puts what is new in the survey's
 * place. Where the signal is aborted before they are read, the survey stays as it is. Rejects only for a bug in a probe.
 */
export async function readVersionsAgain(
  ports: Ports,
  context: SurveyContext,
  signal: AbortSignal,
  survey: Survey,
): Promise<Survey> {
  const target = survey.components.find(({ id }) => id === context.notice.target.component);
  if (!target || !isTimedOut(target) || signal.aborted) return survey;
  const again = await takeSurvey(ports, context, signal, [checkOf(componentVersions)]);
  if (signal.aborted) return survey;
  const [versions] = again.checks;
  return {
    ...survey,
    components: again.components,
    checks: survey.checks.map((check) => (check.id === versions?.id ? versions : check)),
  };
}
