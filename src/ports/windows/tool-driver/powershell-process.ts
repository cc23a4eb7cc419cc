import { ok, type Fault, type Result } from '../../../domain/fault.ts';
import { startLimit } from '../../../domain/limit.ts';
import { commandFaults } from '../../command-faults.ts';
import { startFault, type ProgramEnd } from '../../node/program-file.ts';
import { followLines, launch } from '../../node/start-program.ts';
import type { CommandEvent } from '../../ports.ts';
import { powershellArguments, type ScriptName } from '../powershell/script.ts';
import type { ScriptInputs } from '../powershell/script-lines.ts';

/** The scripts of the driver. */
export type DriverScript = 'find-tool' | 'open-tool' | 'press-button' | 'press-by-message' | 'watch-tool';

export interface PowershellRunner {
  /**
   * Starts a script in a PowerShell of its own, which is killed when it runs longer than `limitMs`. Never throws: what
   * goes wrong is the run's last event.
   */
  start<Name extends DriverScript>(name: Name, input: ScriptInputs[Name], limitMs: number): PowershellRun;
}

export interface PowershellRun {
  /**
   * Its lines, then one end: `exit`, or `fault` (`absent`, `denied`, `timed-out`, `cancelled` after a kill, `crashed`,
   * `failed`). What it wrote before it was killed still comes before the end. To be read once.
   */
  readonly events: AsyncIterable<CommandEvent>;
  /** Ends that one process at once, and nothing that it started. May come at any time, and again. */
  kill(): void;
}

/** A process that was killed does nothing more; where it does not go all the same, it is not waited for any longer. */
const GRACE_MS = 2_000;

/**
 * Runs the scripts in processes of powershell.exe: hidden, without input, its lines as they come. Each sits in the
 * kill-on-close job of this process (libuv), so that none outlives it; what a script starts does not
 * (github.com/libuv/libuv/issues/3179), and is never killed along: the tool itself may be among it, and by process ids
 * that Windows uses again even where it is not.
 */
export function createPowershellRunner(powershell: {
  /** powershell.exe by its absolute path. */
  readonly file: string;
  /** The text of a script. */
  readonly script: (name: ScriptName) => string;
}): PowershellRunner {
  const { file, script } = powershell;

  async function begin(name: ScriptName, input: object, killed: AbortSignal, limitMs: number) {
    const launched = await launch({
      program: 'tool',
      file,
      args: () => powershellArguments(script(name), input),
      env: {},
      // PowerShell that is started apart writes nothing (github.com/nodejs/node/issues/51018).
      outlives: false,
      signal: killed,
      faultOf: (code) => faultOf(file, code),
    });
    if (!launched.ok) return launched;
    const { child, stdout, ended: exit } = launched.value;
    const ended = cutOffAfter(exit, { kill: () => void child.kill('SIGKILL'), killed, limitMs });
    // No limits of its own: the end comes in time.
    const limits = { program: 'tool', silenceMs: Infinity, signal: new AbortController().signal } as const;
    return ok(followLines({ stdout, ended }, limits));
  }

  return {
    start(name, input, limitMs) {
      const kill = new AbortController();
      return { events: eventsOf(begin(name, input, kill.signal, limitMs)), kill: () => kill.abort() };
    },
  };
}

async function* eventsOf(begun: Promise<Result<AsyncIterable<CommandEvent>>>): AsyncGenerator<CommandEvent> {
  const program = await begun;
  if (program.ok) yield* program.value;
  else yield { type: 'fault', fault: program.fault };
}

/**
 * Where a policy bars a program, Windows does not say so in a way that Node knows
 * (github.com/ccusage/ccusage/issues/1091).
 */
function faultOf(file: string, code: string): Fault {
  return code === 'UNKNOWN' ? commandFaults.denied('tool') : startFault('tool', file, code);
}

/** Waits for the end, and brings it about when it is asked to or when the time is up; then that is how it ended. */
async function cutOffAfter(
  exit: Promise<ProgramEnd>,
  by: { readonly kill: () => void; readonly killed: AbortSignal; readonly limitMs: number },
): Promise<ProgramEnd> {
  const notWaitedFor = Promise.withResolvers<ProgramEnd>();
  let cutOff: ProgramEnd | null = null;
  const cut = (fault: Fault): void => {
    stop();
    const end: ProgramEnd = { type: 'fault', fault };
    cutOff = end;
    stop = startLimit(GRACE_MS, () => notWaitedFor.resolve(end), { holds: true });
    by.kill();
  };
  const onKill = (): void => cut(commandFaults.cancelled('tool'));
  let stop = startLimit(by.limitMs, () => cut(commandFaults.timedOut('tool', by.limitMs)), { holds: true });
  if (by.killed.aborted) onKill();
  else by.killed.addEventListener('abort', onKill, { once: true });
  try {
    const end = await Promise.race([exit, notWaitedFor.promise]);
    return cutOff ?? end;
  } finally {
    stop();
    by.killed.removeEventListener('abort', onKill);
  }
}
