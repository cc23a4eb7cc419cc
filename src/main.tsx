import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import japanese from 'zod/v4/locales/ja.js';
import type { CommandLine, Options } from './cli.ts';
import { parseCommandLine } from './cli.ts';
import type { CommandTools } from './commands/command.ts';
import { listenToBugs, listenToSignals, strayBug } from './endings.ts';
import { buildErrorDocument, errorText, exitCodeOf } from './formats/error.ts';
import type { Host } from './host.ts';
import { simulatedHost, windowsHost } from './host.ts';
import { writeNewFile } from './ports/node/new-file.ts';
import { nodeTimers } from './ports/node/timers.ts';
import type { Ports } from './ports/ports.ts';
import { openSession } from './session.ts';
import type { Session, Terminal } from './session.ts';
import type { Reading } from './site-files.ts';
import { OutputError, printTo, quietStreams } from './standard-streams.ts';
import type { Ambiguous } from './ui/cells.ts';

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
    const call = parseCommandLine(args, OQS_CONSOLE_VERSION);
    return await run(call, install);
  } catch (error) {
    const document = buildErrorDocument(error, {
      consoleVersion: OQS_CONSOLE_VERSION,
      now: Date.now(),
      offsetMinutes: JAPAN,
    });
    process.stderr.write(errorText(document));
    // A second failure to write changes nothing: stderr has it, and the exit code.
    if (args.includes('--json') && !(error instanceof OutputError))
      await print(`${JSON.stringify(document)}\n`).catch(() => undefined);
    return exitCodeOf(error);
  }
}

async function run(call: CommandLine, install: Install): Promise<number> {
  if (call.command === 'console') return runConsoleOrCheck(call.options, install);
  return Promise.race([runCommand(call, commandTools(install)), strayBug(process)]);
}

type Command = Exclude<CommandLine, { readonly command: 'console' }>;

/** Commands are loaded when they are called: a start pays for no other (the console's screen alone is a megabyte). */
async function runCommand(call: Command, tools: CommandTools): Promise<number> {
  if (call.command === 'check') return (await import('./commands/check.ts')).runCheck(call.options, tools);
  return (await import('./commands/other-commands.ts')).runOtherCommand(call, tools);
}

/** Without a terminal there is nothing to draw on: then `oqs-console` is `oqs-console check`. */
async function runConsoleOrCheck(options: Options, install: Install): Promise<number> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    return Promise.race([
      runCommand({ command: 'check', options }, commandTools(install)),
      strayBug(process),
    ]);
  const told = new AbortController();
  const exitCode = listenToSignals(process, told);
  const bug = listenToBugs(process, told);
  const { openConsole } = await import('./commands/open-console.ts');
  const host = await openHost(options, install, options.readOnly !== true);
  try {
    await openConsole(options, {
      host,
      openSession: () => sessionOf(host, options, install, 'tolerant'),
      screen: {
        stdin: process.stdin,
        stdout: process.stdout,
        ambiguous: ambiguousWidth(),
        colours: coloursWanted(),
        onWindowChange,
      },
      timers: nodeTimers,
      told: told.signal,
    });
    const error = bug();
    if (error !== null) throw error;
    return exitCode();
  } finally {
    host.close();
  }
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

/** The signal comes with every change of the window; Node's own event only where its size is another one in the end. */
function onWindowChange(heard: () => void): () => void {
  process.on('SIGWINCH', heard);
  return () => process.off('SIGWINCH', heard);
}

/** Anything in NO_COLOR asks for none (no-color.org); Ink does not look at it. */
function coloursWanted(): boolean {
  return (process.env['NO_COLOR'] ?? '') === '';
}

/** The in-box console of Windows 10 draws ambiguous characters two cells wide; Windows Terminal and others one. */
function ambiguousWidth(): Ambiguous {
  return process.platform === 'win32' && process.env['WT_SESSION'] === undefined ? 'wide' : 'narrow';
}

async function print(text: string): Promise<void> {
  await printTo(process.stdout, text);
}
