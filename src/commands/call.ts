import process from 'node:process';
import { join } from 'node:path';
import { runCheck } from './check.ts';
import { parseCommandLine, type CommandLine } from './cli.ts';
import { STANDARD_STREAM, type Options } from './options.ts';
import type { CommandTools } from './command.ts';
import type { DeskCall } from './desk.ts';
import { isWatched, listenToSignals, listenToStops, strayBug, tellWatcher, watcherGone } from '../tui/endings.ts';
import { buildErrorDocument, errorText, errorExitCode } from '../formats/error.ts';
import { stopwatch } from '../ports/node/timers.ts';
import { replaceFile, writeNewFile } from '../ports/node/file-writer.ts';
import { watchedRun } from '../ports/node/watched-run.ts';
import { isSimulated, runOf, withHost, type Install } from './with-host.ts';
import { speakJapanese } from './japanese.ts';
import type { Strictness } from './site-files.ts';
import { startLimit } from '../domain/limit.ts';
import { columnsOf, OUTPUT, printTo } from '../tui/standard-streams.ts';
import { createPainter } from '../tui/painter.ts';
import { hasScreen, hasTerminal, onScreen } from '../tui/terminal-screen.ts';
import { harmless, jsonText } from '../text/harmless.ts';

declare const OQS_CONSOLE_VERSION: string;

const JAPAN = 9 * 60;

/** Does what was called, and gives its exit code. Throws what was wrong with the call, or with what it needs. */
export async function runCall(args: readonly string[], install: Install): Promise<number> {
  speakJapanese();
  const call = parseCommandLine(args, OQS_CONSOLE_VERSION, columnsOf(process.stdout));
  if (call.command === 'console') return runConsoleOrCheck(call.options, install);
  if (call.command === 'desk') return runDesk(call, install);
  // Told to stop, it first puts back what it changed for a moment.
  if (call.command === 'selftest') return orBug(runCommand(call, commandTools(install, watcherGone(process))));
  return runPlainly(call, install);
}

/** Tells people and machines why a call failed; gives its exit code. */
export async function tellFailure(error: unknown, args: readonly string[]): Promise<number> {
  const document = buildErrorDocument(error, {
    consoleVersion: OQS_CONSOLE_VERSION,
    now: Date.now(),
    offsetMinutes: JAPAN,
  });
  if (args.includes('--nagios')) {
    // Some monitors read both streams as one, and the line must be the first: nothing goes to stderr.
    const { nagiosFailure, UNKNOWN } = await import('../formats/nagios.ts');
    const { message, where } = document.error;
    // The place of a wrong call is the call itself: whoever reads the line knows it.
    const isCall = where?.startsWith('oqs-console') === true;
    await tryToPrint(nagiosFailure(message, isCall ? null : where));
    return UNKNOWN;
  }
  warn(errorText(document).trimEnd());
  if (args.includes('--json') && document.error.code !== OUTPUT) await tryToPrint(`${jsonText(document)}\n`);
  return errorExitCode(error);
}

/** Without a screen. Told to stop, it ends as the system would end it, but leaves nothing behind. */
async function runPlainly(call: Command, install: Install): Promise<number> {
  const stopped = Promise.withResolvers<number>();
  const over = new AbortController();
  const stopListening = listenToStops(process, stopped.resolve);
  const told = AbortSignal.any([watcherGone(process), over.signal]);
  try {
    return await Promise.race([orBug(runCommand(call, commandTools(install, told))), stopped.promise]);
  } finally {
    stopListening();
    // What did not end by itself is called off.
    over.abort();
  }
}

async function orBug<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, strayBug(process)]);
}

type Command = Exclude<CommandLine, { readonly command: 'console' | 'desk' }>;

/** Commands are loaded when they are called: a start pays for no other (the console's screen alone is a megabyte). */
async function runCommand(call: Command, tools: CommandTools): Promise<number> {
  if (call.command === 'check') return runCheckOrWatch(call.options, tools);
  return (await import('./other-commands.ts')).runOtherCommand(call, tools);
}

