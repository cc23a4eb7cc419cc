import type { CheckId } from '../../domain/facts.ts';
import { failed, type Result } from '../../domain/fault.ts';
import type { Instant } from '../../domain/time.ts';
import { commandFaults } from '../command-faults.ts';
import type { Clock, CommandCall, CommandEvent, CommandOutput, CommandRecord, Commands, ProgramId } from '../ports.ts';
import type { ProgramFile } from './program-file.ts';
import { runProgram } from './run-program.ts';
import { startProgram, type Started } from './start-program.ts';
import { createTurns, type Turns } from './turns.ts';

/** The environment variable that tells a program which check asks. */
const ASKER_VARIABLE = 'OQS_ASKER';

/** How many programs that are run to their end may run at a time. */
const MOST_AT_A_TIME = 4;
/** And for one check: others must not wait for a check whose programs all hang. */
const MOST_FOR_ONE = 2;
/** How many commands the list of those that were run keeps. */
const LOGGED = 200;

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
  withAsker(check: CheckId, onWaiting?: (allWait: boolean) => void): ScopedCommands;
}

/**
 * Starts the terminal's programs: no shell, no input, a limit of time and output on each, which counts from its start. Of those that
 * are run to their end at most four run at a time. Nothing here throws.
 */
export function createCommands(options: CommandsOptions): ScopedCommands {
  return scoped(
    options,
    { log: createCommandLog(), turns: createTurns(MOST_AT_A_TIME, MOST_FOR_ONE) },
    () => undefined,
  );
}

function scoped(
  options: CommandsOptions,
  shared: { readonly log: CommandLog; readonly turns: Turns },
  onWaiting: (allWait: boolean) => void,
): ScopedCommands {
  const { log, turns } = shared;
  const own = { running: 0, waiting: 0, onWaiting };
  const asker = options.asker ?? null;
  const env = { ...options.env, ...(asker === null ? {} : { [ASKER_VARIABLE]: asker }) };

  /** Gives what notes the call's end in the list, and later corrects it. */
  function begin(call: CommandCall): (ended: string) => (correction: string) => void {
    const at = options.clock.now();
    const begun = performance.now();
    return (ended) => log.note(call, { at, asker, ended, durationMs: Math.round(performance.now() - begun) });
  }

  async function run(call: CommandCall): Promise<Result<CommandOutput>> {
    const endTurn = call.atOnce === true ? () => undefined : await turns.take(own, call.signal);
    if (endTurn === null) return failed(commandFaults.cancelled(call.program));
    const note = begin(call);
    const result = await runNow(call, endTurn);
    note(result.ok ? String(result.value.exitCode) : result.fault.code);
    return result;
  }

  async function runNow(call: CommandCall, onGone: () => void): Promise<Result<CommandOutput>> {
    const file = options.programs(call.program);
    if (file !== null) return runProgram(call, file, env, onGone);
    onGone();
    return failed(commandFaults.notOffered(call.program));
  }

  async function start(call: CommandCall): Promise<Result<Started>> {
    const file = options.programs(call.program);
    if (file === null) return failed(commandFaults.notOffered(call.program));
    return startProgram(call, file, env);
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
    withAsker: (check, heard = () => undefined) => scoped({ ...options, asker: check }, shared, heard),
  };
}

function howItEnded(end: CommandEvent | null): string {
  if (end?.type === 'exit') return String(end.exitCode);
  return end?.type === 'fault' ? end.fault.code : 'cancelled';
}

/** The list of commands that were run. */
interface CommandLog {
  /** Notes a command that ended; the function given back corrects how it ended, should that become known later. */
  note(
    call: CommandCall,
    facts: {
      readonly at: Instant;
      readonly asker: CheckId | null;
      readonly ended: string;
      readonly durationMs: number;
    },
  ): (ended: string) => void;
  recent(): readonly CommandRecord[];
}

function createCommandLog(): CommandLog {
  const records: { record: CommandRecord }[] = [];
  return {
    note(call, facts) {
      const { program, args, shownArgs } = call;
      const entry = { record: { program, args: [...(shownArgs ?? args)], ...facts } };
      records.push(entry);
      if (records.length > LOGGED) records.shift();
      return (ended) => {
        entry.record = { ...entry.record, ended };
      };
    },
    recent: () => records.map((entry) => entry.record),
  };
}
