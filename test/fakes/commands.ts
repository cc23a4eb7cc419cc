import type { CheckId } from '../../src/domain/facts.ts';
import { failed, ok, type Fault, type Result } from '../../src/domain/fault.ts';
import { commandFaults } from '../../src/ports/command-faults.ts';
import type { ScopedCommands } from '../../src/ports/node/commands.ts';
import type { CommandCall, CommandEvent, CommandOutput, CommandRecord, ProgramId } from '../../src/ports/ports.ts';
import { untilAborted } from '../../src/ports/waiting.ts';

/** What a fake program does when it is run: its end, a fault, or nothing until the caller gives up. */
export type RunAnswer =
  | { readonly exitCode?: number; readonly stdout?: Uint8Array | string; readonly isCut?: true }
  | { readonly fault: Fault }
  | 'hang';

/** What a fake program says when it is followed: lines as text, then an exit code, a fault, or nothing more. */
export type FollowAnswer = {
  readonly lines: readonly (string | object)[];
  readonly end: { readonly exitCode: number } | { readonly fault: Fault } | 'hang';
};

export interface ExpectedCall {
  readonly program: ProgramId;
  readonly args: readonly string[] | ((args: readonly string[]) => boolean);
  /** The check that is expected to ask; left out, anybody may. */
  readonly asker?: CheckId | null;
  /** Left out, the call may come any number of times but 0; else exactly so often. */
  readonly times?: number;
  readonly run?: RunAnswer;
  readonly follow?: FollowAnswer;
}

export interface FakeCall {
  readonly program: ProgramId;
  readonly args: readonly string[];
  readonly asker: CheckId | null;
  readonly timeoutMs: number;
}

export interface FakeCommands extends ScopedCommands {
  readonly calls: readonly FakeCall[];
  /** Throws when a call came that nobody expected, or one that was expected did not come as often as it should. */
  verify(): void;
}

/**
 * A command runner that knows what will be asked of it; in any order, the first expectation that fits and is not used
 * up.
 */
export function createFakeCommands(expected: readonly ExpectedCall[]): FakeCommands {
  const calls: FakeCall[] = [];
  const records: CommandRecord[] = [];
  const surprises: string[] = [];
  const seen = new Map<ExpectedCall, number>();

  function answerFor(call: CommandCall, asker: CheckId | null, kind: 'run' | 'follow'): ExpectedCall {
    const { program, args, timeoutMs } = call;
    calls.push({ program, args, asker, timeoutMs });
    const found = expected.find(
      (one) =>
        one[kind] !== undefined &&
        one.program === program &&
        fits(one.args, args) &&
        (one.asker === undefined || one.asker === asker) &&
        (seen.get(one) ?? 0) < (one.times ?? Number.POSITIVE_INFINITY),
    );
    if (!found) {
      const surprise = `unexpected ${kind}: ${program} ${args.join(' ')}`;
      surprises.push(surprise);
      throw new Error(surprise);
    }
    seen.set(found, (seen.get(found) ?? 0) + 1);
    return found;
  }

  function note(call: CommandCall, asker: CheckId | null, ended: string): void {
    records.push({ at: 0, program: call.program, args: call.args, asker, ended, durationMs: 0 });
  }

  async function run(call: CommandCall, asker: CheckId | null): Promise<Result<CommandOutput>> {
    const { run: answer } = answerFor(call, asker, 'run');
    const result = await runResult(call, answer ?? 'hang');
    note(call, asker, result.ok ? String(result.value.exitCode) : result.fault.code);
    return result;
  }

  async function* follow(call: CommandCall, asker: CheckId | null): AsyncGenerator<CommandEvent> {
    const { follow: answer } = answerFor(call, asker, 'follow');
    for (const line of answer?.lines ?? []) {
      yield { type: 'line', text: typeof line === 'string' ? line : JSON.stringify(line) };
    }
    const end = await followEnd(call, answer?.end ?? 'hang');
    note(call, asker, end.type === 'exit' ? String(end.exitCode) : end.fault.code);
    yield end;
  }

  function view(asker: CheckId | null): FakeCommands {
    return {
      calls,
      run: (call) => run(call, asker),
      follow: (call) => follow(call, asker),
      recent: () => records,
      withAsker: (check) => view(check),
      verify() {
        const missing = expected.flatMap((one) => {
          const count = seen.get(one) ?? 0;
          const enough = one.times === undefined ? count > 0 : count === one.times;
          return enough ? [] : [`${describeCall(one)} came ${String(count)} times`];
        });
        const problems = [...surprises, ...missing];
        if (problems.length > 0) throw new Error(problems.join('\n'));
      },
    };
  }

  return view(null);
}

async function runResult(call: CommandCall, answer: RunAnswer): Promise<Result<CommandOutput>> {
  if (call.signal.aborted) return failed(commandFaults.cancelled(call.program));
  if (answer === 'hang') {
    return untilAborted(new Promise<never>(() => undefined), call.signal, () =>
      failed(commandFaults.cancelled(call.program)),
    );
  }
  if ('fault' in answer) return failed(answer.fault);
  const { exitCode = 0, stdout = '', isCut } = answer;
  const bytes = typeof stdout === 'string' ? Buffer.from(stdout, 'utf8') : stdout;
  return ok({ exitCode, stdout: bytes, ...(isCut === true ? { isCut } : {}) });
}

type End = Exclude<CommandEvent, { type: 'line' }>;

async function followEnd(call: CommandCall, end: FollowAnswer['end']): Promise<End> {
  if (end === 'hang') {
    return untilAborted<End>(new Promise<never>(() => undefined), call.signal, () => ({
      type: 'fault',
      fault: commandFaults.cancelled(call.program),
    }));
  }
  if ('fault' in end) return { type: 'fault', fault: end.fault };
  return { type: 'exit', exitCode: end.exitCode };
}

function fits(wanted: ExpectedCall['args'], args: readonly string[]): boolean {
  if (typeof wanted === 'function') return wanted(args);
  return wanted.length === args.length && wanted.every((part, index) => part === args[index]);
}

function describeCall({ program, args }: ExpectedCall): string {
  return `${program} ${typeof args === 'function' ? '(matching)' : args.join(' ')}`;
}
