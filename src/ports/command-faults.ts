import type { Fault, FaultCode } from '../domain/fault.ts';
import { commandFaultTexts as texts, type FaultText } from './faults.ja.ts';
import type { ProgramId } from './ports.ts';

/** What can go wrong with a program, each as a fault that names the program. */
export const commandFaults = {
  notOffered: (program: ProgramId): Fault => fault('absent', texts.notOffered(program)),
  absent: (program: ProgramId, file: string): Fault => fault('absent', texts.absent(program, file)),
  denied: (program: ProgramId): Fault => fault('denied', texts.denied(program)),
  timedOut: (program: ProgramId, ms: number): Fault => fault('timed-out', texts.timedOut(program, ms)),
  silent: (program: ProgramId, ms: number): Fault => fault('timed-out', texts.silent(program, ms)),
  cancelled: (program: ProgramId): Fault => fault('cancelled', texts.cancelled(program)),
  crashed: (program: ProgramId, how: string): Fault => fault('crashed', texts.crashed(program, how)),
  tooMuch: (program: ProgramId): Fault => fault('unreadable', texts.tooMuch(program)),
  notStarted: (program: ProgramId, reason: string): Fault => fault('failed', texts.notStarted(program, reason)),
  /** The program ended with an exit code that means failure. 5 is Windows' ERROR_ACCESS_DENIED. */
  exitCode: (program: ProgramId, exitCode: number): Fault =>
    exitCode === 5 ? fault('denied', texts.denied(program)) : fault('failed', texts.exitCode(program, exitCode)),
  unreadable: (program: ProgramId): Fault => fault('unreadable', texts.unreadable(program)),
};

export function fault(code: FaultCode, text: FaultText): Fault {
  return { code, headline: text.headline, tryNext: text.tryNext, guideId: null };
}
