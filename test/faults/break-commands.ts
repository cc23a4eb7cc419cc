import { setTimeout as delay } from 'node:timers/promises';
import { failed, ok } from '../../src/domain/fault.ts';
import { commandFaults } from '../../src/ports/command-faults.ts';
import type { CommandCall, CommandEvent, CommandOutput, Commands, ProgramId } from '../../src/ports/ports.ts';
import { GARBAGE } from '../../src/ports/simulator/fault-injection.ts';
import { LATE_MS, SILENCE_LIMIT_MS, SLOW_MS } from './kinds.ts';
import { troubled, type Spoiling, type Trouble } from './trouble.ts';

/** Windows' ERROR_DISK_FULL. */
const DISK_FULL_EXIT = 112;
/** What another program says that has come into the place of the one that was there. */
const OTHER_WORDS = 'Usage: other.exe [/?]';

/** The commands of a terminal where one program is broken. */
export function breakProgram(commands: Commands, program: ProgramId, trouble: Trouble): Commands {
  return {
    recent: () => commands.recent(),
    run: (call) =>
      call.program === program
        ? troubled(trouble, () => commands.run(call), call.signal, spoilingOf(program, call.timeoutMs))
        : commands.run(call),
    follow: (call) => (call.program === program ? followTroubled(commands, call, trouble) : commands.follow(call)),
  };
}

function spoilingOf(program: ProgramId, timeoutMs: number): Spoiling<CommandOutput> {
  const says = (stdout: Uint8Array) => ok({ exitCode: 0, stdout });
  return {
    missing: commandFaults.absent(program, `${program}.exe`),
    denied: commandFaults.denied(program),
    timedOut: commandFaults.timedOut(program, timeoutMs),
    full: commandFaults.exitCode(program, DISK_FULL_EXIT),
    garbage: () => says(GARBAGE),
    partial: ({ stdout, exitCode }) =>
      stdout.length === 0
        ? failed(commandFaults.crashed(program, 'SIGKILL'))
        : ok({ exitCode, stdout: stdout.slice(0, Math.floor(stdout.length / 2)) }),
    changed: () => says(new TextEncoder().encode(`${OTHER_WORDS}\r\n`)),
  };
}

async function* followTroubled(commands: Commands, call: CommandCall, trouble: Trouble): AsyncGenerator<CommandEvent> {
  const { program, timeoutMs } = call;
  const isStruck = trouble.asked();
  const fault = (event: Extract<CommandEvent, { type: 'fault' }>['fault']): CommandEvent => ({
    type: 'fault',
    fault: event,
  });
  switch (trouble.kind) {
    case 'missing':
      yield fault(commandFaults.absent(program, `${program}.exe`));
      break;
    case 'denied':
      yield fault(commandFaults.denied(program));
      break;
    case 'disk-full':
      yield { type: 'exit', exitCode: DISK_FULL_EXIT };
      break;
    case 'slow':
      for await (const event of commands.follow(call)) {
        await delay(SLOW_MS);
        yield event;
      }
      break;
    case 'late':
    case 'hanging':
      yield* silentHalfWay(commands, call, trouble.kind === 'late' ? LATE_MS : SILENCE_LIMIT_MS);
      break;
    case 'garbage':
      yield { type: 'line', text: '\u0000\uFFFD\u001B[2J\uFFFD' };
      yield { type: 'exit', exitCode: 0 };
      break;
    case 'partial':
      yield* firstLines(commands, call, 3);
      yield fault(commandFaults.crashed(program, 'SIGKILL'));
      break;
    case 'disappearing':
      if (isStruck) yield fault(commandFaults.absent(program, `${program}.exe`));
      else yield* commands.follow(call);
      break;
    case 'changed':
      if (isStruck) {
        yield { type: 'line', text: OTHER_WORDS };
        yield { type: 'exit', exitCode: 0 };
      } else yield* commands.follow(call);
      break;
    case 'clock-forward':
    case 'clock-back':
    case 'zone':
      yield* commands.follow(call);
      break;
  }
  /** It says how far it came, then nothing: whoever follows gives up at the limit of silence. */
  async function* silentHalfWay(from: Commands, what: CommandCall, ms: number): AsyncGenerator<CommandEvent> {
    yield* firstLines(from, what, 3);
    await delay(Math.min(ms, timeoutMs));
    yield fault(commandFaults.silent(program, timeoutMs));
  }
}

async function* firstLines(commands: Commands, call: CommandCall, count: number): AsyncGenerator<CommandEvent> {
  let told = 0;
  for await (const event of commands.follow(call)) {
    if (event.type !== 'line') return;
    yield event;
    told += 1;
    if (told === count) return;
  }
}
