import process from 'node:process';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const scripts = join(import.meta.dirname, '../../scripts');

/** A folder with a Debian in it, and the folder of this machine that is seen in there as `/bench`. */
export interface Bench {
  readonly root: string;
  readonly folder: string;
  /** The extra packages that could not be had. */
  readonly lacking: readonly string[];
}

/** Packages that some tests need by themselves. */
export type ExtraPackage = 'prometheus-alertmanager' | 'nagios4-core' | 'ansible-lint' | 'libreoffice-calc-nogui';

/** The bench's folder as the programs in there see it. */
export const INSIDE = '/bench';

export interface Ended {
  readonly exitCode: number;
  /** Both outputs, as they came. */
  readonly output: string;
}

/** Runs a program of that Debian to its end. */
export async function runInside(bench: Bench, ...command: readonly string[]): Promise<Ended> {
  const [file, args, env] = callOf(bench, command);
  return new Promise((resolve, reject) => {
    const options = { env, maxBuffer: 64 * 1024 * 1024 };
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = error?.code ?? 0;
      if (typeof code === 'number') resolve({ exitCode: code, output: stdout + stderr });
      else reject(error ?? new Error('no exit code'));
    });
  });
}

/** Starts a server of that Debian; what it says goes to this process's stderr where it fails. */
export function startInside(bench: Bench, ...command: readonly string[]): ChildProcess {
  const [file, args, env] = callOf(bench, command);
  return spawn(file, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function callOf({ root, folder }: Bench, command: readonly string[]): readonly [string, string[], NodeJS.ProcessEnv] {
  return [
    join(scripts, 'debian', 'in-root.sh'),
    [root, ...command],
    {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: '/root',
      LC_ALL: 'C.UTF-8',
      TMPDIR: '/tmp',
      OQS_BIND: `${folder}:${INSIDE}`,
      ...(process.env['http_proxy'] === undefined ? {} : { no_proxy: '127.0.0.1' }),
    },
  ];
}
