import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import japanese from 'zod/v4/locales/ja.js';
import { check } from './check.ts';
import type { CommandLine, Options, SchemaName } from './cli.ts';
import { parseCommandLine } from './cli.ts';
import { runConsole } from './console.tsx';
import type { Lock } from './core/model.ts';
import { InputError } from './core/fault.ts';
import { checkDocumentSchema } from './formats/answer-schema.ts';
import { exitCodes } from './formats/answer.ts';
import { buildErrorDocument, errorText, exitCodeOf } from './formats/error.ts';
import { answerText } from './formats/text.ts';
import { noticeSchema } from './notice/schema.ts';
import type { Host } from './host.ts';
import { simulatedHost, windowsHost } from './host.ts';
import { nodeTimers } from './ports/node/timers.ts';
import { scenarioSchema } from './ports/simulator/scenario-schema.ts';
import { listScenarios } from './ports/simulator/scenarios.ts';
import type { Ports } from './ports/ports.ts';
import { openSession } from './session.ts';
import type { Terminal } from './session.ts';
import { settingsSchema } from './settings/schema.ts';
import { cliTexts } from './strings/cli.ja.ts';
import type { Ambiguous } from './ui/cells.ts';

declare const OQS_CONSOLE_VERSION: string;

const JAPAN = 9 * 60;
const schemas: Readonly<Record<SchemaName, z.ZodType>> = {
  check: checkDocumentSchema,
  notice: noticeSchema,
  scenario: scenarioSchema,
  settings: settingsSchema,
};

/** How the program stands on this machine. */
export interface Install {
  /** The folder of the bundle: the simulator's `program.js` and `scenarios` lie in it. */
  readonly folder: string;
  /** Gives the ports to work with; tests put something between. */
  readonly ports: (ports: Ports) => Ports;
}

/** The one place that knows the process: arguments, streams, signals, exit code, and which terminal is behind the ports. */
export async function main(install: Install): Promise<number> {
  quietStreams();
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
  switch (call.command) {
    case 'print':
      await print(call.text);
      return 0;
    case 'schema':
      await print(
        `${JSON.stringify(z.toJSONSchema(schemas[call.name], { io: call.name === 'check' ? 'output' : 'input' }), null, 2)}\n`,
      );
      return 0;
    case 'scenarios':
      for (const { name, title } of listScenarios(join(install.folder, 'scenarios')))
        await print(`${name}  ${title}\n`);
      return 0;
    case 'check':
      return Promise.race([runCheck(call.options, install), strayBug()]);
    case 'console':
      // Without a terminal there is nothing to draw on.
      return process.stdin.isTTY && process.stdout.isTTY
        ? openConsole(call.options, install)
        : Promise.race([runCheck(call.options, install), strayBug()]);
  }
}

async function runCheck(options: Options, install: Install): Promise<number> {
  const host = await openHost(options, install, false);
  try {
    const session = await openSession(terminalOf(host, install), options, OQS_CONSOLE_VERSION);
    if (session.terminal.note !== null) process.stderr.write(`${session.terminal.note}\n`);
    const limit = AbortSignal.timeout((options.timeout ?? DEFAULT_TIMEOUT) * 1_000);
    const answer = await check(session, () => performance.now(), limit);
    await print(options.json === true ? `${JSON.stringify(answer)}\n` : answerText(answer, session.notice));
    return exitCodes[answer.verdict];
  } finally {
    host.close();
  }
}

/** Longer than any single check may take. */
const DEFAULT_TIMEOUT = 60;

/** The console; a simulated restart takes it down, and it comes up again by the same way as after a real boot. */
async function openConsole(options: Options, install: Install): Promise<number> {
  const told = new AbortController();
  const exitCode = listenToSignals(told);
  const bug = listenToBugs(told);
  const host = await openHost(options, install, options.readOnly !== true);
  try {
    while (!told.signal.aborted) {
      const down = new AbortController();
      const stopWatching = host.onPowerOff(() => down.abort());
      host.run();
      await oneConsole(host, options, install, AbortSignal.any([told.signal, down.signal]));
      stopWatching();
      if (!down.signal.aborted) break;
      await blackPage(host, told.signal);
    }
    const error = bug();
    if (error !== null) throw error;
    return exitCode();
  } finally {
    host.close();
  }
}

