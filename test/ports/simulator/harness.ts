import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { InputError } from '../../../src/domain/fault.ts';
import type { ProgramId } from '../../../src/ports/ports.ts';
import { prepareTerminal, type PreparedWorkdir } from '../../../src/ports/simulator/prepare.ts';
import { writeState } from '../../../src/ports/simulator/shared-files.ts';
import { workdirFiles } from '../../../src/ports/simulator/workdir.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

export { temporaryFolder };

export const PROGRAM_FILE = resolve('src/ports/simulator/program.ts');
export const SCENARIOS_DIR = resolve('scenarios');

/** A scenario folder with `scenario.json` (2026-01-20 08:10 unless given) and the files under `files/`. */
export function scenarioFolder(
  scenario: object = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
): string {
  const folder = temporaryFolder();
  const content = { formatVersion: 1, now: '2026-01-20T08:10:00+09:00', ...scenario };
  writeFileSync(join(folder, 'scenario.json'), JSON.stringify(content));
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, 'files', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

export function prepareIn(folder: string, workdir: string | null): PreparedWorkdir {
  return prepareTerminal({ scenario: () => ({ name: 'test', folder }), workdir, realNow: Date.now() });
}

/** A prepared working folder, removed at the end of the test. */
export function terminalOf(scenario: object = {}, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return prepareIn(scenarioFolder(scenario, files), join(temporaryFolder(), 'work')).workdir;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: Buffer;
}

/** Starts a simulated program as the console does; the test ends it if it is still there. */
export function start(
  workdir: string,
  program: ProgramId,
  args: readonly string[],
  options: { readonly asker?: string; readonly before?: readonly string[] } = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended>; readonly output: () => string } {
  const child = spawn(process.execPath, [PROGRAM_FILE, ...(options.before ?? []), program, ...args], {
    env: {
      ...process.env,
      OQS_SIM_WORKDIR: workdir,
      ...(options.asker === undefined ? {} : { OQS_ASKER: options.asker }),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Ended>((done) => {
    child.on('close', (exitCode, signal) => {
      done({ exitCode, signal, stdout: Buffer.concat(chunks) });
    });
  });
  return { child, ended, output: () => Buffer.concat(chunks).toString() };
}

export async function run(
  workdir: string,
  program: ProgramId,
  args: readonly string[],
  options: { readonly asker?: string; readonly before?: readonly string[] } = {},
): Promise<Ended> {
  return start(workdir, program, args, options).ended;
}

export function cp932(bytes: Uint8Array): string {
  return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
}

export function jsonLines(bytes: Uint8Array): readonly unknown[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/** Waits for an effect; fails after 20 seconds without it. */
export async function eventually(isSo: () => boolean, what: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > until) throw new Error(`never happened: ${what}`);
    await new Promise((next) => {
      setTimeout(next, 20);
    });
  }
}

/** The InputError that the work ends in. */
export function refusalOf(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

export function faceLibraryIn(workdir: string): string {
  return readFileSync(join(workdir, 'files/Program Files/OQS-Auth/Version.info'), 'utf8').trim();
}

export function presses(workdir: string): readonly unknown[] {
  const { toolLog } = workdirFiles(workdir);
  return existsSync(toolLog) ? jsonLines(readFileSync(toolLog)) : [];
}

export function setNights(workdir: string, nights: readonly { readonly start: string; readonly end: string }[]): void {
  writeState(workdirFiles(workdir).nights, {
    nights: nights.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) })),
  });
}
