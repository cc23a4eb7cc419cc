import { runConsole } from '../console/console.ts';
import type { Leaving } from '../console/run-effects.ts';
import { startLimit } from '../domain/limit.ts';
import { nodeTimers, stopwatch } from '../ports/node/timers.ts';
import type { Ports } from '../ports/ports.ts';
import type { Lock } from '../screens/model.ts';
import type { Opening } from '../screens/step.ts';
import { HOME_AND_ERASE, type Screen } from '../tui/screen.ts';
import { cliTexts } from './cli.ja.ts';
import type { Host } from './host.ts';
import { speakJapanese } from './japanese.ts';
import type { Options } from './options.ts';
import { faultAt } from './refusal.ts';
import type { Run } from './run.ts';
import { runOf, withHost, type Install } from './with-host.ts';

/** The screen of the terminal, where it is taken already, and the signal that tells the program to stop. */
interface Taken {
  readonly screen: Screen;
  readonly told: AbortSignal;
}

interface ConsoleTools extends Taken {
  readonly host: Host;
  readonly openRun: () => Promise<Run>;
}

/**
 * Runs the console until the operator leaves, or the program is told to stop. Throws InputError for what it needs and
 * cannot use.
 */
export async function runConsoleCall(options: Options, install: Install, taken: Taken): Promise<void> {
  speakJapanese();
  await withHost(options, install, options.readOnly !== true, async (host) =>
    openConsole(options, { ...taken, host, openRun: async () => runOf(host, options, install, 'tolerant') }),
  );
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
  const opened = await whileOpening(begun, tools);
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
      timers: nodeTimers,
      stopwatch,
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

const CTRL_C = 0x03;

/**
 * How long a program may be opening before somebody listens whether it is to go on, in milliseconds: most open at once.
 */
const OPENING_MS = 400;

/**
 * Works while nobody reads the keys yet, as long as neither Ctrl+C is pressed nor the program is told to stop: then
 * gives null at once, and leaves the work to end by itself. What is typed before it opens is the program's, and none of
 * it is lost.
 */
async function whileOpening<T>(work: Promise<T>, { screen: { stdin }, told }: Taken): Promise<T | null> {
  const over = Promise.withResolvers<null>();
  const typed: Uint8Array[] = [];
  const heard = (bytes: Uint8Array): void => {
    typed.push(bytes);
    if (bytes.includes(CTRL_C)) stop();
  };
  const stop = (): void => over.resolve(null);
  const stopWaiting = startLimit(OPENING_MS, () => stdin.on('data', heard));
  told.addEventListener('abort', stop, { once: true });
  if (told.aborted) stop();
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    stopWaiting();
    told.removeEventListener('abort', stop);
    // Where it was left to end by itself, nobody hears how.
    work.catch(() => undefined);
    stdin.off('data', heard);
    stdin.pause();
    for (const bytes of typed.toReversed()) stdin.unshift(bytes);
  }
}
