import type { CheckId, Survey } from '../domain/facts.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import type { History } from '../domain/history.ts';
import { calendarOf, zoneOf } from '../domain/notice/calendar.ts';
import { offsetMinutesAt } from '../domain/notice/zone.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { Instant } from '../domain/time.ts';
import { isTimedOut, readingsOf, targetsIn } from '../domain/versions/component-status.ts';
import type { Ports } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';
import { inProcessFirst } from './in-process-first.ts';
import { checklist } from './checklist.ts';
import { componentVersions } from './component-versions.ts';
import { checkOf, type Check, type Learned, type ProbeContext } from './probe.ts';
import { marksAreRead, trustedMarks } from './restart-state.ts';
import { runProbe, type CheckRun } from './run-probe.ts';

export interface SurveyContext {
  readonly notice: Notice;
  readonly settings: Settings;
  /** The site's files that could not be used; without them all could. */
  readonly problems?: readonly InputProblem[];
  readonly history: History;
  /** Milliseconds on a clock that never goes back; without it every check's duration is 0. */
  readonly stopwatch?: () => number;
  /** Hears of each check that has its result, with all that is known of the terminal then. */
  readonly onArrival?: (check: CheckId, survey: Survey) => void;
}

/** What is read: everything; what can have changed since; what the versions' files say. */
export type SurveyScope = 'all' | 'regular' | 'versions';

/** Reads the terminal, and keeps what each check came to last. */
export interface Surveyor {
  /**
   * Every check side by side, each within its own time; what needs no program comes first. Always gives a survey; what
   * could not be read is `unknown` or null in it, and checks that the scope leaves out stand as they came last.
   * Readings may overlap: what began later counts. Rejects only for a bug in a probe, after the other checks were told
   * to stop.
   */
  read(context: SurveyContext, signal: AbortSignal, scope?: SurveyScope): Promise<Survey>;
}

/** What a check came to last, and in which reading. */
interface Kept {
  readonly run: CheckRun;
  readonly reading: number;
}

/** A surveyor that has read nothing yet. */
export function createSurveyor(ports: Ports, checks: readonly Check[] = checklist): Surveyor {
  const kept = new Map<CheckId, Kept>();
  let readings = 0;
  let takenAt: Instant | null = null;

  function keep(run: CheckRun, reading: number): void {
    const { id } = run.result;
    if ((kept.get(id)?.reading ?? 0) <= reading) kept.set(id, { run, reading });
  }

  /** Where the tool is does not change under a running terminal; everything else may. */
  function isAsked({ id }: Check, scope: SurveyScope): boolean {
    if (scope === 'versions') return id === 'component-versions' || id === 'delivery-calendar';
    return scope === 'all' || id !== 'management-tool' || kept.get(id)?.run.result.status !== 'ok';
  }

  return {
    async read(context, signal, scope = 'all') {
      const own = new AbortController();
      const both = AbortSignal.any([signal, own.signal]);
      const told = probeContext(ports, context);
      const staged = inProcessFirst(ports);
      readings += 1;
      const reading = readings;
      if (scope !== 'versions') takenAt = told.now;
      const known = (): Survey => surveyOf(checks, kept, { ...told, now: takenAt ?? told.now });
      try {
        const asked = checks.filter((check) => isAsked(check, scope));
        await Promise.all(
          asked.map(async (check) => {
            keep(await runProbe(check, staged, told, both), reading);
            context.onArrival?.(check.id, known());
          }),
        );
        return known();
      } finally {
        own.abort();
      }
    },
  };
}

function probeContext(ports: Ports, context: SurveyContext): ProbeContext {
  const now = ports.clock.now();
  const { notice, settings, problems = [], history, stopwatch = () => 0 } = context;
  const settingsProblem = problems.find(({ file }) => file === 'settings') ?? null;
  const offsetMinutes = offsetMinutesAt(zoneOf(notice), now);
  const uptimeSeconds = ports.clock.uptimeSeconds();
  const calendar = calendarOf(notice);
  return { notice, calendar, settings, settingsProblem, history, now, uptimeSeconds, offsetMinutes, stopwatch };
}

/** The terminal as far as these checks have shown it. */
function surveyOf(checks: readonly Check[], kept: ReadonlyMap<CheckId, Kept>, context: ProbeContext): Survey {
  const runs = checks.flatMap(({ id }) => kept.get(id)?.run ?? []);
  const missing = checks.map(({ id }) => id).filter((id) => !kept.has(id));
  const learned = runs.reduce<Learned>((all, run) => ({ ...all, ...run.learned }), {});
  // Several checks ask for the machine's report; of the boot one of them speaks, as long as it has anything to say.
  const own = kept.get('restart-state')?.run.learned.report;
  const isBootPending = own === undefined && missing.length > 0;
  const boot = isBootPending ? undefined : (own ?? learned.report);
  const { report } = learned;
  return {
    takenAt: context.now,
    pending: { checks: missing, boot: isBootPending },
    offsetMinutes: learned.clock?.offsetMinutes ?? context.offsetMinutes,
    components: learned.components ?? readingsOf(null, context),
    checks: runs.map(({ result }) => result),
    boot: {
      bootedAt: boot?.bootedAt ?? null,
      lastBootKind: boot?.lastBootKind ?? 'unknown',
      record: boot?.record ?? null,
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
 * What the versions' files say, and what is known of the boot beside; whatever does not answer in time is `unknown`, or
 * null.
 */
export async function readVersions(
  ports: Ports,
  context: SurveyContext,
  signal: AbortSignal,
): Promise<Pick<Survey, 'components'> & { readonly bootedAt: Instant | null }> {
  const told = probeContext(ports, context);
  const { learned } = await runProbe(checkOf(componentVersions), ports, told, signal);
  return { components: learned.components ?? readingsOf(null, told), bootedAt: learned.report?.bootedAt ?? null };
}

/**
 * Reads the versions once more where a target of the notice was not read in time. Where the signal is aborted before
 * they are read, the survey stays as it is. Rejects only for a bug in a probe.
 */
export async function readVersionsAgain(
  surveyor: Surveyor,
  context: SurveyContext,
  signal: AbortSignal,
  survey: Survey,
): Promise<Survey> {
  if (!targetsIn(survey.components, context.notice).some(isTimedOut) || signal.aborted) return survey;
  const again = await surveyor.read(context, signal, 'versions');
  return signal.aborted ? survey : again;
}
