import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { readMachine } from './machine-state.ts';
import { workdirFiles } from './workdir.ts';

const LOOK_EVERY_MS = 200;

export interface PowerWatch {
  /** Calls back once for each time the machine goes down. Gives the function that stops it. */
  readonly onPowerOff: (callback: () => void) => () => void;
  /** Resolves when the machine is on, or the signal is aborted. */
  readonly waitUntilOn: (signal: AbortSignal) => Promise<void>;
  stop(): void;
}

/** Looks at the machine's state file, from outside as one looks at a screen. */
export function watchPower(workdir: string): PowerWatch {
  const timers = new Set<NodeJS.Timeout>();
  const look = () => {
    // A folder that was removed has no machine any more.
    if (!existsSync(workdirFiles(workdir).machine)) return { isOn: true, restartId: null };
    const { power, restartId } = readMachine(workdir);
    return { isOn: power === 'on', restartId };
  };

  return {
    onPowerOff(callback) {
      // A restart that begins and ends between two looks shows in its id.
      let seen = look().restartId;
      const timer = setInterval(() => {
        const { restartId } = look();
        if (restartId === seen) return;
        seen = restartId;
        callback();
      }, LOOK_EVERY_MS);
      timers.add(timer);
      return () => {
        clearInterval(timer);
        timers.delete(timer);
      };
    },
    async waitUntilOn(signal) {
      while (!signal.aborted && !look().isOn) await delay(LOOK_EVERY_MS);
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
      timers.clear();
    },
  };
}
