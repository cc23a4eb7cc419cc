import type { Model } from '../../screens/model.ts';
import type { Instant } from '../../domain/time.ts';
import { SECOND } from '../../domain/time.ts';

/** How long after its time a restart may take to begin before the console says that it does not. */
export const GRACE_MS = 30 * SECOND;

/**
 * Where the uptime is not known the clock is read each second during a countdown. Where it is this much further on, or goes back,
 * it was set; the system counts seconds and does not mind, so the time of the restart moves along. A simulated terminal does the
 * same: its clock is put past the restart the moment it goes down, and a console that still looks must not call that late.
 */
const LEAP_MS = 10 * SECOND;
/** The uptime is told in whole seconds. */
const ROUNDING_MS = 2 * SECOND;

/**
 * Moves the clock to `now`, and the time of a restart that is counted down with a clock that was set. Of a clock that leaps the
 * uptime tells whether it was set or the console stood still; `undefined`: it was not read, and the next tick will tell.
 */
export function withTime(model: Model, now: Instant, uptimeSeconds?: number | null): Model {
  const { restart } = model;
  if (restart.phase !== 'counting' || restart.dueAt === null) return { ...model, now };
  if (uptimeSeconds === undefined && restart.dueAtUptime !== null) return { ...model, now };
  const dueAt = dueNow(model, restart.dueAt, now, uptimeSeconds ?? null);
  const counting: Model = { ...model, now, restart: { ...restart, dueAt } };
  return now < dueAt + GRACE_MS
    ? counting
    : {
        ...counting,
        restart: { ...counting.restart, phase: 'overdue' },
        selected: { ...model.selected, restart: 0 },
      };
}

function dueNow(
  { restart, about, now: before }: Model,
  dueAt: Instant,
  now: Instant,
  uptimeSeconds: number | null,
): Instant {
  const { dueAtUptime } = restart;
  const left = dueAtUptime === null || uptimeSeconds === null ? null : (dueAtUptime - uptimeSeconds) * SECOND;
  // An uptime from before the countdown is that of another boot.
  if (left === null || left > about.restartDelaySeconds * SECOND + ROUNDING_MS) {
    const passed = now - before;
    return passed < 0 || passed > LEAP_MS ? dueAt + passed : dueAt;
  }
  return Math.abs(now + left - dueAt) > ROUNDING_MS ? now + left : dueAt;
}
