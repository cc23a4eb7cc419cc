import process from 'node:process';
import japanese from 'zod/v4/locales/ja.js';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCommandLine, type CommandLine } from './commands/cli.ts';
import type { Options } from './commands/cli-grammar.ts';
import type { CommandTools } from './commands/command.ts';
import type { DeskCall } from './commands/desk.ts';
import { isWatched, strayBug, tellWatcher, watcherGone } from './tui/endings.ts';
import { buildErrorDocument, errorText, errorExitCode } from './formats/error.ts';
import { simulatedHost, windowsHost, type Host } from './commands/host.ts';
import { replaceFile, writeNewFile } from './ports/node/file-writer.ts';
import { nodeTimers } from './ports/node/timers.ts';
import { watchedRun } from './ports/node/watched-run.ts';
import type { Ports } from './ports/ports.ts';
import { openRun, type Run, type Terminal } from './commands/run.ts';
import type { Strictness } from './commands/site-files.ts';
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
  try {
    return await run(parseCommandLine(args, OQS_CONSOLE_VERSION), install);
  } catch (error) {
    return tellFailure(error, args);
  }
}

async function tellFailure(error: unknown, args: readonly string[]): Promise<number> {
  const document = buildErrorDocument(error, {
    consoleVersion: OQS_CONSOLE_VERSION,
    now: Date.now(),
    offsetMinutes: JAPAN,
  });
  if (args.includes('--nagios')) {
    // Some monitors read both streams as one, and the line must be the first: nothing goes to stderr.
    const { nagiosFailure, UNKNOWN } = await import('./formats/nagios.ts');
    const { message, where } = document.error;
    // The place of a wrong call is the call itself: whoever reads the line knows it.
    const isCall = where?.startsWith('oqs-console') === true;
    await tryToPrint(nagiosFailure(message, isCall ? null : where));
    return UNKNOWN;
  }
  process.stderr.write(errorText(document));
  if (args.includes('--json') && !(error instanceof OutputError)) await tryToPrint(`${JSON.stringify(document)}\n`);
  return errorExitCode(error);
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
    await withHost(options, install, options.readOnly !== true, async (host) => {
      const opened = async (): Promise<Run> => runOf(host, options, install, 'tolerant');
      await openConsole(options, { host, openRun: opened, screen, timers: nodeTimers, told });
    });
  });
}

async function runDesk(call: DeskCall, install: Install): Promise<number> {
  return (await import('./commands/desk.ts')).runDesk(call, {
    ...commandTools(install),
    offsetMinutes: JAPAN,
    onScreen: hasScreen(process) ? (work) => onScreen(process, work) : null,
  });
}

function commandTools(install: Install): CommandTools {
  return {
    consoleVersion: OQS_CONSOLE_VERSION,
    scenarios: async () =>
      (await import('./ports/simulator/scenarios.ts')).listScenarios(join(install.folder, 'scenarios')),
    withRun: async (options, writes, work) =>
      withHost(options, install, writes, async (host) => work(await runOf(host, options, install, 'strict'))),
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

/** A run with the terminal as the host has it now, and with what the install puts between. */
async function runOf(host: Host, options: Options, install: Install, strictness: Strictness): Promise<Run> {
  const terminal = host.terminal();
  const connect: Terminal['connect'] = (settings) => install.ports(terminal.connect(settings));
  return openRun({ ...terminal, connect }, options, OQS_CONSOLE_VERSION, strictness);
}

/** Works with the terminal that the program runs on where that is Windows, else with a practice terminal, and closes it. */
async function withHost<T>(
  options: Options,
  install: Install,
  writes: boolean,
  work: (host: Host) => Promise<T>,
): Promise<T> {
  const machine = { folder: install.folder, nodeFile: process.execPath, pid: process.pid, env: process.env };
  const isReal = process.platform === 'win32' && options.simulate === undefined;
  const host = isReal ? windowsHost(options, machine, writes) : await simulatedHost(options, machine);
  try {
    return await work(host);
  } finally {
    host.close();
  }
}

async function print(text: string): Promise<void> {
  await printTo(process.stdout, text);
}

/** A second failure to write changes nothing: the exit code tells the first. */
async function tryToPrint(text: string): Promise<void> {
  await print(text).catch(() => undefined);
}
