import process from 'node:process';
import japanese from 'zod/v4/locales/ja.js';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCommandLine, type CommandLine, type Options } from './commands/cli.ts';
import type { CommandTools } from './commands/command.ts';
import type { DeskCall } from './commands/desk.ts';
import { isWatched, strayBug, tellWatcher, watcherGone } from './tui/endings.ts';
import { buildErrorDocument, errorText, exitCodeOf } from './formats/error.ts';
import { simulatedHost, windowsHost, type Host } from './commands/host.ts';
import { replaceFile, writeNewFile } from './ports/node/file-writer.ts';
import { nodeTimers } from './ports/node/timers.ts';
import { watchedRun } from './ports/node/watched-run.ts';
import type { Ports } from './ports/ports.ts';
import { openSession, type Session, type Terminal } from './commands/session.ts';
import type { Reading } from './commands/site-files.ts';
import { OutputError, printTo, quietStreams } from './tui/standard-streams.ts';
import { hasScreen, onScreen } from './tui/terminal-screen.ts';

declare const OQS_CONSOLE_VERSION: string;

const JAPAN = 9 * 60;

/** How the program stands on this machine. */
export interface Install {
  /** The folder of the bundle: the simulator's `program.js` and `scenarios` lie in it. */
  readonly folder: string;
  /** Gives the ports to work with; tests put something between. */
  readonly ports: (ports: Ports) => Ports;
}

/** The one place that knows the process: arguments, streams, signals, exit code, and which terminal is behind the ports. */
export async function main(install: Install): Promise<number> {
  quietStreams(process);
  z.config(japanese());
  const args = process.argv.slice(2);
  return outcome(args, install);
}

async function outcome(args: readonly string[], install: Install): Promise<number> {
  try {
    const call = parseCommandLine(args, OQS_CONSOLE_VERSION);
    return await run(call, install);
  } catch (error) {
    const document = buildErrorDocument(error, {
      consoleVersion: OQS_CONSOLE_VERSION,
      now: Date.now(),
      offsetMinutes: JAPAN,
    });
    const nagios = args.includes('--nagios') ? await import('./formats/nagios.ts') : null;
    const { message, where } = document.error;
    // Some monitors read both streams as one, and the line must be the first.
    if (!nagios) process.stderr.write(errorText(document));
    // A second failure to write changes nothing: stderr has it, and the exit code.
    if (nagios) await print(nagios.nagiosFailure(message, isCall(where) ? null : where)).catch(() => undefined);
    else if (args.includes('--json') && !(error instanceof OutputError))
      await print(`${JSON.stringify(document)}\n`).catch(() => undefined);
    return nagios ? nagios.UNKNOWN : exitCodeOf(error);
  }
}

/** The place of a wrong call is the call itself: whoever reads the line knows it. */
function isCall(where: string | null): boolean {
  return where?.startsWith('oqs-console') === true;
}

async function run(call: CommandLine, install: Install): Promise<number> {
  if (call.command === 'console') return runConsoleOrCheck(call.options, install);
  if (call.command === 'desk') return runDesk(call, install);
  return orBug(runCommand(call, commandTools(install)));
}

async function orBug<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, strayBug(process)]);
}

type Command = Exclude<CommandLine, { readonly command: 'console' | 'desk' }>;

/** Commands are loaded when they are called: a start pays for no other (the console's screen alone is a megabyte). */
async function runCommand(call: Command, tools: CommandTools): Promise<number> {
  if (call.command === 'check') return runCheckOrWatch(call.options, tools);
  return (await import('./commands/other-commands.ts')).runOtherCommand(call, tools);
}

/** What machines call is run in a process of its own and watched; there, it is run. */
async function runCheckOrWatch(options: Options, tools: CommandTools): Promise<number> {
  const forMachines = options.nagios === true || options.prometheus !== undefined;
  if (!forMachines || isWatched(process)) return (await import('./commands/check.ts')).runCheck(options, tools);
  const [, script = '', ...args] = process.argv;
  const watch = async (limitMs: number) => watchedRun(script, args, process.env, limitMs);
  return (await import('./commands/watched-check.ts')).runWatchedCheck(options, { ...tools, watch });
}

/** Without a terminal there is nothing to draw on: then `oqs-console` is `oqs-console check`. */
async function runConsoleOrCheck(options: Options, install: Install): Promise<number> {
  if (!hasScreen(process)) return orBug(runCommand({ command: 'check', options }, commandTools(install)));
  return onScreen(process, async (screen, told) => {
    const { openConsole } = await import('./commands/open-console.ts');
    const host = await openHost(options, install, options.readOnly !== true);
    try {
      await openConsole(options, {
        host,
        openSession: () => sessionOf(host, options, install, 'tolerant'),
        screen,
        timers: nodeTimers,
        told,
      });
    } finally {
      host.close();
    }
  });
}

async function runDesk(call: DeskCall, install: Install): Promise<number> {
  const [{ runDesk }, { deskOnThisMachine }] = await Promise.all([
    import('./commands/desk.ts'),
    import('./commands/desk-host.ts'),
  ]);
  return runDesk(
    call,
    deskOnThisMachine(commandTools(install), {
      now: Date.now,
      offsetMinutes: JAPAN,
      onScreen: hasScreen(process) ? (work) => onScreen(process, work) : null,
    }),
  );
}

function commandTools(install: Install): CommandTools {
  return {
    consoleVersion: OQS_CONSOLE_VERSION,
    scenarios: async () =>
      (await import('./ports/simulator/scenarios.ts')).listScenarios(join(install.folder, 'scenarios')),
    withSession: async (options, writes, work) => {
      const host = await openHost(options, install, writes);
      try {
        return await work(await sessionOf(host, options, install, 'strict'));
      } finally {
        host.close();
      }
    },
    print,
    writeNew: writeNewFile,
    replace: replaceFile,
    stage: (stage) => tellWatcher(process, stage),
    told: watcherGone(process),
    orBug,
    realNow: Date.now,
    warn: (text) => process.stderr.write(`${text}\n`),
    stopwatch: () => performance.now(),
  };
}

async function sessionOf(host: Host, options: Options, install: Install, reading: Reading): Promise<Session> {
  return openSession(terminalOf(host, install), options, OQS_CONSOLE_VERSION, reading);
}

/** Which terminal is behind the ports: the one that the program runs on where that is Windows, else a practice terminal. */
async function openHost(options: Options, install: Install, writes: boolean): Promise<Host> {
  const machine = {
    folder: install.folder,
    nodeFile: process.execPath,
    pid: process.pid,
    env: process.env,
  };
  return process.platform === 'win32' && options.simulate === undefined
    ? windowsHost(options, machine, writes)
    : simulatedHost(options, machine);
}

/** The terminal as the host has it now, with what the install puts between. */
function terminalOf(host: Host, install: Install): Terminal {
  const terminal = host.terminal();
  return { ...terminal, connect: (settings) => install.ports(terminal.connect(settings)) };
}

async function print(text: string): Promise<void> {
  await printTo(process.stdout, text);
}
