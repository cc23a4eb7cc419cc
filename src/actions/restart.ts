import type { Fault, FaultCode } from '../domain/fault.ts';
import { SECOND, toIso, type Instant } from '../domain/time.ts';
import { guideIdOf } from '../guide/situations.ts';
import { restartComment } from './restart-comment.ja.ts';
import type { RestartAnswer } from '../domain/restart-answer.ts';
import type { ActionTools, Progress } from './action.ts';
import { append } from './record.ts';

/**
 * Asks the system to restart. The journal keeps the present boot time, which the next start compares with its own to
 * prove that the restart happened. `replace` cancels a restart that is scheduled already, and asks once more.
 */
export async function* requestRestart(
  tools: ActionTools,
  request: {
    readonly bootedAt: Instant | null;
    readonly attempt: number;
    readonly replace: boolean;
    readonly offsetMinutes: number;
  },
  signal: AbortSignal,
): Progress {
  const { ports, restartDelaySeconds: delaySeconds } = tools;
  const requested = await append(tools, {
    event: 'restart-requested',
    bootedAt: request.bootedAt === null ? null : toIso(request.bootedAt, request.offsetMinutes),
    attempt: request.attempt,
    dueAt: toIso(ports.clock.now() + delaySeconds * SECOND, request.offsetMinutes),
  });
  yield requested;
  if (requested.type === 'journal-failed') {
    yield { type: 'restart-failed', fault: requested.fault };
    return;
  }
  let isReplaced = false;
  if (request.replace) {
    const cancelled = await ports.power.cancelRestart(signal);
    if (!cancelled.ok) {
      yield* unanswered(tools, cancelled.fault);
      return;
    }
    isReplaced = isOff(cancelled.value.answer);
  }
  const answered = await ports.power.restart({ delaySeconds, comment: restartComment }, signal);
  if (!answered.ok) {
    yield* unanswered(tools, answered.fault);
    return;
  }
  const { answer, exitCode, comesBack } = answered.value;
  yield await append(tools, { event: 'restart-answered', exitCode, answer });
  // The one that was to be replaced is off all the same.
  if (isReplaced && answer !== 'accepted') yield await append(tools, { event: 'restart-cancelled' });
  const dueAt = ports.clock.now() + delaySeconds * SECOND;
  const from = ports.clock.uptimeSeconds();
  const uptimes = from === null ? null : { from, to: from + delaySeconds };
  yield { type: 'restart-answered', answer, exitCode, dueAt, uptimes, comesBack };
}

/** The system could not be asked, or gave no answer: the journal says so, or the request would seem to stand. */
async function* unanswered(tools: ActionTools, fault: Fault): Progress {
  yield await append(tools, { event: 'restart-answered', exitCode: null, answer: fault.code });
  yield {
    type: 'restart-failed',
    fault: mayHaveBeenHeard.has(fault.code) ? { ...fault, guideId: guideIdOf('restart:unanswered') } : fault,
  };
}

/** Faults of a program that ran, but was not heard to its end; after any other one nothing was asked. */
const mayHaveBeenHeard: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'timed-out',
  'crashed',
  'cancelled',
  'unreadable',
]);

function isOff(answer: RestartAnswer): boolean {
  return answer === 'accepted' || answer === 'nothing-to-cancel';
}

/** Cancels the countdown. */
export async function* cancelRestart(tools: ActionTools, signal: AbortSignal): Progress {
  const cancelled = await tools.ports.power.cancelRestart(signal);
  if (!cancelled.ok) {
    yield { type: 'restart-failed', fault: cancelled.fault };
    return;
  }
  const { answer, exitCode } = cancelled.value;
  if (isOff(answer)) yield await append(tools, { event: 'restart-cancelled' });
  yield { type: 'restart-cancelled', answer, exitCode };
}
