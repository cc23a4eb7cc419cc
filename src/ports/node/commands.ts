import type { CheckId } from '../../core/facts.ts';
import { failed } from '../../core/fault.ts';
import type { Result } from '../../core/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Clock, CommandCall, CommandEvent, CommandOutput, Commands, ProgramId } from '../ports.ts';
import { createCommandLog } from './command-log.ts';
import type { CommandLog } from './command-log.ts';
import type { LoadExeca } from './execa-shared.ts';
import type { ProgramFile } from './program-file.ts';
import { runProgram } from './run-program.ts';
import { startProgram } from './start-program.ts';
import type { Started } from './start-program.ts';

/** The environment variable that tells a program which check asks. */
export const ASKER_VARIABLE = 'OQS_ASKER';

export interface CommandsOptions {
  /** The file for a program; null where the platform has none. */
  readonly programs: (id: ProgramId) => ProgramFile | null;
  /** Added to the environment that the programs inherit. */
  readonly env?: Readonly<Record<string, string>>;
  readonly clock: Pick<Clock, 'now'>;
  readonly asker?: CheckId;
}

/** Commands that can be had for one check: what it starts carries its name; the list of commands run is shared. */
export interface ScopedCommands extends Commands {
  withAsker(check: CheckId): ScopedCommands;
}

/** Starts the terminal's programs: no shell, no input, a limit of time and output on each. Nothing here throws. */
export function createCommands(options: CommandsOptions): ScopedCommands {
  return scoped(options, createCommandLog());
}

function scoped(options: CommandsOptions, log: CommandLog): ScopedCommands {
  const asker = options.asker ?? null;
  const env = { ...options.env, ...(asker === null ? {} : { [ASKER_VARIABLE]: asker }) };

  /** Gives what notes the call's end in the list, and later corrects it. */
  function begin(call: CommandCall): (ended: string) => (correction: string) => void {
    const at = options.clock.now();
    const begun = performance.now();
    return (ended) => log.note(call, { at, asker, ended, durationMs: Math.round(performance.now() - begun) });
  }

  async function run(call: CommandCall): Promise<Result<CommandOutput>> {
    const note = begin(call);
    const file = options.programs(call.program);
    const result =
      file === null
        ? failed(commandFaults.notOffered(call.program))
        : await runProgram(call, file, env, loadExeca);
    note(result.ok ? String(result.value.exitCode) : result.fault.code);
    return result;
  }

  async function start(call: CommandCall): Promise<Result<Started>> {
    const file = options.programs(call.program);
    if (file === null) return failed(commandFaults.notOffered(call.program));
    return startProgram(call, file, env, loadExeca);
  }

  async function* follow(call: CommandCall): AsyncGenerator<CommandEvent> {
    const note = begin(call);
    const started = await start(call);
    if (!started.ok) {
      note(started.fault.code);
      yield { type: 'fault', fault: started.fault };
      return;
    }
    let end: CommandEvent | null = null;
    try {
      for await (const event of started.value.events) {
        if (event.type !== 'line') end = event;
        yield event;
      }
    } finally {
      const correct = note(howItEnded(end));
      // A program that nobody listens to any more runs on; its exit code completes the list.
      if (end === null) void started.value.ended.then((event) => correct(howItEnded(event)));
    }
  }

  return {
    run,
    follow,
    recent: () => log.recent(),
    withAsker: (check) => scoped({ ...options, asker: check }, log),
  };
}

function howItEnded(end: CommandEvent | null): string {
  if (end?.type === 'exit') return String(end.exitCode);
  return end?.type === 'fault' ? end.fault.code : 'cancelled';
}

const loadExeca: LoadExeca = async () => (await import('execa')).execa;
