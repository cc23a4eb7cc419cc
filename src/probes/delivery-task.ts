import { failed, ok, type Result } from '../domain/fault.ts';
import { DAY, HOUR, toShortText, type Instant } from '../domain/time.ts';
import type { MachineReport, Ports, TaskState } from '../ports/ports.ts';
import { deliveryTaskTexts as texts } from './checks.ja.ts';
import { conclude, faultFindings, faultsOf, resultText, timeOf, type Finding } from './finding.ts';
import { learnedFrom, type Evidence, type Probe, type ProbeContext } from './probe.ts';

/** SCHED_S_TASK_HAS_NOT_RUN. */
const NEVER_RUN = 0x41303;
/** Success, SCHED_S_TASK_RUNNING and NEVER_RUN: the last results that are no errors. */
const NO_ERRORS: ReadonlySet<number> = new Set([0, 0x41301, NEVER_RUN]);

/** A long weekend: a night further back is nobody's question any more. */
const RECENT = 4 * DAY;
/**
 * The upper half of an HRESULT that carries a Win32 error, as 0x8007052E (logon failure): the task was never started.
 */
const WIN32_FAILURE = 0x8007;
/** The same of what a program itself ended with, as 5 (access denied) of shutdown.exe: it did not restart anything. */
const EXIT_CODE = 0;

/**
 * The password that the task was registered with is no longer the account's: no restart cures that (domain.md, from the
 * field).
 */
const LOGON_FAILURE = 0x8007052e;

type FoundTask = Extract<TaskState, { found: true }>;

interface TaskFacts {
  readonly task: TaskState;
  readonly report: Result<MachineReport>;
  /** The terminal's own planned restart, see `findPlannedRestart`. */
  readonly planned?: FoundTask | null;
}

const guide = {
  warn: 'task-stale',
  fail: 'task-error',
  password: 'task-password',
  missing: 'task-missing',
  disabled: 'task-disabled',
  unknown: 'check-unknown',
};

/** The scheduled task that fetches what is delivered: without it nothing ever arrives. */
export const deliveryTask: Probe<TaskFacts> = {
  id: 'delivery-task',
  guide,

  async gather(ports, context, signal) {
    const reported = ports.machine.report(signal);
    const [task, report, planned] = await Promise.all([
      ports.tasks.find(context.settings.deliveryTask, signal),
      reported,
      reported.then((report) => findPlannedRestart(ports, context, report, signal)),
    ]);
    return task.ok ? ok({ task: task.value, report, planned }) : failed(task.fault);
  },

  judge({ task, report, planned = null }, context) {
    const name = context.settings.deliveryTask;
    if (!task.found) {
      const missing: Finding = { status: 'fail', ...texts.missing(name), guideId: guide.missing };
      return conclude(guide, [missing], '', { name, found: false });
    }
    const findings = [
      ...stateFindings(name, task),
      ...(hasNeverRun(task)
        ? [{ status: 'warn', ...texts.neverRan(name) } as const]
        : silenceFindings(name, task, report, context)),
    ];
    const lastRun = task.lastRunAt === null ? '' : toShortText(task.lastRunAt, context.offsetMinutes);
    return conclude(guide, findings, texts.ok(name, lastRun), {
      name,
      found: true,
      enabled: task.enabled,
      lastRunAt: timeOf(task.lastRunAt, context),
      neverRan: hasNeverRun(task),
      lastResult: task.lastResult === null ? null : resultText(task.lastResult),
      plannedRestart: plannedRestartEvidence(planned, context),
      ...faultsOf({ report }),
    });
  },

  learn({ task, report, planned = null }) {
    return {
      lastTaskRun: task.found ? task.lastRunAt : null,
      plannedRestartAt: plannedRestartAt(planned),
      ...learnedFrom(report),
    };
  },
};

function hasNeverRun(task: FoundTask): boolean {
  return task.neverRan || (task.lastRunAt === null && task.lastResult === NEVER_RUN);
}

function stateFindings(name: string, task: FoundTask): readonly Finding[] {
  const findings: Finding[] = [];
  if (task.enabled === false) findings.push({ status: 'fail', ...texts.disabled(name), guideId: guide.disabled });
  if (task.lastResult !== null && !NO_ERRORS.has(task.lastResult))
    findings.push({
      status: 'fail',
      ...texts.error(name, resultText(task.lastResult)),
      guideId: task.lastResult >>> 0 === LOGON_FAILURE ? guide.password : null,
    });
  if (task.enabled === null || task.lastResult === null)
    findings.push({ status: 'unknown', ...texts.unreadable(name) });
  return findings;
}

/** A task that is silent for long only counts while the terminal was up for as long. */
function silenceFindings(
  name: string,
  task: FoundTask,
  report: Result<MachineReport>,
  context: ProbeContext,
): readonly Finding[] {
  const { lastRunAt } = task;
  if (lastRunAt === null) return [{ status: 'unknown', ...texts.unreadable(name) }];
  const { taskSilenceHours } = context.settings.limits;
  const limit = taskSilenceHours * HOUR;
  // Neither that it runs nor that it is silent can be told by a time that lies so far ahead.
  if (lastRunAt - context.now > limit) return [{ status: 'unknown', ...texts.ahead(name) }];
  if (context.now - lastRunAt <= limit) return [];
  if (!report.ok) return faultFindings(report);
  const { bootedAt } = report.value;
  if (bootedAt === null) return [{ status: 'unknown', ...texts.unreadable(name) }];
  if (context.now - bootedAt <= limit) return [];
  const text = texts.silent(name, toShortText(lastRunAt, context.offsetMinutes), taskSilenceHours);
  return [{ status: 'warn', ...text }];
}

/**
 * The task that restarts the terminal at a set time, registered on some terminals beside the delivery's own. It is
 * looked for only where a boot lies in a night: there it tells a planned restart from an interruption; anywhere else
 * its programs would be started for nothing. null: not looked for, absent, or unreadable.
 */
async function findPlannedRestart(
  ports: Pick<Ports, 'tasks'>,
  context: ProbeContext,
  report: Result<MachineReport>,
  signal: AbortSignal,
): Promise<FoundTask | null> {
  const boots = [report.ok ? report.value.bootedAt : null, ...context.history.fullBoots];
  if (!boots.some((boot) => boot !== null && isInNight(boot, context))) return null;
  const task = await ports.tasks.find(context.settings.plannedRestartTask, signal);
  return task.ok && task.value.found ? task.value : null;
}

/** When the task last began to restart the terminal; null where it did not, or that cannot be told. */
function plannedRestartAt(task: FoundTask | null): Instant | null {
  if (task === null || task.neverRan || task.lastResult === null) return null;
  const kind = task.lastResult >>> 16;
  const hasFailed = kind === WIN32_FAILURE || (kind === EXIT_CODE && task.lastResult !== 0);
  return hasFailed ? null : task.lastRunAt;
}

function plannedRestartEvidence(task: FoundTask | null, context: ProbeContext): Evidence | null {
  if (task === null) return null;
  return {
    name: context.settings.plannedRestartTask,
    lastRunAt: timeOf(task.lastRunAt, context),
    lastResult: task.lastResult === null ? null : resultText(task.lastResult),
  };
}

function isInNight(boot: Instant, { calendar, now }: ProbeContext): boolean {
  return now - boot < RECENT && calendar.nights.some(({ start, end }) => start < boot && boot < end);
}
