import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { errorCode } from '../../domain/system-error.ts';

/**
 * The files of a working folder. Each is written by one kind of process only, so that none overwrites another's:
 * `clock` by the console, `machine` by the restart, `staged` and `toolLog` by the management tool, `scheduled` by
 * shutdown.
 */
export function workdirFiles(workdir: string) {
  return {
    driveC: join(workdir, 'files'),
    scenario: join(workdir, 'scenario.json'),
    /** The mark of a prepared folder: written last. */
    terminal: join(workdir, 'terminal.json'),
    preparing: join(workdir, 'preparing.lock'),
    clock: join(workdir, 'clock.json'),
    nights: join(workdir, 'nights.json'),
    machine: join(workdir, 'machine.json'),
    staged: join(workdir, 'staged.json'),
    scheduled: join(workdir, 'pending-restart.json'),
    powerLock: join(workdir, 'power.lock'),
    tries: join(workdir, 'tries'),
    runOnce: join(workdir, 'run-once.json'),
    toolLog: join(workdir, 'tool-log.jsonl'),
  } as const;
}

/** The console's data folder on a simulated terminal, as a path on the host. */
export function dataDirOf(workdir: string): string {
  return hostPath(workdir, 'C:\\ProgramData\\oqs-console');
}

const DRIVE_C = /^[cC]:[\\/]+/;

export function isOnDriveC(terminalPath: string): boolean {
  return DRIVE_C.test(terminalPath);
}

/**
 * Where a path on the terminal (`C:\OQS\a.txt`) lies in the working folder. Letter case does not matter, as on Windows:
 * an existing name wins over the spelling. There is no drive but C: what is not on it is a file that is not there.
 */
export function hostPath(workdir: string, terminalPath: string): string {
  if (!isOnDriveC(terminalPath)) return join(workdir, 'no-such-drive');
  const parts: string[] = [];
  for (const part of terminalPath.replace(DRIVE_C, '').split(/[\\/]+/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.reduce(enter, workdirFiles(workdir).driveC);
}

function enter(folder: string, name: string): string {
  const exact = join(folder, name);
  if (existsSync(exact) || !existsSync(folder)) return exact;
  const wanted = name.toLowerCase();
  const found = namesIn(folder).find((candidate) => candidate.toLowerCase() === wanted);
  return found === undefined ? exact : join(folder, found);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A file in the place of a folder has no names in it; whoever opens the path gets the real error.
    return [];
  }
}

/** Whether a path on the host, which need not exist yet, is the folder or lies in it, links resolved. */
export function isInside(path: string, folder: string): boolean {
  const outer = realPathOf(folder);
  const inner = realPathOf(path);
  return inner === outer || inner.startsWith(`${outer}${sep}`);
}

/** The path with links resolved, as far as it exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const parent = dirname(path);
    if (errorCode(error) !== 'ENOENT' || parent === path) return path;
    return join(realPathOf(parent), basename(path));
  }
}
