import process from 'node:process';
import type { Ports } from '../ports/ports.ts';
import { simulatedHost, windowsHost, type Host } from './host.ts';
import type { Options } from './options.ts';
import { openRun, type Run, type Terminal } from './run.ts';
import type { Strictness } from './site-files.ts';

declare const OQS_CONSOLE_VERSION: string;

/** How the program stands on this machine. */
export interface Install {
  /** The folder of the bundle: the simulator's `program.js` and `scenarios` lie in it. */
  readonly folder: string;
  /** Gives the ports to work with; tests put something between. */
  readonly ports: (ports: Ports) => Ports;
}

/** A run with the terminal as the host has it now, and with what the install puts between. */
export async function runOf(host: Host, options: Options, install: Install, strictness: Strictness): Promise<Run> {
  const terminal = host.terminal();
  const connect: Terminal['connect'] = (settings) => install.ports(terminal.connect(settings));
  return openRun({ ...terminal, connect }, options, OQS_CONSOLE_VERSION, strictness);
}

/** Whether a call works with a practice terminal: because it says so, or because there is no Windows to look at. */
export function isSimulated(options: Options): boolean {
  return process.platform !== 'win32' || options.simulate !== undefined;
}

/**
 * Works with the terminal that the program runs on where that is Windows, else with a practice terminal, and closes it:
 * when the work is done, or at once when it is called off.
 */
export async function withHost<T>(
  options: Options,
  install: Install,
  writes: boolean,
  work: (host: Host) => Promise<T>,
  calledOff: AbortSignal | null = null,
): Promise<T> {
  const machine = {
    folder: install.folder,
    nodeFile: process.execPath,
    pid: process.pid,
    uid: process.getuid?.() ?? null,
    env: process.env,
  };
  const host = await (isSimulated(options) ? simulatedHost(options, machine) : windowsHost(options, machine, writes));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) host.close();
    isOpen = false;
  };
  calledOff?.addEventListener('abort', close, { once: true });
  if (calledOff?.aborted === true) close();
  try {
    return await work(host);
  } finally {
    close();
  }
}
