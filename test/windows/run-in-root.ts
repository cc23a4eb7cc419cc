import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, type InRootCall, type InRootOptions, type Place } from './root.ts';

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  /** The same as it was written: programs of a Japanese Windows write CP932. */
  readonly bytes: Uint8Array;
  readonly stderr: string;
}

let runs = 0;

/**
 * Runs a command inside to its end. Its output goes into files: under Wine a pipe of this machine's cannot be written
 * to.
 */
export async function runInRoot(place: Place, command: readonly string[], options?: InRootOptions): Promise<Ended> {
  return runCall(place, inRoot(place, command, options));
}

export async function runCall(place: Place, { file, args, env }: InRootCall): Promise<Ended> {
  runs += 1;
  const name = `run-${String(process.pid)}-${String(runs)}`;
  const paths = { stdout: join(place.folder, `${name}.out`), stderr: join(place.folder, `${name}.err`) };
  const files = { stdout: openSync(paths.stdout, 'w'), stderr: openSync(paths.stderr, 'w') };
  try {
    const child = spawn(file, args, { env, stdio: ['ignore', files.stdout, files.stderr] });
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        if (code === null) reject(new Error(`${args.join(' ')} ended by ${String(signal)}`));
        else resolve(code);
      });
    });
    const bytes = readFileSync(paths.stdout);
    return { exitCode, stdout: bytes.toString('utf8'), bytes, stderr: readFileSync(paths.stderr, 'utf8') };
  } finally {
    closeSync(files.stdout);
    closeSync(files.stderr);
    rmSync(paths.stdout, { force: true });
    rmSync(paths.stderr, { force: true });
  }
}
