import type { ChildProcess } from 'node:child_process';
import type { Fault } from '../../../domain/fault.ts';
import { startLimit } from '../../../domain/limit.ts';
import { commandFaults } from '../../command-faults.ts';
import type { CommandEvent } from '../../ports.ts';
import { errorCode } from '../../node/error-code.ts';
import { commonOptions, crashFault, isMissing, startFault, type LoadExeca } from '../../node/execa-shared.ts';
import { followLines } from '../../node/follow-lines.ts';
import { powershellArguments } from '../powershell/encode.ts';
import type { ScriptName } from '../powershell/scripts.ts';
import type { PowershellRun, PowershellRunner } from './runner.ts';

export interface PowershellProcessOptions {
  /** powershell.exe by its absolute path. */
  readonly file: string;
  /** The text of a script. */
  readonly script: (name: ScriptName) => string;
}

/** A process that was killed does nothing more; where it does not go all the same, it is not waited for any longer. */
const GRACE_MS = 2_000;

/**
 * Runs the scripts in processes of powershell.exe: hidden, without input, its lines as they come. Each sits in the kill-on-close
 * job of this process (libuv), so that none outlives it; what a script starts does not (github.com/libuv/libuv/issues/3179), and
 * is never killed along: the tool itself may be among it, and by process ids that Windows uses again even where it is not.
 */
export function createPowershellRunner(options: PowershellProcessOptions): PowershellRunner {
  return {
    start(name, input, limitMs) {
      const kill = new AbortController();
      const started = startProcess(options, name, input, kill.signal, limitMs);
      return { events: eventsOf(started), kill: () => kill.abort() } satisfies PowershellRun;
    },
  };
}

type Started = CommandEvent | AsyncIterable<CommandEvent>;

async function* eventsOf(started: Promise<Started>): AsyncGenerator<CommandEvent> {
  const program = await started;
  if ('type' in program) yield program;
  else yield* program;
}

/** Gives its events, or the fault that kept it from starting. */
async function startProcess(
  { file, script }: PowershellProcessOptions,
  name: ScriptName,
  input: object,
  killed: AbortSignal,
  limitMs: number,
): Promise<Started> {
  try {
    if (isMissing(file)) return { type: 'fault', fault: commandFaults.absent('tool', file) };
    const execa = await loadExeca();
    const args = powershellArguments(script(name), input);
    if (killed.aborted) return { type: 'fault', fault: commandFaults.cancelled('tool') };
    // Not detached: PowerShell then writes nothing (github.com/nodejs/node/issues/51018).
    const subprocess = execa(file, args, { ...commonOptions({}), cleanup: true, buffer: false });
    const { nodeChildProcess, stdout } = subprocess;
    const kill = (): void => void nodeChildProcess.kill('SIGKILL');
    const notStarted = subprocess.then(async ({ code }) =>
      code === undefined ? neverEnds() : { type: 'fault' as const, fault: faultOf(file, code) },
    );
    const ended = endOf(Promise.race([exitOf(nodeChildProcess), notStarted]), { kill, killed, limitMs });
    const never = new AbortController().signal;
    const silent = () => commandFaults.silent('tool', limitMs);
    const limits = { silenceMs: Infinity, signal: never, onSilence: silent, onAbort: silent };
    return followLines({ stdout, ended }, limits);
  } catch (error) {
    return { type: 'fault', fault: commandFaults.notStarted('tool', errorCode(error)) };
  }
}

async function neverEnds(): Promise<never> {
  return new Promise(() => undefined);
}

/** Where a policy bars a program, Windows does not say so in a way that Node knows (github.com/ccusage/ccusage/issues/1091). */
function faultOf(file: string, code: string): Fault {
  return code === 'UNKNOWN' ? commandFaults.denied('tool') : startFault('tool', file, code);
}

async function exitOf(child: ChildProcess): Promise<CommandEvent> {
  return new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => {
      const crash = crashFault('tool', { exitCode, signal });
      if (crash !== null || exitCode === null) {
        resolve({ type: 'fault', fault: crash ?? commandFaults.crashed('tool', '?') });
      } else resolve({ type: 'exit', exitCode });
    });
  });
}

/** Waits for the end, and brings it about when it is asked to or when the time is up; then that is how it ended. */
async function endOf(
  exit: Promise<CommandEvent>,
  by: { readonly kill: () => void; readonly killed: AbortSignal; readonly limitMs: number },
): Promise<CommandEvent> {
  const notWaitedFor = Promise.withResolvers<CommandEvent>();
  let cutOff: CommandEvent | null = null;
  const cut = (fault: Fault): void => {
    stop();
    const end: CommandEvent = { type: 'fault', fault };
    cutOff = end;
    stop = startLimit(GRACE_MS, () => notWaitedFor.resolve(end), { holds: true });
    by.kill();
  };
  const onKill = (): void => cut(commandFaults.cancelled('tool'));
  let stop = startLimit(by.limitMs, () => cut(commandFaults.timedOut('tool', by.limitMs)), { holds: true });
  by.killed.addEventListener('abort', onKill, { once: true });
  try {
    const end = await Promise.race([exit, notWaitedFor.promise]);
    return cutOff ?? end;
  } finally {
    stop();
    by.killed.removeEventListener('abort', onKill);
  }
}

const loadExeca: LoadExeca = async () => (await import('execa')).execa;
