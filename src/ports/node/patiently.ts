import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../../domain/system-error.ts';

/** A virus scanner or an indexer may hold a file for a moment right after it was written. */
const momentarilyHeld: ReadonlySet<string> = new Set(['EACCES', 'EBUSY', 'EPERM']);
const pausesMs = [10, 30, 90, 270] as const;

/** Does work on a file; where that is held for a moment, again a little later. Rejects as the work does. */
export async function patiently(work: () => Promise<void>): Promise<void> {
  for (const pause of pausesMs) {
    try {
      await work();
      return;
    } catch (error) {
      if (!momentarilyHeld.has(errorCode(error))) throw error;
      await delay(pause);
    }
  }
  await work();
}
