import { expect } from 'vitest';
import { commandFaults } from '../../../../src/ports/command-faults.ts';
import type { CommandEvent } from '../../../../src/ports/ports.ts';
import type { ScriptInputs } from '../../../../src/ports/windows/powershell/script-lines.ts';
import type {
  DriverScript as Name,
  PowershellRun,
  PowershellRunner,
} from '../../../../src/ports/windows/tool-driver/powershell-process.ts';

export type Line = object | string;

/** A script that is expected to be started, in this order. */
export interface ExpectedScript {
  readonly name: Name;
  /** What of its input matters. */
  readonly input?: object;
  readonly lines?: readonly Line[];
  /** An exit code, a fault, or nothing: it runs on until it is ended or killed. */
  readonly end?: number | CommandEvent;
  /** What still stood in the pipe when it was killed. */
  readonly whenKilled?: readonly Line[];
}

/** A PowerShell that was started: the test lets it speak and end. */
export interface FakeRun {
  readonly name: Name;
  readonly limitMs: number;
  readonly killed: boolean;
  readonly isOver: boolean;
  say(...lines: readonly Line[]): void;
  exit(exitCode: number): void;
}

export interface FakePowershell extends PowershellRunner {
  /** The newest run of a script. */
  run(name: Name): FakeRun;
  isStarted(name: Name): boolean;
  /** Throws for scripts that nobody expected, that never came, and that still run. */
  verify(): void;
}

export const faultEnd = (code: 'absent' | 'denied' | 'timed-out' | 'crashed' | 'failed'): CommandEvent => ({
  type: 'fault',
  fault: { ...commandFaults.crashed('tool', '?'), code },
});

export function createFakePowershell(expected: readonly ExpectedScript[]): FakePowershell {
  const runs: FakeRun[] = [];
  const surprises: string[] = [];

  function start<Script extends Name>(name: Script, input: ScriptInputs[Script], limitMs: number): PowershellRun {
    const script = expected[runs.length];
    if (script?.name !== name) surprises.push(`${name} in place of ${script?.name ?? 'nothing'}`);
    const { run, fake } = createRun(script ?? { name, end: 1 }, name, limitMs);
    runs.push(fake);
    if (script?.input) expect(input).toMatchObject(script.input);
    return run;
  }

  const last = (name: Name): FakeRun | undefined => runs.findLast((run) => run.name === name);
  return {
    start,
    run(name) {
      const run = last(name);
      if (!run) throw new Error(`${name} was not started`);
      return run;
    },
    isStarted: (name) => last(name) !== undefined,
    verify() {
      const missing = expected.slice(runs.length).map(({ name }) => `${name} was never started`);
      const alive = runs.filter(({ isOver }) => !isOver).map(({ name }) => `${name} still runs`);
      const timeless = runs.filter(({ limitMs }) => !(limitMs > 0 && limitMs < Infinity));
      expect([...surprises, ...missing, ...alive, ...timeless]).toEqual([]);
    },
  };
}

function createRun(
  script: ExpectedScript,
  name: Name,
  limitMs: number,
): { readonly run: PowershellRun; readonly fake: FakeRun } {
  const queue: CommandEvent[] = [];
  let wake = (): void => undefined;
  let killed = false;
  let isOver = false;

  function put(event: CommandEvent): void {
    if (isOver) return;
    isOver = event.type !== 'line';
    queue.push(event);
    wake();
  }

  function say(...lines: readonly Line[]): void {
    for (const line of lines) {
      put({ type: 'line', text: typeof line === 'string' ? line : JSON.stringify(line) });
    }
  }

  async function* events(): AsyncGenerator<CommandEvent> {
    for (;;) {
      const event = queue.shift();
      if (!event) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      yield event;
      if (event.type !== 'line') return;
    }
  }

  say(...(script.lines ?? []));
  if (script.end !== undefined) {
    put(typeof script.end === 'number' ? { type: 'exit', exitCode: script.end } : script.end);
  }
  return {
    run: {
      events: events(),
      kill() {
        killed = true;
        say(...(script.whenKilled ?? []));
        put({ type: 'fault', fault: commandFaults.cancelled('tool') });
      },
    },
    fake: {
      name,
      limitMs,
      get killed() {
        return killed;
      },
      get isOver() {
        return isOver;
      },
      say,
      exit: (exitCode) => put({ type: 'exit', exitCode }),
    },
  };
}
