import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { kill, pid, platform } from 'node:process';
import { SECOND, type Instant } from '../../domain/time.ts';
import { errorCode } from './error-code.ts';
import { pipePresence, type Presence } from './presence.ts';

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
    isAlive: (other) => {
      try {
        return kill(other, 0);
      } catch (error) {
        // EPERM: it is there, but another user's.
        return errorCode(error) === 'EPERM';
      }
    },
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
