import { spawn } from 'node:child_process';
import { asciiJsonLine } from '../../text/text-file.ts';
import { programIds, type ProgramId } from '../ports.ts';
import { readClock } from './clock.ts';
import { encodeCp932 } from './cp932.ts';
import { failProgram, injectedFault } from './fault-injection.ts';
import { readMachine, readPrepared, readScheduled } from './machine.ts';
import type { Program, ProgramContext } from './programs/context.ts';
import { networkProgram } from './programs/network.ts';
import { powerProgram } from './programs/power.ts';
import { registryProgram } from './programs/registry.ts';
import { shutdownProgram } from './programs/shutdown.ts';
import { systemProgram } from './programs/system.ts';
import { tasksProgram } from './programs/tasks.ts';
import { toolProgram } from './programs/tool.ts';

/**
 * The programs of a simulated terminal, as one executable: `node program.js [--now MILLISECONDS] PROGRAM ARGS…`. The working
 * folder stands in OQS_SIM_WORKDIR, the check that asks in OQS_ASKER. `--now` holds the terminal's clock at a time.
 */
const programs: Readonly<Record<ProgramId, Program>> = {
  registry: registryProgram,
  tasks: tasksProgram,
  power: powerProgram,
  shutdown: shutdownProgram,
  system: systemProgram,
  network: networkProgram,
  tool: toolProgram,
};

const BAD_PARAMETER = 87;

async function main(args: readonly string[]): Promise<number> {
  const held = args[0] === '--now' ? Number(args[1]) : null;
  const [name, ...rest] = held === null ? args : args.slice(2);
  const workdir = process.env['OQS_SIM_WORKDIR'];
  if (name === undefined || workdir === undefined) return BAD_PARAMETER;
  if (name === 'count-down') return countDown(workdir, rest[0] ?? '');
  const program = programIds.find((id) => id === name);
  const prepared = readPrepared(workdir);
  if (program === undefined || !prepared) return BAD_PARAMETER;
  if (readScheduled(workdir)) await (await import('./restart.ts')).finishOverdueRestart(workdir);
  if (program === 'tool') outliveReader();
  const context: ProgramContext = {
    workdir,
    args: rest,
    spec: prepared.spec,
    machine: readMachine(workdir),
    now: () => held ?? readClock(workdir, Date.now()),
    write: (output) => process.stdout.write(output),
    print: (lines) => process.stdout.write(encodeLines(lines)),
    say: (value) => process.stdout.write(asciiJsonLine(value)),
    fail(text) {
      process.stderr.write(encodeLines([text]));
      return 1;
    },
    startApart,
  };
  const fault = injectedFault(prepared.spec, program, process.env['OQS_ASKER']);
  return fault === null ? programs[program](context) : failProgram(fault, program, context);
}

async function countDown(workdir: string, id: string): Promise<number> {
  outliveReader();
  const restart = await import('./restart.ts');
  await restart.countDown(workdir, id);
  return 0;
}

/** What runs in the background goes on when the console that reads it is closed or killed. */
function outliveReader(): void {
  process.on('SIGHUP', () => undefined);
  process.stdout.on('error', unlessBrokenPipe);
  process.stderr.on('error', unlessBrokenPipe);
}

function unlessBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function encodeLines(lines: readonly string[]): Uint8Array {
  return encodeCp932(lines.map((line) => `${line}\r\n`).join(''));
}

function startApart(args: readonly string[]): void {
  const self = process.argv[1];
  if (self === undefined) throw new Error('the program does not know its own file');
  spawn(process.execPath, [self, ...args], { detached: true, stdio: 'ignore', windowsHide: true }).unref();
}

const exitCode = await main(process.argv.slice(2));
// Outside Windows an exit code has 8 bits: a larger one must not turn into success.
process.exitCode = process.platform === 'win32' ? exitCode : exitCode & 0xff || Number(exitCode !== 0);
