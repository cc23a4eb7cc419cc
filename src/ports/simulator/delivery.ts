import type { Calendar } from '../../domain/notice/calendar.ts';
import { HOUR, MINUTE, type Instant } from '../../domain/time.ts';
import type { MachineState, RunningTerminal } from './machine.ts';
import { readState, writeState } from './shared-files.ts';
import { DELIVERY_TASK, type SimulatedTask } from './terminal-spec.ts';
import { workdirFiles } from './workdir.ts';

/** `nights.json`: the nights in which the notice delivers. */
interface DeliveringNights {
  readonly nights: readonly { readonly start: Instant; readonly end: Instant }[];
}

export function writeNights(workdir: string, { nights }: Calendar): void {
  const delivering = nights.filter((night) => night.delivers).map(({ start, end }) => ({ start, end }));
  writeState(workdirFiles(workdir).nights, { nights: delivering } satisfies DeliveringNights);
}

/**
 * The ends of the delivering nights that the terminal has run through since its last boot, oldest first: a night counts
 * when its end has passed with the terminal on, awake, and with its delivery task enabled. It follows from the clock
 * alone, so every program sees the same without anybody writing it down.
 */
function endsOfNightsRunThrough({ workdir, spec, machine }: RunningTerminal, now: Instant): readonly Instant[] {
  const sleeps = (spec.power.sleepMinutesOnAc ?? 0) > 0;
  const fetches = spec.tasks.some((task) => isDeliveryTask(task) && task.enabled);
  if (!spec.delivery.overnight || sleeps || !fetches) return [];
  const nights = readState<DeliveringNights>(workdirFiles(workdir).nights, ['nights'])?.nights ?? [];
  return nights.map(({ end }) => end).filter((end) => machine.since < end && end <= now);
}

/**
 * Whether the next full boot has something to install: from a night, from the scenario's beginning, or from the tool.
 */
export function isStaged(terminal: RunningTerminal, now: Instant): boolean {
  const { workdir, spec, machine } = terminal;
  const isBroughtByNight = !machine.arrived && endsOfNightsRunThrough(terminal, now).length > 0;
  const isThereFromStart = machine.bootCount === 0 && spec.delivery.staged;
  const byTool = readState<StagedByTool>(workdirFiles(workdir).staged, ['bootCount']);
  return isBroughtByNight || isThereFromStart || byTool?.bootCount === machine.bootCount;
}

/** `staged.json`: the boot in which the management tool has fetched what the next one installs. */
type StagedByTool = Pick<MachineState, 'bootCount'>;

export function stageByTool(workdir: string, { bootCount }: MachineState): void {
  writeState(workdirFiles(workdir).staged, { bootCount } satisfies StagedByTool);
}

/**
 * When a task last ran. The delivery task runs at each boot and then hourly; one that was already silent for over an
 * hour when the scenario began stays silent until a boot or a night's delivery wakes it.
 */
export function lastRunOf(task: SimulatedTask, terminal: RunningTerminal, now: Instant): Instant | null {
  if (!isDeliveryTask(task) || !task.enabled || task.lastRunAt === null) return task.lastRunAt;
  const { spec, machine } = terminal;
  const atBoot = machine.bootCount > 0 ? machine.bootedAt : null;
  const nightEnd = endsOfNightsRunThrough(terminal, now).at(-1);
  const woken = Math.max(atBoot ?? -Infinity, nightEnd === undefined ? -Infinity : nightEnd - 5 * MINUTE);
  if (woken === -Infinity && spec.now - task.lastRunAt > HOUR) return task.lastRunAt;
  const started = Math.max(task.lastRunAt, woken);
  return started + Math.max(0, Math.floor((now - started) / HOUR)) * HOUR;
}

function isDeliveryTask(task: SimulatedTask): boolean {
  return task.name.toLowerCase() === DELIVERY_TASK.toLowerCase();
}
