import { kill } from 'node:process';
import { errorCode } from '../../domain/system-error.ts';

/** Whether there is a process with this id. */
export function isAlive(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but another user's.
    return errorCode(error) === 'EPERM';
  }
}
