import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { CheckId } from '../../domain/facts.ts';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
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

/** A call that waits for its answer. */
interface OpenCall {
  readonly program: ProgramId;
  readonly settle: (result: Result<CommandOutput>) => void;
}

interface Running {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly open: Map<number, OpenCall>;
}

/** Why the calls of a program fail when it dies. */
type Cause = (program: ProgramId) => Fault;

/** Deaths without an answer in between. */
interface Deaths {
  readonly count: number;
  readonly lastAt: number;
  readonly cause: Cause;
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
    child.on('error', (error) => die(program, (id) => startFault(id, nodeFile, errorCode(error))));
    child.on('close', (code, signal) => die(program, (id) => commandFaults.crashed(id, signal ?? String(code))));
    hearLines(child.stdout, (line) => hear(program, line));
    return program;
  }

  function die(dead: Running, cause: Cause): void {
    if (running !== dead) return;
    running = null;
    deaths = { count: (deaths?.count ?? 0) + 1, lastAt: performance.now(), cause };
    for (const { program, settle } of dead.open.values()) settle(failed(cause(program)));
  }

  function hear({ open }: Running, line: string): void {
    const answer = ownJson<SystemAnswer>(line, ['id', 'exitCode', 'stdout'], programFile);
    deaths = null;
    const call = open.get(answer.id);
    call?.settle(answered(call.program, answer));
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
      const cancelled = failed(commandFaults.cancelled(program));
      if (ended || signal.aborted) return cancelled;
      if (deaths !== null && deaths.count >= MOST_DEATHS && performance.now() - deaths.lastAt < LEFT_ALONE_MS)
        return failed(deaths.cause(program));
      try {
        running ??= start();
      } catch (error) {
        return failed(startFault(program, nodeFile, errorCode(error)));
      }
      const { child, open } = running;
      const id = (calls += 1);
      const { promise: result, resolve: settle } = Promise.withResolvers<Result<CommandOutput>>();
      // The limit holds this process: the program, which may never answer, does not.
      const onLimit = (): void => settle(failed(commandFaults.timedOut(program, timeoutMs)));
      const stopLimit = startLimit(timeoutMs, onLimit, { holds: true });
      const onAbort = (): void => settle(cancelled);
      signal.addEventListener('abort', onAbort, { once: true });
      open.set(id, { program, settle });
      child.stdin.write(`${JSON.stringify({ id, program, args, asker, heldAt: heldAt() } satisfies SystemCall)}\n`);
      try {
        return await result;
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

function answered(program: ProgramId, { exitCode, stdout }: SystemAnswer): Result<CommandOutput> {
  const end = endOf(program, exitCode, null);
  return end.type === 'exit' ? ok({ exitCode, stdout: Buffer.from(stdout, 'base64') }) : failed(end.fault);
}
