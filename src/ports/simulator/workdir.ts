import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a working folder. Each is written by one kind of process only, so that none overwrites another's:
 * `clock` by the console, `machine` by the restart, `staged` and `toolLog` by the management tool, `pending` by shutdown.
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
    pending: join(workdir, 'pending-restart.json'),
    powerLock: join(workdir, 'power.lock'),
    tries: join(workdir, 'tries'),
    toolLog: join(workdir, 'tool-log.jsonl'),
  } as const;
}

/** The console's data folder on a simulated terminal, as a path on the host. */
export function dataDirOf(workdir: string): string {
  return hostPath(workdir, 'C:\\ProgramData\\oqs-console') ?? join(workdir, 'files', 'ProgramData', 'oqs-console');
}

/**
 * Where a path on the terminal (`C:\OQS\a.txt`) lies in the working folder. Letter case does not matter, as on Windows:
 * an existing name wins over the spelling. null for what is not on drive C.
 */
export function hostPath(workdir: string, terminalPath: string): string | null {
  const drive = /^[cC]:[\\/]+/.exec(terminalPath);
  if (!drive) return null;
  const parts: string[] = [];
  for (const part of terminalPath.slice(drive[0].length).split(/[\\/]+/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.reduce(enter, join(workdir, 'files'));
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
