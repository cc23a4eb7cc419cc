import type { CheckId } from '../../domain/facts.ts';
import { failed, type Result } from '../../domain/fault.ts';
import { commandFaults } from '../command-faults.ts';
import type { Clock, CommandCall, CommandEvent, CommandOutput, CommandRecord, Commands, ProgramId } from '../ports.ts';
import type { Environment, ProgramFile } from './program-file.ts';
import { runProgram } from './run-program.ts';
import { startProgram } from './start-program.ts';
import { createTurns } from './turns.ts';

/** The environment variable that tells a program which check asks. */
const ASKER_VARIABLE = 'OQS_ASKER';

/** How many programs that are run to their end may run at a time. */
const MOST_AT_A_TIME = 4;
/** And for one check: others must not wait for a check whose programs all hang. */
const MOST_FOR_ONE = 2;
/** How many commands the list of those that were run keeps. */
const LOGGED = 200;

/** Commands that can be had for one check: what it starts carries its name; the list of commands run is shared. */
export interface ScopedCommands extends Commands {
  withAsker(check: CheckId, onWaiting?: (allWait: boolean) => void): ScopedCommands;
}

/**
 * Starts the terminal's programs: no shell, no input, a limit of time and output on each, which counts from its start.
 * Of those that are run to their end at most four run at a time. Nothing here throws.
 */
export function createCommands(options: {
  /** The file for a program; null where the platform has none. */
  readonly programs: (id: ProgramId) => ProgramFile | null;
  /** Added to the environment that the programs inherit. */
  readonly env?: Environment;
  /** Answers what is run to its end without starting a program for it; null: one is started. */
  readonly answer?: (call: CommandCall, asker: CheckId | null) => Promise<Result<CommandOutput>> | null;
  readonly clock: Pick<Clock, 'now'>;
}): ScopedCommands {
  const { programs, answer = () => null, clock } = options;
  const turns = createTurns(MOST_AT_A_TIME, MOST_FOR_ONE);
  let log: readonly { record: CommandRecord }[] = [];

  function scoped(asker: CheckId | null, onWaiting: (allWait: boolean) => void = () => undefined): ScopedCommands {
    const own = { running: 0, waiting: 0, onWaiting };
    const env = { ...options.env, ...(asker === null ? {} : { [ASKER_VARIABLE]: asker }) };

    /** Gives what notes in the list how the call ended, and how it ended in truth, should that become known later. */
    function begin({ program, args, shownArgs }: CommandCall): (ended: string) => (correction: string) => void {
      const at = clock.now();
      const begun = performance.now();
      return (ended) => {
        const durationMs = Math.round(performance.now() - begun);
        const entry = { record: { program, args: [...(shownArgs ?? args)], at, asker, ended, durationMs } };
        log = [...log, entry].slice(-LOGGED);
        return (correction) => {
          entry.record = { ...entry.record, ended: correction };
        };
      };
    }

    async function run(call: CommandCall): Promise<Result<CommandOutput>> {
      const endTurn = call.atOnce === true ? () => undefined : await turns.take(own, call.signal);
      if (endTurn === null) return failed(commandFaults.cancelled(call.program));
      const note = begin(call);
      const result = await runNow(call, endTurn);
      note(howItRan(result));
      return result;
    }

    async function runNow(call: CommandCall, onGone: () => void): Promise<Result<CommandOutput>> {
      const answered = answer(call, asker);
      if (answered !== null) return answered.finally(onGone);
      const file = programs(call.program);
      if (file !== null) return runProgram(call, file, env, onGone);
      onGone();
      return failed(commandFaults.notOffered(call.program));
    }

    async function* follow(call: CommandCall): AsyncGenerator<CommandEvent> {
      const note = begin(call);
      const file = programs(call.program);
      const started =
        file === null ? failed(commandFaults.notOffered(call.program)) : await startProgram(call, file, env);
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

    return { run, follow, recent: () => log.map(({ record }) => record), withAsker: scoped };
  }

  return scoped(null);
}

function howItRan(result: Result<CommandOutput>): string {
  if (!result.ok) return result.fault.code;
  return result.value.isCut === true ? 'cancelled' : String(result.value.exitCode);
}

function howItEnded(end: CommandEvent | null): string {
  if (end?.type === 'exit') return String(end.exitCode);
  return end?.type === 'fault' ? end.fault.code : 'cancelled';
}
