import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { CheckId } from '../../domain/facts.ts';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { startLimit } from '../../domain/limit.ts';
import { errorCode } from '../../domain/system-error.ts';
import type { Instant } from '../../domain/time.ts';
import { commandFaults } from '../command-faults.ts';
import { endOf, startFault } from '../node/program-file.ts';
import type { CommandCall, CommandOutput, ProgramId } from '../ports.ts';
import { ownJson } from './shared-files.ts';
import { hearLines, type SystemAnswer, type SystemCall } from './system-calls.ts';

/**
 * The program that answers the calls of a simulated terminal: started with the first of them, or before, and there for
 * all that follow.
 */
export interface AnsweringProgram {
  /** Starts it before it is asked. Where that fails, whoever asks hears of it. */
  expectCalls(): void;
  /**
   * Faults: those of `Commands.run`. Where the program dies all open calls are `crashed`, and the next one starts it
   * anew.
   */
  ask(call: CommandCall, asker: CheckId | null): Promise<Result<CommandOutput>>;
  /** Ends the program; whoever asks afterwards is `cancelled`. */
  end(): void;
}

/** How a call of a program ended. */
type Outcome = (program: ProgramId) => Result<CommandOutput>;

interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly open: Map<number, (outcome: Outcome) => void>;
}

/** Deaths without an answer in between. */
interface Deaths {
  readonly count: number;
  readonly lastAt: number;
  readonly outcome: Outcome;
}

/** A program that dies at once twice is left alone for this long: its calls fail by themselves. */
const LEFT_ALONE_MS = 2_000;
const MOST_DEATHS = 2;

/** Starts nothing by itself. `heldAt`: where the terminal's clock is held, null while it runs. */
export function createAnsweringProgram(options: {
  readonly nodeFile: string;
  readonly programFile: string;
  readonly workdir: string;
  readonly heldAt: () => Instant | null;
}): AnsweringProgram {
  const { nodeFile, programFile, workdir, heldAt } = options;
  let running: Running | null = null;
  let deaths: Deaths | null = null;
  let ended = false;
  let calls = 0;

  /** Nothing of the program keeps the console from ending: its input closes then, and that ends it. */
  function start(): Running {
    const child = spawn(nodeFile, [programFile, 'answer', workdir], {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const program: Running = { child, open: new Map() };
    child.unref();
    if (child.stdout instanceof Socket) child.stdout.unref();
    // Its end is told by the process itself.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => die(program, (id) => failed(startFault(id, nodeFile, errorCode(error)))));
    child.on('close', (code, signal) => die(program, died(code, signal)));
    hearLines(child.stdout, (line) => hear(program, line));
    return program;
  }

  function die(program: Running, outcome: Outcome): void {
    if (running !== program) return;
    running = null;
    deaths = { count: (deaths?.count ?? 0) + 1, lastAt: performance.now(), outcome };
    for (const settle of program.open.values()) settle(outcome);
  }

  function hear(program: Running, line: string): void {
    const answer = ownJson<SystemAnswer>(line, ['id', 'exitCode', 'stdout'], programFile);
    deaths = null;
    program.open.get(answer.id)?.(answered(answer));
  }

  return {
    expectCalls() {
      try {
        running ??= start();
      } catch {
        // The first call tries it again, and tells.
      }
    },
    async ask({ program, args, timeoutMs, signal }, asker) {
      if (ended || signal.aborted) return cancelled(program);
      if (deaths !== null && deaths.count >= MOST_DEATHS && performance.now() - deaths.lastAt < LEFT_ALONE_MS)
        return deaths.outcome(program);
      try {
        running ??= start();
      } catch (error) {
        return failed(startFault(program, nodeFile, errorCode(error)));
      }
      const { child, open } = running;
      const id = (calls += 1);
      const { promise: outcome, resolve: settle } = Promise.withResolvers<Outcome>();
      // The limit holds this process: the program, which may never answer, does not.
      const stopLimit = startLimit(timeoutMs, () => settle(timedOutAfter(timeoutMs)), { holds: true });
      const onAbort = (): void => settle(cancelled);
      signal.addEventListener('abort', onAbort, { once: true });
      open.set(id, settle);
      child.stdin.write(`${JSON.stringify({ id, program, args, asker, heldAt: heldAt() } satisfies SystemCall)}\n`);
      try {
        return (await outcome)(program);
      } finally {
        stopLimit();
        signal.removeEventListener('abort', onAbort);
        open.delete(id);
      }
    },
    end() {
      ended = true;
      running?.child.stdin.end();
      running?.child.kill();
    },
  };
}

const cancelled: Outcome = (program) => failed(commandFaults.cancelled(program));

function timedOutAfter(ms: number): Outcome {
  return (program) => failed(commandFaults.timedOut(program, ms));
}

function answered({ exitCode, stdout }: SystemAnswer): Outcome {
  return (program) => {
    const end = endOf(program, exitCode, null);
    return end.type === 'exit' ? ok({ exitCode, stdout: Buffer.from(stdout, 'base64') }) : failed(end.fault);
  };
}

function died(code: number | null, signal: string | null): Outcome {
  return (program) => failed(commandFaults.crashed(program, signal ?? String(code)));
}
