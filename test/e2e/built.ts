import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { PtyProgram } from '../harness/pty.ts';
import { startInPty } from '../harness/pty.ts';

export const MAIN = join(import.meta.dirname, '../../dist/main.js');

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program without a terminal, to its end. */
export async function run(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [MAIN, ...args], { maxBuffer: 32 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error?.code ?? 0;
      if (typeof code === 'number') resolve({ exitCode: code, stdout, stderr });
      else reject(error ?? new Error('no exit code'));
    });
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
  writeFileSync(
    join(folder, 'scenario.json'),
    typeof scenario === 'string' ? scenario : JSON.stringify(scenario),
  );
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'files', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
