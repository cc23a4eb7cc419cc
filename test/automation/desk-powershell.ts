import { setTimeout as wait } from 'node:timers/promises';
import { commandFaults } from '../../src/ports/command-faults.ts';
import type { CommandEvent } from '../../src/ports/ports.ts';
import type { PowershellRun, PowershellRunner } from '../../src/ports/windows/tool-driver/powershell-process.ts';
import type { Desk, DeskOptions, Running } from './desk.ts';

const LOOK_MS = 100;

/** PowerShell on the desk for the driver, and what was started there. */
export interface DeskPowershell extends PowershellRunner {
  /** The scripts, in the order in which they were started. */
  readonly started: readonly string[];
  /** What the script that was started last under this name has said. */
  linesOf(name: string): Promise<readonly unknown[]>;
  /** Waits until all have ended. */
  ended(): Promise<void>;
}

export function createDeskPowershell(desk: Desk, options: DeskOptions): DeskPowershell {
  const runs: { readonly name: string; readonly running: Running }[] = [];
  return {
    get started() {
      return runs.map(({ name }) => name);
    },
    start(name, input) {
      const running = desk.start(name, input, options);
      runs.push({ name, running });
      return runOf(running);
    },
    async linesOf(name) {
      return (await runs.findLast((run) => run.name === name)?.running.lines()) ?? [];
    },
    async ended() {
      await Promise.all(runs.map(async ({ running }) => running.ended));
    },
  };
}

function runOf(running: Running): PowershellRun {
  let isKilled = false;

  async function* events(): AsyncGenerator<CommandEvent> {
    let told = 0;
    let exitCode: number | null | undefined;
    void running.ended.then((code) => (exitCode = code));
    for (;;) {
      // Asked first: what it said last is there once it has ended.
      const isOver = exitCode !== undefined;
      const lines = await running.lines();
      for (const line of lines.slice(told)) yield { type: 'line', text: JSON.stringify(line) };
      told = lines.length;
      if (isOver) break;
      await wait(LOOK_MS);
    }
    if (isKilled || typeof exitCode !== 'number') yield { type: 'fault', fault: commandFaults.cancelled('tool') };
    else yield { type: 'exit', exitCode };
  }

  return {
    events: events(),
    kill() {
      isKilled = true;
      running.end();
    },
  };
}
