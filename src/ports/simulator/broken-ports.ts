import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { simulatedFaultTexts as texts } from './simulator.ja.ts';
import type { Clock, Files } from '../ports.ts';
import { GARBAGE } from './programs/broken.ts';
import type { FaultKind } from './scenario-schema.ts';

/**
 * What a check reads without starting a program fails in the same four ways: `hang` waits until the check gives up, `garbage`
 * gives bytes that are no text, or no time at all.
 */
export function brokenFiles(files: Files, fault: FaultKind): Files {
  return {
    ...files,
    async read(path, options) {
      if (fault === 'garbage') {
        const real = await files.read(path, options);
        return real.ok ? ok({ ...real.value, bytes: GARBAGE, size: GARBAGE.length }) : real;
      }
      return breakAs(fault, options.signal);
    },
    stat: async (path, signal) => (fault === 'garbage' ? files.stat(path, signal) : breakAs(fault, signal)),
  };
}

/** `now`, which cannot fail, stays. */
export function brokenClock(clock: Clock, fault: FaultKind): Clock {
  return { ...clock, read: async (signal) => breakAs(fault, signal) };
}

async function breakAs<T>(fault: FaultKind, signal: AbortSignal): Promise<Result<T>> {
  switch (fault) {
    case 'hang':
      await aborted(signal);
      return failed(faultOf('cancelled', texts.hang));
    case 'crash':
      return failed(faultOf('crashed', texts.crash));
    case 'deny':
      return failed(faultOf('denied', texts.deny));
    case 'garbage':
      break;
  }
  return failed(faultOf('unreadable', texts.garbage));
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}

function faultOf(code: Fault['code'], headline: string): Fault {
  return { code, headline, tryNext: texts.tryNext, guideId: null };
}
