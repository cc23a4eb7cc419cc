import { timesNow } from '../../domain/history.ts';
import type { Model, RestartJob } from '../../screens/model.ts';
import { SECOND } from '../../domain/time.ts';
import { GRACE_MS, withRestart } from './countdown.ts';
import { idleRestart } from './jobs.ts';

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
 * The countdown that the journal tells of; null where none stands, or its time is long past: then it did not come. One that was
 * asked for in the future says nothing of what comes now: the clock was set back since.
 */
export function standingRestart({
  restartProof: proof,
  calledOff,
  history,
  journal,
  about,
  now,
}: Model): RestartJob | null {
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
