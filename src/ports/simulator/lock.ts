import { renameSync, rmSync } from 'node:fs';
import { errorCode } from '../../domain/system-error.ts';
import { nodeProcesses } from '../node/processes.ts';
import { claim, readTextIfThere } from './state-file.ts';

/** Takes a lock file if nobody holds it; a lock whose owner is gone is taken over. Gives the function that releases it. */
export function tryLock(path: string): (() => void) | null {
  const mine = `${String(process.pid)} ${crypto.randomUUID()}`;
  if (!claim(path, mine)) {
    const theirs = readTextIfThere(path);
    if (theirs !== null && (isOwnerAlive(theirs) || !takeAway(path, theirs))) return null;
    if (!claim(path, mine)) return null;
  }
  return () => {
    if (readTextIfThere(path) === mine) rmSync(path, { force: true });
  };
}

export function isAlive(pid: number): boolean {
  return nodeProcesses().isAlive(pid);
}

function isOwnerAlive(content: string): boolean {
  const pid = Number(content.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid);
}

/** Removes exactly the stale lock that was read: another process may have replaced it by its own in between. */
function takeAway(path: string, stale: string): boolean {
  const aside = `${path}.${crypto.randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
  if (readTextIfThere(aside) === stale) {
    rmSync(aside, { force: true });
    return true;
  }
  renameSync(aside, path);
  return false;
}
