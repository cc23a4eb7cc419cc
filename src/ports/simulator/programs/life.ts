import { existsSync } from 'node:fs';
import { HOUR } from '../../../domain/time.ts';
import { readMachine, type MachineState } from '../machine-state.ts';
import { workdirFiles } from '../workdir.ts';

const LOOK_EVERY_MS = 200;

/** Whether the machine is still in the boot that `machine` describes. A restart ends every program on it. */
function isSameBoot(workdir: string, machine: MachineState): boolean {
  if (!existsSync(workdirFiles(workdir).terminal)) return false;
  const present = readMachine(workdir);
  return present.power === 'on' && present.bootCount === machine.bootCount;
}

/** Waits, in host's time. Gives false as soon as the machine goes down: the program must end then. */
export async function waitOn(workdir: string, machine: MachineState, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  for (;;) {
    if (!isSameBoot(workdir, machine)) return false;
    const left = until - performance.now();
    if (left <= 0) return true;
    await new Promise((resolve) => {
      setTimeout(resolve, Math.min(left, LOOK_EVERY_MS));
    });
  }
}

/** Says nothing more: until the machine goes down, or an hour has passed. */
export async function fallSilent(workdir: string, machine: MachineState): Promise<void> {
  await waitOn(workdir, machine, HOUR);
}
