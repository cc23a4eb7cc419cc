import { setTimeout as delay } from 'node:timers/promises';

const LOOK_MS = 100;
const LIMIT_MS = 60_000;

/** Waits until something holds, looking again and again: what happens under Wine tells nobody here. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${String(LIMIT_MS)} ms for ${what}`);
    await delay(LOOK_MS);
  }
}