async function oneConsole(host: Host, options: Options, install: Install, ended: AbortSignal): Promise<void> {
  const session = await openSession(terminalOf(host, install), options, OQS_CONSOLE_VERSION);
  const { journal } = session.ports;
  const lock = await takeLock(session.ports, options);
  try {
    await runConsole({
      about: session.about,
      tools: session.tools,
      lock,
      message: session.terminal.note,
      screen: { stdin: process.stdin, stdout: process.stdout, ambiguous: ambiguousWidth() },
      timers: nodeTimers,
      ended,
    });
  } finally {
    await journal.releaseLock();
  }
}

/** A console that only looks takes no lock. */
async function takeLock(ports: Ports, options: Options): Promise<Lock> {
  if (options.readOnly === true) return { held: false, ownerPid: null };
  const taken = await ports.journal.acquireLock();
  if (taken.ok) return taken.value;
  const { headline, tryNext } = taken.fault;
  throw new InputError({
    code: 'data-folder',
    message: headline,
    where: ports.journal.path,
    remedy: tryNext,
  });
}

const BLACK_PAGE = '\u001B[?1049h\u001B[?25l\u001B[2J\u001B[H';
const END_OF_BLACK_PAGE = '\u001B[?25h\u001B[?1049l';

/** What a machine shows while it restarts: nothing but that it does. */
async function blackPage(host: Host, told: AbortSignal): Promise<void> {
  process.stdout.write(`${BLACK_PAGE}\r\n  ${cliTexts.restarting}\r\n  ${cliTexts.restartingDetail}\r\n`);
  try {
    await host.waitUntilOn(told);
  } finally {
    process.stdout.write(END_OF_BLACK_PAGE);
  }
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

/** The in-box console of Windows 10 draws ambiguous characters two cells wide; Windows Terminal and others one. */
function ambiguousWidth(): Ambiguous {
  return process.platform === 'win32' && process.env['WT_SESSION'] === undefined ? 'wide' : 'narrow';
}

/** Being told to stop leaves the console as the operator would. Gives the exit code: 0, or 128 and the signal's number. */
function listenToSignals(told: AbortController): () => number {
  let code = 0;
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
  for (const [name, number] of Object.entries(numbers)) {
    process.on(name, () => {
      code = 128 + number;
      told.abort();
    });
  }
  return () => code;
}

/**
 * A bug ends the console as well, and so does a terminal that cannot be written to: the screen is restored first, then it is
 * reported. Gives the first one.
 */
function listenToBugs(told: AbortController): () => Error | null {
  const bugs: Error[] = [];
  const end = (error: Error): void => {
    bugs.push(error);
    told.abort();
  };
  process.on('uncaughtException', end);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!isReaderGone(error)) end(new OutputError(error));
  });
  return () => bugs[0] ?? null;
}

/** Without a screen to restore, a bug that no caller catches ends the run at once, and as a bug: Node's own 1 is a verdict. */
async function strayBug(): Promise<never> {
  return new Promise((_, reject) => {
    process.on('uncaughtException', reject);
  });
}

/** The answer cannot be written where it was asked for: nothing is wrong with the program. */
class OutputError extends InputError {
  constructor(reason: Error) {
    const { cannotWrite, outputRemedy } = cliTexts;
    super({ code: 'output', message: cannotWrite(reason.message), where: 'stdout', remedy: outputRemedy });
  }
}

/** A reader that is gone is no error of ours: `oqs-console check | head` ends quietly. */
function isReaderGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE';
}

/** Without a listener a failed write ends the program in a stack trace; each writer learns of its own, see `print`. */
function quietStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Writes to stdout and waits until it is out. Throws OutputError where it cannot be written. */
async function print(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && !isReaderGone(error)) reject(new OutputError(error));
      else resolve();
    });
  });
}
