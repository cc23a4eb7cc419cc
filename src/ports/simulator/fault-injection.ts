import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import type { Clock, Files, ProgramId } from '../ports.ts';
import { FAILED_EXIT } from './programs/context.ts';
import type { FaultKind } from './scenario-schema.ts';
import { simulatedFaultTexts as texts } from './simulator.ja.ts';
import type { TerminalSpec } from './terminal-spec.ts';

/** Bytes that are no text in any encoding and no answer of any program. */
export const GARBAGE = Uint8Array.from([0x81, 0xff, 0x00, 0xa0, 0xfd, 0x80, 0x0a, 0xfe, 0x81, 0x0d, 0x0a]);

/** reg, schtasks and powercfg end with 1 for any failure, the others with Windows' code for missing rights. */
const DENIED_EXIT = 5;
const knowDenied: ReadonlySet<ProgramId> = new Set(['shutdown', 'system', 'network', 'tool']);
/** An exit code that shutdown does not document. */
const SHUTDOWN_GARBAGE_EXIT = 250;

/** How a fault laid on a reading is told. */
const FAULT_CODES = {
  hang: 'cancelled',
  crash: 'crashed',
  deny: 'denied',
  garbage: 'unreadable',
} as const satisfies Record<FaultKind, Fault['code']>;

/** The fault that the scenario lays on this program, or on what this check starts. */
export function injectedFault(spec: TerminalSpec, program: ProgramId, asker: string | null): FaultKind | null {
  const wanted = new Set([`command:${program}`, `probe:${asker ?? ''}`]);
  return Object.entries(spec.faults).find(([key]) => wanted.has(key))?.[1] ?? null;
}

/** How a program ends: with an exit code, never, or killed by the system. */
export type Ending = number | 'hangs' | 'crashes';

/** Fails as the scenario says, instead of what the program would do. */
export function failProgram(fault: FaultKind, program: ProgramId, write: (output: Uint8Array) => void): Ending {
  switch (fault) {
    case 'hang':
      return 'hangs';
    case 'crash':
      return 'crashes';
    case 'deny':
      return knowDenied.has(program) ? DENIED_EXIT : FAILED_EXIT;
    case 'garbage':
      write(GARBAGE);
      return program === 'shutdown' ? SHUTDOWN_GARBAGE_EXIT : 0;
  }
}

/** What a check reads without starting a program fails in the same four ways; `hang` waits until the check gives up. */
export function faultyFiles(files: Files, fault: FaultKind): Files {
  if (fault !== 'garbage')
    return {
      ...files,
      read: async (_path, { signal }) => failRead(fault, signal),
      stat: async (_path, signal) => failRead(fault, signal),
    };
  return {
    ...files,
    async read(path, options) {
      const real = await files.read(path, options);
      return real.ok ? ok({ ...real.value, bytes: GARBAGE }) : real;
    },
  };
}

/** `now`, which cannot fail, stays. */
export function faultyClock(clock: Clock, fault: FaultKind): Clock {
  return { ...clock, read: async (signal) => failRead(fault, signal) };
}

/** A reading in the process itself that fails in one of the four ways. */
export async function failRead<T>(fault: FaultKind, signal: AbortSignal): Promise<Result<T>> {
  const code = FAULT_CODES[fault];
  if (fault === 'hang' && !signal.aborted)
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
  return failed({ code, headline: texts[fault], tryNext: texts.tryNext, guideId: null });
}
