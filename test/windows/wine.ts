import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { place } from './place.ts';
import { DRIVE_C, inRoot, inside, type InRootCall } from './root.ts';
import { runCall, type Ended } from './run-in-root.ts';
import { packaged } from './stick.ts';

export interface WineOptions {
  /** Below the C: drive; by default its top. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How such a program is started on this machine. */
export function wineCall(command: readonly string[], { cwd = '', env = {} }: WineOptions): InRootCall {
  return inRoot(place(), ['wine', ...command], { cwd: inside(DRIVE_C, cwd), env });
}

/** Runs a program of the Windows under Wine to its end. */
export async function wine(command: readonly string[], how: WineOptions = {}): Promise<Ended> {
  return runCall(place(), wineCall(command, how));
}

/** Runs the packaged program by its own Node, without a terminal. */
export async function run(args: readonly string[], how?: WineOptions): Promise<Ended> {
  return wine([packaged('node', 'node.exe'), packaged('app', 'main.js'), ...args], how);
}

/** Starts a program of the Windows under Wine, without a terminal, until it is disposed of. */
export function startWine(command: readonly string[], how: WineOptions = {}): AsyncDisposable {
  const { file, args, env } = wineCall(command, how);
  const child = spawn(file, args, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  return {
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
