import type { Result } from '../domain/fault.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { MachineReport, Ports, TaskState } from '../ports/ports.ts';
import { resultText, timeOf } from './evidence.ts';
import type { Evidence, ProbeContext } from './probe.ts';

/** A long weekend: a night further back is nobody's question any more. */
const RECENT = 4 * DAY;
/** The upper half of an HRESULT that carries a Win32 error: the task could not be started at all, as with 0x8007052E (logon failure). */
const WIN32_FAILURE = 0x8007;

export type PlannedRestart = Extract<TaskState, { found: true }>;

/**
 * The task that restarts the terminal at a set time, registered on some terminals beside the delivery's own. It is looked for only where
 * a boot lies in a night: there it tells a planned restart from an interruption; anywhere else its programs would be started for
 * nothing. null: not looked for, absent, or unreadable.
 */
export async function findPlannedRestart(
  ports: Pick<Ports, 'tasks'>,
  context: ProbeContext,
  report: Result<MachineReport>,
  signal: AbortSignal,
): Promise<PlannedRestart | null> {
  const boots = [report.ok ? report.value.bootedAt : null, ...context.history.fullBoots];
  if (!boots.some((boot) => boot !== null && isInNight(boot, context))) return null;
  const task = await ports.tasks.find(context.settings.plannedRestartTask, signal);
  return task.ok && task.value.found ? task.value : null;
}

/** When the task last began to restart the terminal; null where it did not, or that cannot be told. */
export function plannedRestartAt(task: PlannedRestart | null): Instant | null {
  const hasStarted = task !== null && !task.neverRan && task.lastResult !== null && !isWin32(task.lastResult);
  return hasStarted ? task.lastRunAt : null;
}

export function plannedRestartEvidence(task: PlannedRestart | null, context: ProbeContext): Evidence | null {
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

function isWin32(result: number): boolean {
  return result >>> 16 === WIN32_FAILURE;
}
