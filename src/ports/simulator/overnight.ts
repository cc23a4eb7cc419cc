import { HOUR, MINUTE, type Instant } from '../../domain/time.ts';
import { DELIVERY_TASK, type SimulatedTask, type TerminalSpec } from './defaults.ts';
import type { MachineState } from './machine-state.ts';
import { isRecord, readState } from './state-file.ts';
import { workdirFiles } from './workdir.ts';

/** A night in which the notice delivers. */
export interface DeliveringNight {
  readonly start: Instant;
  readonly end: Instant;
}

export function readNights(workdir: string): readonly DeliveringNight[] {
  return readState(workdirFiles(workdir).nights, isNights)?.nights ?? [];
}

/**
 * The delivering nights that the terminal has run through since its last boot, oldest first: a night counts when its end
 * has passed with the terminal on, awake, and with its delivery task enabled. It follows from the clock alone, so every
 * program sees the same without anybody writing it down.
 */
function nightsRunThrough(
  spec: TerminalSpec,
  machine: MachineState,
  nights: readonly DeliveringNight[],
  now: Instant,
): readonly DeliveringNight[] {
  const sleeps = (spec.power.sleepMinutesOnAc ?? 0) > 0;
  const fetches = spec.tasks.some((task) => isDeliveryTask(task) && task.enabled);
  if (!spec.delivery.overnight || sleeps || !fetches) return [];
  return nights.filter((night) => machine.since < night.end && night.end <= now);
}

/** Whether the next full boot has something to install. */
export function isStagedOvernight(
  spec: TerminalSpec,
  machine: MachineState,
  nights: readonly DeliveringNight[],
  now: Instant,
): boolean {
  return !machine.arrived && nightsRunThrough(spec, machine, nights, now).length > 0;
}

/**
 * When a task last ran. The delivery task runs at each boot and then hourly; one that was already silent for over an hour
 * when the scenario began stays silent until a boot or a night's delivery wakes it.
 */
export function lastRunOf(
  task: SimulatedTask,
  spec: TerminalSpec,
  machine: MachineState,
  nights: readonly DeliveringNight[],
  now: Instant,
): Instant | null {
  if (!isDeliveryTask(task) || !task.enabled || task.lastRunAt === null) return task.lastRunAt;
  const atBoot = machine.bootCount > 0 ? machine.bootedAt : null;
  const night = nightsRunThrough(spec, machine, nights, now).at(-1);
  const inNight = night ? night.end - 5 * MINUTE : null;
  const woken = Math.max(atBoot ?? -Infinity, inNight ?? -Infinity);
  const started = Math.max(task.lastRunAt, woken);
  const silent = woken === -Infinity && spec.now - task.lastRunAt > HOUR;
  return silent ? task.lastRunAt : started + Math.max(0, Math.floor((now - started) / HOUR)) * HOUR;
}

function isDeliveryTask(task: SimulatedTask): boolean {
  return task.name.toLowerCase() === DELIVERY_TASK.toLowerCase();
}

function isNights(value: unknown): value is { readonly nights: readonly DeliveringNight[] } {
  return isRecord(value) && Array.isArray(value['nights']);
}
