import type { CheckResult } from '../core/facts.ts';
import { failed } from '../core/fault.ts';
import type { Fault, Result } from '../core/fault.ts';
import { SECOND } from '../core/time.ts';
import type { Ports } from '../ports/ports.ts';
import { probeTexts } from '../strings/checks.ja.ts';
import type { CheckText } from '../strings/checks.ja.ts';
import { faultOf } from './evidence.ts';
import { conclude, unknownFrom } from './finding.ts';
import type { Check, Learned, ProbeContext } from './probe.ts';

/** How long a check that was told to stop may take to hand over what it has, in milliseconds. */
const GRACE_MS = 250;

/**
 * Runs one check within `limits.checkTimeoutSeconds`. Its signal is aborted when that time is up or the caller's signal is; a
 * check that hangs past its abort is abandoned. A fault makes the check `unknown`. An exception is a bug and is passed on.
 */
export async function runProbe(
  check: Check,
  ports: Ports,
  context: ProbeContext,
  signal: AbortSignal,
): Promise<{ readonly result: CheckResult; readonly learned: Learned }> {
  const startedAt = context.stopwatch();
  const taken = await withinLimit(
    (bounded) => check.take(ports, context, bounded),
    context.settings.limits.checkTimeoutSeconds,
    signal,
  );
  const durationMs = Math.max(0, Math.round(context.stopwatch() - startedAt));
  if (taken.ok) {
    const { judgement, learned } = taken.value;
    return { result: { id: check.id, ...judgement, durationMs }, learned };
  }
  const evidence = { fault: faultOf(taken.fault) };
  const judgement = conclude(check.id, [unknownFrom(taken.fault)], '', evidence);
  return { result: { id: check.id, ...judgement, durationMs }, learned: {} };
}

async function withinLimit<T>(
  work: (signal: AbortSignal) => Promise<Result<T>>,
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
  const timers = [setTimeout(() => own.abort(), limitSeconds * SECOND)];
  const abandoned = new Promise<Result<T>>((resolve) => {
    const onAbort = (): void => void timers.push(setTimeout(() => resolve(noAnswer()), GRACE_MS));
    bounded.addEventListener('abort', onAbort, { once: true });
  });
  try {
    const result = await Promise.race([work(bounded), abandoned]);
    const cutShort = bounded.aborted && !result.ok && result.fault.code === 'cancelled';
    return cutShort ? noAnswer() : result;
  } finally {
    own.abort();
    for (const timer of timers) clearTimeout(timer);
  }
}

function faultFrom(code: Fault['code'], text: CheckText): Fault {
  return { code, headline: text.summary, tryNext: text.remedy, guideId: null };
}
