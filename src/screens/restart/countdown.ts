import { timesNow } from '../../domain/history.ts';
import { SECOND, type Instant } from '../../domain/time.ts';
import type { Model, RestartJob } from '../model.ts';

export const idleRestart: RestartJob = {
  phase: 'idle',
  dueAt: null,
  uptimes: null,
  askedAt: null,
  answer: null,
  exitCode: null,
  fault: null,
  comesBack: true,
};

/** How long after its time a restart may take to begin before the console says that it does not. */
export const GRACE_MS = 30 * SECOND;

/**
 * Where the uptime is not known the clock is read each second during a countdown. Where it is this much further on, or
 * goes back, it was set; the system counts seconds and does not mind, so the time of the restart moves along. A
 * simulated terminal does the same: its clock is put past the restart the moment it goes down, and a console that still
 * looks must not call that late.
 */
const LEAP_MS = 10 * SECOND;
/** The uptime is told in whole seconds. */
const ROUNDING_SECONDS = 2;

/**
 * Moves the clock to `now`, and the time of a restart that is counted down with a clock that was set. `uptimeSeconds`,
 * read with it, tells a clock that was set from a console that stood still; `undefined`: it was not read, and the next
 * tick will tell.
 */
export function withTime(before: Model, now: Instant, uptimeSeconds?: number | null): Model {
  const model: Model = {
    ...before,
    now,
    uptimeSeconds: uptimeSeconds === undefined ? before.uptimeSeconds : uptimeSeconds,
  };
  const { restart } = model;
  if (restart.phase !== 'counting' || restart.dueAt === null) return model;
  const left = secondsLeft(restart, uptimeSeconds ?? null);
  const dueAt = left === null ? dueByClock(restart.dueAt, before.now, now) : dueByUptime(restart.dueAt, now, left);
  const counting: Model = { ...model, restart: { ...restart, dueAt } };
  const mayBeOverdue = uptimeSeconds !== undefined || restart.uptimes === null;
  if (now < dueAt + GRACE_MS || !mayBeOverdue) return counting;
  return withRestart(counting, { ...counting.restart, phase: 'overdue' });
}

/** What is left by the uptime; null where that does not tell: it is not known, or that of another boot. */
function secondsLeft({ uptimes }: RestartJob, uptimeSeconds: number | null): number | null {
  if (uptimes === null || uptimeSeconds === null || uptimeSeconds < uptimes.from - ROUNDING_SECONDS) return null;
  return uptimes.to - uptimeSeconds;
}

function dueByUptime(dueAt: Instant, now: Instant, left: number): Instant {
  const due = now + left * SECOND;
  return Math.abs(due - dueAt) > ROUNDING_SECONDS * SECOND ? due : dueAt;
}

function dueByClock(dueAt: Instant, before: Instant, now: Instant): Instant {
  const passed = now - before;
  return passed < 0 || passed > LEAP_MS ? dueAt + passed : dueAt;
}

/** A restart that changes its phase shows its first row. */
export function withRestart(model: Model, restart: RestartJob): Model {
  return { ...model, restart, selected: { ...model.selected, restart: 0 } };
}

/**
 * Follows a countdown that this run did not start: the console was left or killed meanwhile, or another one asked. The
 * system counts on without it, so it must stay in sight and can be called off. Needs a clock that was just read.
 */
export function withStandingRestart(model: Model): Model {
  const { restart, restartProof: proof } = model;
  if (restart.askedAt !== null) {
    const stands = proof.type === 'not-yet' && proof.requestedAt === restart.askedAt;
    return stands ? model : withStandingRestart(withRestart(model, idleRestart));
  }
  const isFree = restart.phase === 'idle' || restart.answer === 'already-scheduled';
  const standing = isFree ? standingRestart(model) : null;
  return standing === null ? model : withRestart(model, standing);
}

/**
 * The countdown that the journal tells of; null where none stands, or its time is long past: then it did not come. One
 * that was asked for in the future says nothing of what comes now: the clock was set back since.
 */
export function standingRestart(model: Model): RestartJob | null {
  const { restartProof: proof, calledOff, history, journal, about, now } = model;
  if (proof.type !== 'not-yet' || !proof.accepted || proof.requestedAt === calledOff) return null;
  const { requestedAt } = proof;
  const { restart } = history.begun;
  const begun = restart?.at === requestedAt ? timesNow(restart, journal.present) : null;
  const at = begun?.at ?? requestedAt;
  // Lines of earlier versions do not say when it is due: by the delay as it is set now.
  const dueAt = begun?.dueAt ?? at + about.restartDelaySeconds * SECOND;
  if (now < at || now >= dueAt + GRACE_MS) return null;
  const from = restart?.boot?.uptimeSeconds ?? null;
  const uptimes = begun === null || from === null ? null : { from, to: from + (dueAt - at) / SECOND };
  return { ...idleRestart, phase: 'counting', askedAt: requestedAt, dueAt, uptimes };
}
