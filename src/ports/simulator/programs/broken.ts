import type { ProgramId } from '../../ports.ts';
import { systemTexts } from '../simulator.ja.ts';
import { encodeCp932 } from '../cp932.ts';
import type { TerminalSpec } from '../defaults.ts';
import type { FaultKind } from '../scenario-schema.ts';
import { fallSilent } from './life.ts';
import type { ProgramContext } from './program-context.ts';

/** Bytes that are no text in any encoding and no answer of any program. */
export const GARBAGE = Uint8Array.from([0x81, 0xff, 0x00, 0xa0, 0xfd, 0x80, 0x0a, 0xfe, 0x81, 0x0d, 0x0a]);

/** How a program without rights ends: reg, schtasks and powercfg give 1 for any failure, the others Windows' code 5. */
const DENIED_EXIT: Readonly<Record<ProgramId, number>> = {
  registry: 1,
  tasks: 1,
  power: 1,
  shutdown: 5,
  system: 5,
  network: 5,
  tool: 5,
};

/** An exit code that shutdown does not document. */
const SHUTDOWN_GARBAGE_EXIT = 250;

/** The fault that the scenario lays on this program, or on what this check starts. */
export function faultOf(spec: TerminalSpec, program: ProgramId, asker: string | undefined): FaultKind | null {
  const wanted = new Set([`command:${program}`, `probe:${asker ?? ''}`]);
  return Object.entries(spec.faults).find(([key]) => wanted.has(key))?.[1] ?? null;
}

/** Fails as the scenario says, instead of what the program would do. Gives the exit code where it has one. */
export async function breakAs(fault: FaultKind, program: ProgramId, context: ProgramContext): Promise<number> {
  switch (fault) {
    case 'hang':
      await fallSilent(context.workdir, context.machine);
      return 1;
    case 'crash':
      process.kill(process.pid, 'SIGKILL');
      return 1;
    case 'deny':
      context.writeError(encodeCp932(`${systemTexts.denied}\r\n`));
      return DENIED_EXIT[program];
    case 'garbage':
      break;
  }
  context.write(GARBAGE);
  return program === 'shutdown' ? SHUTDOWN_GARBAGE_EXIT : 0;
}
