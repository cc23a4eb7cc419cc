import type { CheckResult } from '../domain/facts.ts';
import { failed, type Fault, type Result } from '../domain/fault.ts';
import { startHeldLimit, startLimit } from '../domain/limit.ts';
import { SECOND } from '../domain/time.ts';
import type { Ports } from '../ports/ports.ts';
import { probeTexts } from './checks.ja.ts';
import { conclude, faultFrom, faultOf, unknownFrom } from './finding.ts';
import type { Check, Learned, ProbeContext, Taken } from './probe.ts';

/** What a check came to, and what it learned beside. */
export interface CheckRun {
  readonly result: CheckResult;
  readonly learned: Learned;
}

/** What all waiting for turns may add to the time of a check at most, beside its limit once more, in milliseconds. */
const START_MS = 1_000;
/** How long a check that was told to stop may take to hand over what it has, in milliseconds. */
const GRACE_MS = 250;

/**
 * Runs one check within `limits.checkTimeoutSeconds`, over ports of its own. Its signal is aborted when that time is up
 * or the caller's signal is; a check that hangs past its abort is abandoned. While all of its programs wait for their
 * turn its time does not pass, but for no longer than its limit once more. A fault makes the check `unknown`. An
 * exception is a bug and is passed on.
 */
export async function runProbe(
  check: Check,
  ports: Ports,
  context: ProbeContext,
  signal: AbortSignal,
): Promise<CheckRun> {
  const startedAt = context.stopwatch();
  const taken = await withinLimit(
    (bounded, onWaiting) => check.take(ports.forCheck(check.id, onWaiting), context, bounded),
    context.settings.limits.checkTimeoutSeconds,
    signal,
  );
  const durationMs = Math.max(0, Math.round(context.stopwatch() - startedAt));
  const { judgement, learned } = taken.ok ? taken.value : without(taken.fault, check, context);
  return { result: { id: check.id, ...judgement, durationMs }, learned };
}

/** What a check that gave nothing comes to. */
function without(fault: Fault, check: Check, context: ProbeContext): Taken {
  const isLate = fault.code === 'timed-out' || fault.code === 'cancelled';
  const known = isLate ? check.late(context) : null;
  if (known !== null) return known;
  const judgement = conclude(check.guide, [unknownFrom(fault)], '', { fault: faultOf(fault) });
  return { judgement, learned: {} };
}

async function withinLimit<T>(
  work: (signal: AbortSignal, onWaiting: (allWait: boolean) => void) => Promise<Result<T>>,
  limitSeconds: number,
  callerSignal: AbortSignal,
): Promise<Result<T>> {
  const noAnswer = (): Result<T> =>
    failed(
      callerSignal.aborted
        ? faultFrom('cancelled', probeTexts.cancelled)
        : faultFrom('timed-out', probeTexts.timedOut(limitSeconds)),
    );
  if (callerSignal.aborted) return noAnswer();

  const own = new AbortController();
  const bounded = AbortSignal.any([callerSignal, own.signal]);
  const limit = startHeldLimit(limitSeconds * SECOND, () => own.abort());
  const limits = [
    () => limit.stop(),
    startLimit(2 * limitSeconds * SECOND + START_MS, () => own.abort(), { holds: true }),
  ];
  const abandoned = new Promise<Result<T>>((resolve) => {
    const onAbort = (): void => void limits.push(startLimit(GRACE_MS, () => resolve(noAnswer()), { holds: true }));
    bounded.addEventListener('abort', onAbort, { once: true });
  });
  const onWaiting = (allWait: boolean): void => (allWait ? limit.hold() : limit.go());
  try {
    const result = await Promise.race([work(bounded, onWaiting), abandoned]);
    const cutShort = bounded.aborted && !result.ok && result.fault.code === 'cancelled';
    return cutShort ? noAnswer() : result;
  } finally {
    own.abort();
    for (const stop of limits) stop();
  }
}