/** What machines call is run in a process of its own and watched; there, it is run. */
async function runCheckOrWatch(options: Options, tools: CommandTools): Promise<number> {
  const forMachines = options.nagios === true || options.prometheus !== undefined;
  if (!forMachines || isWatched(process)) return runCheck(options, tools);
  const [, script = '', ...args] = process.argv;
  const stdin = options.notice === STANDARD_STREAM ? 'inherit' : 'ignore';
  const watch = async (limitMs: number) => watchedRun(script, args, process.env, limitMs, { stdin, told: tools.told });
  return (await import('./watched-check.ts')).runWatchedCheck(options, { ...tools, watch });
}

/** Without a terminal there is nothing to draw on: then `oqs-console` is `oqs-console check`. */
async function runConsoleOrCheck(options: Options, install: Install): Promise<number> {
  if (!hasScreen(process)) return runPlainly({ command: 'check', options }, install);
  return onScreen(process, createPainter, async (screen, told) => {
    const { runConsoleCall } = await import('./console-call.ts');
    await runConsoleCall(options, install, { screen, told });
  });
}

async function runDesk(call: DeskCall, install: Install): Promise<number> {
  return (await import('./desk.ts')).runDesk(call, {
    ...commandTools(install, watcherGone(process)),
    offsetMinutes: JAPAN,
    onScreen: hasScreen(process) ? (work) => onScreen(process, createPainter, work) : null,
  });
}

/** `told`: what is not done by then is not to be done any more. */
function commandTools(install: Install, told: AbortSignal): CommandTools {
  const unlessTold = async <T>(work: () => Promise<T>): Promise<T> => (told.aborted ? never() : work());
  const runWith =
    (strictness: Strictness): CommandTools['withRun'] =>
    async (options, writes, work) =>
      withHost(options, install, writes, async (host) => work(await runOf(host, options, install, strictness)), told);
  return {
    consoleVersion: OQS_CONSOLE_VERSION,
    scenarios: async () =>
      (await import('../ports/simulator/scenarios.ts')).listScenarios(join(install.folder, 'scenarios')),
    withRun: runWith('strict'),
    withTolerantRun: runWith('tolerant'),
    isSimulated,
    untilTold,
    print: async (text) => unlessTold(async () => print(text)),
    printBytes: async (bytes) => unlessTold(async () => printTo(process.stdout, bytes)),
    isRead: process.stdout.isTTY,
    // The last column breaks the line in some consoles.
    columns: columnsOf(process.stdout) - 1,
    writeNew: async (path, bytes) => unlessTold(async () => writeNewFile(path, bytes)),
    replace: async (path, bytes) => unlessTold(async () => replaceFile(path, bytes)),
    stage: (stage) => tellWatcher(process, stage),
    told,
    orBug,
    realNow: Date.now,
    warn,
    runtime: { platform: process.platform, arch: process.arch, node: process.versions.node },
    terminal: hasTerminal(process) ? process : null,
    stopwatch,
  };
}

async function never(): Promise<never> {
  return new Promise(() => undefined);
}

async function untilTold(work: (told: AbortSignal) => Promise<number>, graceMs: () => number): Promise<number> {
  const told = new AbortController();
  const { exitCode, stopListening } = listenToSignals(process, told);
  const over = Promise.withResolvers<number>();
  const end = (): void => void startLimit(graceMs(), () => over.resolve(exitCode()), { holds: true });
  told.signal.addEventListener('abort', end, { once: true });
  try {
    const ended = await Promise.race([work(told.signal), over.promise]);
    return told.signal.aborted ? exitCode() : ended;
  } finally {
    stopListening();
  }
}

/** Whatever a text quotes, no terminal obeys it. */
async function print(text: string): Promise<void> {
  await printTo(process.stdout, harmless(text));
}

function warn(text: string): void {
  process.stderr.write(`${harmless(text)}\n`);
}

/** A second failure to write changes nothing: the exit code tells the first. */
async function tryToPrint(text: string): Promise<void> {
  await print(text).catch(() => undefined);
}
