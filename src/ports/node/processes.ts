import { readFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { uptime } from 'node:os';
import { pid, platform } from 'node:process';
import { errorCode } from '../../domain/system-error.ts';
import { SECOND, type Instant } from '../../domain/time.ts';
import { isAlive } from './is-alive.ts';
import { withinLimit } from './timers.ts';

/** What the lock asks about processes. */
export interface Processes {
  /** This process. */
  readonly pid: number;
  isAlive(pid: number): boolean;
  /** What tells a process from every other one that has or will have its id; null where the system does not say. */
  startMark(pid: number): Promise<string | null>;
  /** When the system was started; follows the clock when that is set. */
  bootedAt(): Instant;
  /** A sign that a console is there, where `startMark` cannot tell; null where it can. */
  readonly presence: Presence | null;
  now(): Instant;
}

export function nodeProcesses(): Processes {
  return {
    pid,
    isAlive,
    startMark: async (other) => {
      try {
        const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
        const ticks = startTicks(await readFile(`/proc/${String(other)}/stat`, 'utf8'));
        return ticks === null ? null : `${boot.trim()} ${ticks}`;
      } catch {
        // No Linux, or the process is gone: there is nothing to tell it by.
        return null;
      }
    },
    presence: platform === 'win32' ? pipePresence() : null,
    bootedAt: () => Date.now() - uptime() * SECOND,
    now: () => Date.now(),
  };
}

/** Field 22 of /proc/PID/stat (proc(5)); the second field is a name in parentheses that may hold anything. */
export function startTicks(stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[19] ?? null;
}

/** A sign of life that only the process itself can give, and that ends with it. */
export interface Presence {
  /** Gives the sign under this name until `hide`. */
  show(name: string): Promise<void>;
  hide(): void;
  /**
   * Whether some process gives the sign of this name; where it cannot be told, true: nobody's lock is taken on a doubt.
   */
  isShown(name: string): Promise<boolean>;
}

/** No pipe of this name, or one that its process has left behind (on systems other than Windows). */
const nobody: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED']);

/** A pipe of this machine is asked; it answers at once or not at all. */
const PATIENCE_MS = 2_000;

/**
 * A named pipe, which Windows takes away with its process (CreateNamedPipe, learn.microsoft.com): there the system
 * tells no process from a later one with the same id without a program that takes seconds. `folder` is where names of
 * pipes stand.
 */
export function pipePresence(folder = '\\\\.\\pipe\\'): Presence {
  let server: Server | null = null;
  const pathOf = (name: string): string => `${folder}oqs-console-${encodeURIComponent(name)}`;
  return {
    async show(name) {
      if (server !== null) return;
      const own = createServer((socket) => socket.destroy());
      server = own;
      await new Promise<void>((resolve) => {
        // Without the sign the lock is judged by process id and boot time, as on every other system.
        own.once('error', () => resolve());
        own.listen(pathOf(name), () => resolve());
      });
      own.unref();
    },
    hide() {
      server?.close();
      server = null;
    },
    async isShown(name) {
      const socket = connect(pathOf(name));
      const answer = new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('error', (error) => resolve(!nobody.has(errorCode(error))));
      });
      const shown = await withinLimit(answer, PATIENCE_MS, () => true, { holds: true });
      socket.destroy();
      return shown;
    },
  };
}
