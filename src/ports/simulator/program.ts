import { asciiJsonLine } from '../../text/text-file.ts';
import { programIds, type ProgramId } from '../ports.ts';
import { readClock } from './clock.ts';
import { encodeCp932 } from './cp932.ts';
import { failProgram, injectedFault, type Ending } from './fault-injection.ts';
import { readMachine, readPrepared, readScheduled } from './machine.ts';
import { BAD_PARAMETER, FAILED_EXIT, silence, type Program } from './programs/context.ts';
import { networkProgram } from './programs/network.ts';
import { powerProgram, shutdownProgram } from './programs/power.ts';
import { registryProgram } from './programs/registry.ts';
import { systemProgram } from './programs/system.ts';
import { tasksProgram } from './programs/tasks.ts';
import { toolProgram } from './programs/tool.ts';
import { ownJson } from './shared-files.ts';
import { hearLines, type SystemAnswer, type SystemCall } from './system-calls.ts';

/**
 * The programs of a simulated terminal, as one executable. `node program.js answer WORKDIR` answers the calls that come
 * in on stdin, each as its program would, until stdin closes. `node program.js [--now MILLISECONDS] PROGRAM ARGS…` is
 * one of them as a process of its own; there the working folder stands in OQS_SIM_WORKDIR, the check that asks in
 * OQS_ASKER. `--now` holds the terminal's clock at a time.
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

/** How Windows tells of a program that it has ended: an access violation. */
const ACCESS_VIOLATION = 0xc000_0005;

type Call = Omit<SystemCall, 'id' | 'program'> & { readonly program: string };

async function main(args: readonly string[]): Promise<number> {
  const [verb, place = ''] = args;
  if (verb === 'answer') return answerCalls(place);
  const heldAt = verb === '--now' ? Number(place) : null;
  const [program, ...rest] = heldAt === null ? args : args.slice(2);
  const workdir = process.env['OQS_SIM_WORKDIR'];
  if (program === undefined || workdir === undefined) return BAD_PARAMETER;
  if (program === 'count-down') return countDown(workdir, rest[0] ?? '');
  if (program === 'tool') outliveReader();
  const call = { program, args: rest, asker: process.env['OQS_ASKER'] ?? null, heldAt };
  const ending = await perform(workdir, call, (output) => process.stdout.write(output));
  if (ending === 'crashes') process.kill(process.pid, 'SIGKILL');
  if (ending === 'hangs') await silence({ workdir, machine: readMachine(workdir) });
  return typeof ending === 'number' ? ending : FAILED_EXIT;
}

/**
 * Everything but the calls themselves stands in the working folder, which is read anew for each: it may have been
 * restarted.
 */
function answerCalls(workdir: string): number {
  hearLines(process.stdin, (line) => {
    void answer(workdir, ownJson<SystemCall>(line, ['id', 'program', 'args', 'asker', 'heldAt'], 'stdin'));
  });
  return 0;
}

async function answer(workdir: string, call: SystemCall): Promise<void> {
  const output: Uint8Array[] = [];
  // An error ends the one call, with Node's exit code for it, and leaves the others alone.
  const ending = await perform(workdir, call, (bytes) => output.push(bytes)).catch(() => FAILED_EXIT);
  if (ending === 'hangs') return;
  const exitCode = ending === 'crashes' ? ACCESS_VIOLATION : ending;
  const stdout = Buffer.concat(output).toString('base64');
  process.stdout.write(`${JSON.stringify({ id: call.id, exitCode, stdout } satisfies SystemAnswer)}\n`);
}

/** Does what the program does on the terminal, or what the scenario makes it do instead. */
async function perform(workdir: string, call: Call, write: (output: Uint8Array) => void): Promise<Ending> {
  const { args, asker, heldAt } = call;
  const program = programIds.find((id) => id === call.program);
  const prepared = readPrepared(workdir);
  if (program === undefined || !prepared) return BAD_PARAMETER;
  if (readScheduled(workdir)) await (await import('./restart.ts')).finishOverdueRestart(workdir);
  const { spec } = prepared;
  const fault = injectedFault(spec, program, asker);
  if (fault !== null) return failProgram(fault, program, write);
  return programs[program]({
    workdir,
    args,
    spec,
    machine: readMachine(workdir),
    now: () => heldAt ?? readClock(workdir, Date.now()),
    write,
    print: (lines) => write(encodeLines(lines)),
    say: (value) => write(Buffer.from(asciiJsonLine(value))),
    startApart,
  });
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
}

function unlessBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function encodeLines(lines: readonly string[]): Uint8Array {
  return encodeCp932(lines.map((line) => `${line}\r\n`).join(''));
}

/** What only starts a program loads what it takes: the others answer sooner without it. */
async function startApart(args: readonly string[]): Promise<void> {
  const { spawn } = await import('node:child_process');
  const self = process.argv[1];
  if (self === undefined) throw new Error('the program does not know its own file');
  spawn(process.execPath, [self, ...args], { detached: true, stdio: 'ignore', windowsHide: true }).unref();
}

const exitCode = await main(process.argv.slice(2));
// Outside Windows an exit code has 8 bits: a larger one must not turn into success.
process.exitCode = process.platform === 'win32' ? exitCode : exitCode & 0xff || Number(exitCode !== 0);
