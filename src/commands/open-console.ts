import type { Options } from './options.ts';
import { runConsole } from '../console/console.ts';
import { HOME_AND_ERASE, type Screen } from '../tui/screen.ts';
import { faultAt } from './refusal.ts';
import type { Lock } from '../screens/model.ts';
import type { Opening } from '../screens/step.ts';
import type { Leaving } from '../console/run-effects.ts';
import type { Host } from './host.ts';
import type { Timers } from '../ports/node/timers.ts';
import type { Ports } from '../ports/ports.ts';
import type { Run } from './run.ts';
import { cliTexts } from './cli.ja.ts';
import { whileOpening } from './while-opening.ts';

export interface ConsoleTools {
  readonly host: Host;
  readonly openRun: () => Promise<Run>;
  readonly screen: Screen;
  readonly timers: Timers;
  /** The program is told to stop. */
  readonly told: AbortSignal;
}

/**
 * The console. A simulated restart takes it down, and it comes up again by the same way as after a real boot; after a
 * change of the settings it closes and opens again at once.
 */
export async function openConsole(options: Options, tools: ConsoleTools): Promise<void> {
  const { host, told } = tools;
  let opening: Opening | null = null;
  while (!told.aborted) {
    const down = new AbortController();
    const stopWatching = host.onPowerOff(() => down.abort());
    host.run();
    const left: Leaving = await oneConsole(options, tools, opening, AbortSignal.any([told, down.signal]));
    stopWatching();
    opening = null;
    if (down.signal.aborted) await blackPage(tools);
    else if (left.how === 'left') return;
    else ({ opening } = left);
  }
}

async function oneConsole(
  options: Options,
  tools: ConsoleTools,
  opening: Opening | null,
  ended: AbortSignal,
): Promise<Leaving> {
  const begun = open(options, tools);
  const opened = await whileOpening(begun, { stdin: tools.screen.stdin, told: tools.told });
  if (opened === null) {
    // Where it comes so far before this process ends.
    void begun.then(async ({ run }) => run.ports.journal.releaseLock()).catch(() => undefined);
    return { how: 'left' };
  }
  const { run, lock } = opened;
  const { journal } = run.ports;
  try {
    return await runConsole({
      about: run.about,
      tools: run.tools,
      lock,
      message: run.terminal.note,
      opening,
      screen: tools.screen,
      timers: tools.timers,
      ended,
    });
  } finally {
    await journal.releaseLock();
  }
}

async function open(options: Options, { openRun }: ConsoleTools): Promise<{ readonly run: Run; readonly lock: Lock }> {
  const run = await openRun();
  return { run, lock: await takeLock(run.ports, options) };
}

/** A console that only looks takes no lock. */
async function takeLock(ports: Ports, options: Options): Promise<Lock> {
  if (options.readOnly === true) return { held: false, ownerPid: null };
  const taken = await ports.journal.acquireLock();
  if (taken.ok) return taken.value;
  throw faultAt(ports.journal.path, taken.fault);
}

/** What a machine shows while it restarts: nothing but that it does. */
async function blackPage({ host, screen, told }: ConsoleTools): Promise<void> {
  screen.painter.forget();
  screen.stdout.write(`${HOME_AND_ERASE}\r\n  ${cliTexts.restarting}\r\n  ${cliTexts.restartingDetail}\r\n`);
  await host.waitUntilOn(told);
}
