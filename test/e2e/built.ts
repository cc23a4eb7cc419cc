import process from 'node:process';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startInPty, type PtyProgram } from '../harness/pty.ts';

export const MAIN = join(import.meta.dirname, '../../dist/main.js');

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One that does not end by itself must not stay behind. */
const ENDS_AFTER = { timeout: 100_000, killSignal: 'SIGKILL' } as const;

/** Runs the built program without a terminal, to its end. */
export async function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { ...ENDS_AFTER, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        // One that a signal ended has no code of its own.
        if (typeof code === 'number') resolve({ exitCode: code, stdout, stderr });
        else reject(error ?? new Error('no exit code'));
      },
    );
  });
}

/** Runs another program of ours than the built one, with more in its environment, to its end. */
export async function runProgram(
  file: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<Ended> {
  return ended(spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env } }), false);
}

/**
 * The same with other streams or surroundings: a file that an output goes to, a reader that has closed its end, another
 * user. What went elsewhere is given empty.
 */
export async function runWith(
  where: {
    readonly stdout?: string;
    readonly stderr?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly uid?: number;
  },
  ...args: readonly string[]
): Promise<Ended> {
  const files = [where.stdout, where.stderr].map((file) =>
    file === undefined || file === 'closed' ? null : openSync(file, 'w'),
  );
  try {
    return await ended(
      spawn(process.execPath, [MAIN, ...args], {
        stdio: ['ignore', files[0] ?? 'pipe', files[1] ?? 'pipe'],
        env: { ...process.env, ...where.env },
        ...(where.uid === undefined ? {} : { uid: where.uid, gid: where.uid }),
      }),
      where.stdout === 'closed',
    );
  } finally {
    for (const file of files) if (file !== null) closeSync(file);
  }
}

async function ended(child: ChildProcess, closed: boolean): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  if (closed) child.stdout?.destroy();
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, ...texts }));
  });
}

/** Opens the built console at 80x24. */
export function open(...args: readonly string[]): PtyProgram {
  return startInPty(process.execPath, [MAIN, ...args], { columns: 80, rows: 24 });
}

/** A folder for one test, removed afterwards. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'oqs-e2e-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Writes a scenario folder: its scenario.json, and files below `files/`. */
export function writeScenario(
  folder: string,
  scenario: unknown,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'scenario.json'), typeof scenario === 'string' ? scenario : JSON.stringify(scenario));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'files', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
