import { readFile } from 'node:fs/promises';

/** Clock ticks a second in /proc (USER_HZ), which Linux has fixed for programs. */
const TICKS = 100;

/** The CPU time that a process has used itself, and that its children used that have ended, in seconds. Linux only. */
export async function cpuOf(pid: number): Promise<{ readonly own: number; readonly children: number }> {
  const text = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  // The name stands in parentheses and may hold anything; utime, stime, cutime, cstime are the fields 14 to 17
  // (proc(5)).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [own = 0, system = 0, children = 0, theirSystem = 0] = fields.slice(11, 15).map(Number);
  return { own: (own + system) / TICKS, children: (children + theirSystem) / TICKS };
}

/**
 * The most memory that a process has had at once, in MB as a task manager counts them (1,024 x 1,024 bytes). Linux
 * only.
 */
export async function peakMemoryOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(text)?.[1];
  if (found === undefined) throw new Error('/proc does not tell the peak memory');
  return Number(found) / 1_024;
}
