import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program to its end. */
export async function runProgram(built: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 32 * 1024 * 1024 };
    execFile(process.execPath, [join(built, 'main.js'), ...args], options, (error, stdout, stderr) => {
      const code = error?.code ?? 0;
      if (typeof code === 'number') resolve({ exitCode: code, stdout, stderr });
      else reject(error ?? new Error('no exit code'));
    });
  });
}

/** Does the work for each item, at most `width` at a time. */
export async function sideBySide<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
