import { failed, ok, type Fault, type FaultCode } from '../domain/fault.ts';
import type { RestartAnswer } from '../domain/outcomes.ts';
import { isoOrNull, SECOND, toIso, type Instant } from '../domain/time.ts';
import { guideIdOf } from '../guide/situations.ts';
import { append, type Action, type ActionTools, type Progress } from './action.ts';
import { restartComment } from './actions.ja.ts';

interface Asked {
  /** The present boot, which the next start compares with its own to prove that the restart happened. */
  readonly bootedAt: Instant | null;
  readonly attempt: number;
  /** Cancels a restart that is scheduled already, and asks once more. */
  readonly replace: boolean;
}

interface Answered {
  readonly answer: RestartAnswer;
  readonly exitCode: number;
  readonly dueAt: Instant;
  readonly uptimes: CountdownUptimes | null;
  readonly comesBack: boolean;
}

/**
 * The machine's uptime, in seconds, when a restart was asked for and when it is due: no clock that is set moves them.
 * Where it could not be read there are none.
 */
export interface CountdownUptimes {
  readonly from: number;
  readonly to: number;
}

/** Asks the system to restart. The journal says so before, with the present boot time. */
export const requestRestart: Action<Asked, Answered> = async function* (tools, signal, { bootedAt, attempt, replace }) {
  const { ports, offsetMinutes, restartDelaySeconds: delaySeconds } = tools;
  const requested = yield* append(tools, {
    event: 'restart-requested',
    bootedAt: isoOrNull(bootedAt, offsetMinutes),
    attempt,
    dueAt: toIso(ports.clock.now() + delaySeconds * SECOND, offsetMinutes),
  });
  if (!requested.ok) return requested;
  let isReplaced = false;
  if (replace) {
    const cancelled = await ports.power.cancelRestart(signal);
    if (!cancelled.ok) return yield* unanswered(tools, cancelled.fault);
    isReplaced = isOff(cancelled.value.answer);
  }
  const answered = await ports.power.restart({ delaySeconds, comment: restartComment }, signal);
  if (!answered.ok) return yield* unanswered(tools, answered.fault);
  const { answer, exitCode, comesBack } = answered.value;
  yield* append(tools, { event: 'restart-answered', exitCode, answer });
  // The one that was to be replaced is off all the same.
  if (isReplaced && answer !== 'accepted') yield* append(tools, { event: 'restart-cancelled' });
  const dueAt = ports.clock.now() + delaySeconds * SECOND;
  const from = ports.clock.uptimeSeconds();
  const uptimes = from === null ? null : { from, to: from + delaySeconds };
  return ok({ answer, exitCode, dueAt, uptimes, comesBack });
};

/** The system could not be asked, or gave no answer: the journal says so, or the request would seem to stand. */
async function* unanswered(tools: ActionTools, fault: Fault): Progress<never> {
  yield* append(tools, { event: 'restart-answered', exitCode: null, answer: fault.code });
  return failed(mayHaveBeenHeard.has(fault.code) ? { ...fault, guideId: guideIdOf('restart:unanswered') } : fault);
}

/** Faults of a program that ran, but was not heard to its end; after any other one nothing was asked. */
const mayHaveBeenHeard: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'timed-out',
  'crashed',
  'cancelled',
  'unreadable',
]);

/** Cancels the countdown. */
export const cancelRestart: Action<unknown, { readonly answer: RestartAnswer; readonly exitCode: number }> =
  async function* (tools, signal) {
    const cancelled = await tools.ports.power.cancelRestart(signal);
    if (!cancelled.ok) return cancelled;
    if (isOff(cancelled.value.answer)) yield* append(tools, { event: 'restart-cancelled' });
    return cancelled;
  };

function isOff(answer: RestartAnswer): boolean {
  return answer === 'accepted' || answer === 'nothing-to-cancel';
}
